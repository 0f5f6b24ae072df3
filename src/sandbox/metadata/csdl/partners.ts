import type { Navigation, SandboxTable } from "../../schema/sandboxTable.ts";

/** One navigation property with the table that has it. */
interface Side {
	readonly table: string;
	readonly navigation: Navigation;
}

/** Finds the navigation property that leads back. */
export class Partners {
	readonly #byRelationship = new Map<string, Side[]>();

	constructor(tables: readonly SandboxTable[]) {
		for (const table of tables) {
			for (const one of table.navigation.values()) {
				const side = { table: table.logicalName, navigation: one };
				const sides = this.#byRelationship.get(one.relationship);
				if (sides === undefined) this.#byRelationship.set(one.relationship, [side]);
				else sides.push(side);
			}
		}
	}

	/** Undefined where nothing leads back, or several do, on either end: then it is not one pair. */
	of(table: string, navigation: Navigation): string | undefined {
		const back = this.#only(table, navigation);
		if (back === undefined) return undefined;
		return this.#only(back.table, back.navigation)?.navigation === navigation ? back.navigation.name : undefined;
	}

	#only(table: string, navigation: Navigation): Side | undefined {
		const sides = this.#byRelationship.get(navigation.relationship) ?? [];
		const back = sides.filter((side) => leadsBack(side, table, navigation));
		return back.length === 1 ? back[0] : undefined;
	}
}

/** The relationship's name is not enough: a lookup with several targets has one relationship of that name for each. */
function leadsBack(side: Side, table: string, { kind, table: target, column, tables }: Navigation): boolean {
	if (tables !== undefined || side.navigation.tables !== undefined) return false;
	if (side.table !== target || side.navigation.table !== table) return false;
	switch (kind) {
		case "lookup":
			return side.navigation.kind === "children" && side.navigation.column === column;
		case "children":
			return side.navigation.kind === "lookup" && side.navigation.column === column;
		case "manyToMany":
			return side.navigation.kind === "manyToMany" && table !== target;
	}
}
