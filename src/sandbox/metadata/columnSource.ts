import type { Column } from "../../core/schema/model.ts";
import type { SandboxColumn } from "../schema/sandboxTable.ts";
import type { TableSource } from "./tableSource.ts";

/** What the definition of one column is made from. */
export interface ColumnSource {
	readonly owner: TableSource;
	/** As enforced where the table holds rows: documented facts with the supplement over them. */
	readonly column: Column;
	/** Absent where the table cannot hold rows. */
	readonly enforced?: SandboxColumn;
}

/** "account.name": names the column in ids. */
export function columnPlace({ owner, column }: ColumnSource): string {
	return `${owner.name}.${column.logicalName}`;
}

/** In the order in which the schema lists them. */
export function columnSources(owner: TableSource): readonly ColumnSource[] {
	const { enforced, table } = owner;
	if (enforced === undefined) return (table?.columns ?? []).map((column) => ({ owner, column }));
	return Array.from(enforced.columns.values(), (known) => ({ owner, column: known.column, enforced: known }));
}
