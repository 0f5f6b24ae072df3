import type { TableSummary } from "../catalog.ts";

/** Finds tables by each of their names. Where a name stands for several tables, the first in order is meant. */
export class TableFinder {
	readonly #summaries: readonly TableSummary[];
	#byLogicalName: ReadonlyMap<string, TableSummary> | undefined;
	#byEntitySet: ReadonlyMap<string, TableSummary> | undefined;
	#byAnyName: ReadonlyMap<string, TableSummary> | undefined;
	#byAnyCase: ReadonlyMap<string, TableSummary> | undefined;

	constructor(summaries: readonly TableSummary[]) {
		this.#summaries = summaries;
	}

	byLogicalName(name: string): TableSummary | undefined {
		this.#byLogicalName ??= this.#mapBy(["logicalName"]);
		return this.#byLogicalName.get(name);
	}

	byEntitySet(name: string): TableSummary | undefined {
		this.#byEntitySet ??= this.#mapBy(["entitySetName"]);
		return this.#byEntitySet.get(name);
	}

	/** Exact case first, then any case; in each, logical names before entity set names before schema names. */
	byAnyName(name: string): TableSummary | undefined {
		this.#byAnyName ??= this.#mapBy(allNames);
		const exact = this.#byAnyName.get(name);
		if (exact !== undefined) return exact;
		this.#byAnyCase ??= this.#mapBy(allNames, (text) => text.toLowerCase());
		return this.#byAnyCase.get(name.toLowerCase());
	}

	#mapBy(properties: readonly NameProperty[], fold?: (name: string) => string): ReadonlyMap<string, TableSummary> {
		const found = new Map<string, TableSummary>();
		for (const property of properties) {
			for (const summary of this.#summaries) {
				const name = summary[property];
				if (name === undefined) continue;
				const key = fold === undefined ? name : fold(name);
				if (!found.has(key)) found.set(key, summary);
			}
		}
		return found;
	}
}

type NameProperty = "logicalName" | "entitySetName" | "schemaName";
const allNames: readonly NameProperty[] = ["logicalName", "entitySetName", "schemaName"];
