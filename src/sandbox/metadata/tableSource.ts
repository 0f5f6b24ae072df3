import type { Catalog, TableSummary } from "../../core/schema/catalog.ts";
import type { Table } from "../../core/schema/model.ts";
import type { SandboxSchema, SandboxTable } from "../schema/sandboxTable.ts";

/**
 * What the definition of one table is made from. The list of tables needs the summaries only, so a table is read when
 * a property asks for more: the names of all tables cost no table at all, one whole definition costs one.
 */
export class TableSource {
	readonly summary: TableSummary;
	readonly schema: SandboxSchema;

	constructor(summary: TableSummary, schema: SandboxSchema) {
		this.summary = summary;
		this.schema = schema;
	}

	get name(): string {
		return this.summary.logicalName;
	}

	get catalog(): Catalog {
		return this.schema.catalog;
	}

	/** As documented. */
	get table(): Table | undefined {
		return this.catalog.table(this.name);
	}

	/** As enforced; absent for a table that cannot hold rows. */
	get enforced(): SandboxTable | undefined {
		return this.schema.table(this.name);
	}
}
