import { compareCodeUnits } from "../../base/compareCodeUnits.ts";
import type { Relationship } from "../catalog.ts";
import type { RelationshipRows } from "./relationshipRows.ts";

/** Which tables have a navigation property of a name, and which relationships give it to them. */
export class NavigationProperties {
	readonly #rows: RelationshipRows;
	readonly #byName = new Map<string, { readonly table: string; readonly row: number }[]>();

	constructor(rows: RelationshipRows) {
		this.#rows = rows;
		rows.forEachNavigationProperty((name, table, row) => {
			const found = this.#byName.get(name);
			if (found === undefined) this.#byName.set(name, [{ table, row }]);
			else found.push({ table, row });
		});
	}

	tablesWith(name: string): readonly string[] {
		const tables = new Set(this.#byName.get(name)?.map(({ table }) => table));
		return [...tables].sort(compareCodeUnits);
	}

	relationshipsOf(table: string, name: string): readonly Relationship[] {
		const found = this.#byName.get(name) ?? [];
		const rows = new Set(found.filter((place) => place.table === table).map(({ row }) => row));
		return [...rows].map((row) => this.#rows.at(row));
	}
}
