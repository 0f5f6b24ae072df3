import type { ColumnType, Table } from "./model.ts";

/** How much a schema says, in numbers. Relationships count once for each side that is listed. */
export interface SchemaCounts {
	readonly tables: number;
	readonly columns: number;
	readonly columnsWithType: number;
	/** Only the types that occur, in code unit order. */
	readonly columnsByType: Readonly<Partial<Record<ColumnType, number>>>;
	/** Columns with a choice. */
	readonly choiceColumns: number;
	readonly options: number;
	readonly optionsWithLabel: number;
	readonly manyToOne: number;
	readonly oneToMany: number;
	readonly manyToMany: number;
	readonly tablesWithMessages: number;
}

export function countSchema(tables: Iterable<Table>): SchemaCounts {
	const types = new Map<ColumnType, number>();
	const sums = {
		tables: 0,
		columns: 0,
		columnsWithType: 0,
		choiceColumns: 0,
		options: 0,
		optionsWithLabel: 0,
		manyToOne: 0,
		oneToMany: 0,
		manyToMany: 0,
		tablesWithMessages: 0,
	};
	for (const table of tables) {
		sums.tables++;
		sums.columns += table.columns.length;
		sums.manyToOne += table.manyToOne.length;
		sums.oneToMany += table.oneToMany.length;
		sums.manyToMany += table.manyToMany.length;
		if (table.messages !== undefined || table.events !== undefined) sums.tablesWithMessages++;
		for (const { type, choice } of table.columns) {
			if (type !== undefined) {
				sums.columnsWithType++;
				types.set(type, (types.get(type) ?? 0) + 1);
			}
			if (choice === undefined) continue;
			sums.choiceColumns++;
			sums.options += choice.options.length;
			sums.optionsWithLabel += choice.options.filter(({ label }) => label !== undefined).length;
		}
	}
	return { ...sums, columnsByType: Object.fromEntries([...types].sort(([a], [b]) => (a < b ? -1 : 1))) };
}
