import type { FilterOption, OrderByOption } from "../../core/odata/nodes.ts";
import type { Navigation, SandboxTable } from "../schema/sandboxTable.ts";
import type { RowPlan } from "./rowPlan.ts";

/** One `$expand` item, understood and allowed. */
export type ExpandPlan = ExpandedLookup | ExpandedPrincipal | ExpandedReference | ExpandedCollection;

interface Expanded {
	readonly navigation: Navigation;
	/** What `@odata.context` says of it. */
	readonly context: string;
}

interface ExpandedRows extends Expanded {
	readonly table: SandboxTable;
	readonly plan: RowPlan;
	readonly filter?: FilterOption;
	readonly expands: readonly ExpandPlan[];
}

/** A lookup to one table: one record or null. */
export interface ExpandedLookup extends ExpandedRows {
	readonly kind: "lookup";
}

/** A lookup to several tables by one name, the owner for one: the id and which table it is of. */
export interface ExpandedPrincipal extends Expanded {
	readonly kind: "principal";
}

/** `primarycontactid/$ref`. */
export interface ExpandedReference extends Expanded {
	readonly kind: "reference";
}

export interface ExpandedCollection extends ExpandedRows {
	readonly kind: "collection";
	readonly orderBy?: OrderByOption;
	readonly top?: number;
	/** Its options as a query of their own: "$select=subject&$top=1". */
	readonly query: string;
}
