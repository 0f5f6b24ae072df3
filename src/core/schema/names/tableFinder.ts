import type { TableSummary } from "../catalog.ts";

/** Finds tables by each of their names. Where a name stands for several tables, the first in order is meant. */
export class TableFinder {
	readonly #summaries: readonly TableSummary[];
	#byLogicalName: Map<string, TableSummary> | undefined;
	#byEntitySet: Map<string, TableSummary> | undefined;
	#bySchemaName: Map<string, TableSummary> | undefined;
	#byAnyName: Map<string, TableSummary> | undefined;

	constructor(summaries: readonly TableSummary[]) {
		this.#summaries = summaries;
	}

	byLogicalName(name: string): TableSummary | undefined {
		this.#byLogicalName ??= this.#mapBy(({ logicalName }) => logicalName);
		return this.#byLogicalName.get(name);
	}

	byEntitySet(name: string): TableSummary | undefined {
		this.#byEntitySet ??= this.#mapBy(({ entitySetName }) => entitySetName);
		return this.#byEntitySet.get(name);
	}

	/** Exact case first, then any case; logical names before entity set names before schema names. */
	byAnyName(name: string): TableSummary | undefined {
		this.#bySchemaName ??= this.#mapBy(({ schemaName }) => schemaName);
		return (
			this.byLogicalName(name) ??
			this.byEntitySet(name) ??
			this.#bySchemaName.get(name) ??
			(this.#byAnyName ??= this.#anyCase()).get(name.toLowerCase())
		);
	}

	#anyCase(): Map<string, TableSummary> {
		return new Map([
			...this.#mapBy(({ schemaName }) => schemaName?.toLowerCase()),
			...this.#mapBy(({ entitySetName }) => entitySetName?.toLowerCase()),
			...this.#mapBy(({ logicalName }) => logicalName.toLowerCase()),
		]);
	}

	#mapBy(nameOf: (summary: TableSummary) => string | undefined): Map<string, TableSummary> {
		const found = new Map<string, TableSummary>();
		for (const summary of this.#summaries) {
			const name = nameOf(summary);
			if (name !== undefined && !found.has(name)) found.set(name, summary);
		}
		return found;
	}
}
