import type { Column, Schema } from "../model.ts";

/** How much a schema holds. */
export interface SchemaCounts {
	readonly tables: number;
	readonly columns: number;
	readonly typedColumns: number;
	readonly namedColumns: number;
	/** Columns with at least one option, Booleans left out. */
	readonly choiceColumns: number;
	readonly options: number;
	readonly labelledOptions: number;
	readonly manyToOne: number;
	readonly oneToMany: number;
	readonly manyToMany: number;
	readonly tablesWithMessages: number;
	readonly messages: number;
	readonly events: number;
}

export function countSchema({ tables }: Schema): SchemaCounts {
	const columns = tables.flatMap((table) => table.columns);
	const choices = columns.filter(hasOptions);
	const options = choices.flatMap(({ choice }) => choice?.options ?? []);
	const sum = (count: (table: Schema["tables"][number]) => number): number =>
		tables.reduce((total, table) => total + count(table), 0);
	return {
		tables: tables.length,
		columns: columns.length,
		typedColumns: columns.filter(({ type }) => type !== undefined).length,
		namedColumns: columns.filter(({ displayName }) => displayName !== undefined && displayName !== null).length,
		choiceColumns: choices.length,
		options: options.length,
		labelledOptions: options.filter(({ label }) => label !== undefined).length,
		manyToOne: sum(({ manyToOne }) => manyToOne.length),
		oneToMany: sum(({ oneToMany }) => oneToMany.length),
		manyToMany: sum(({ manyToMany }) => manyToMany.length),
		tablesWithMessages: tables.filter(({ messages }) => messages !== undefined).length,
		messages: sum(({ messages }) => messages?.length ?? 0),
		events: sum(({ events }) => events?.length ?? 0),
	};
}

function hasOptions({ type, choice }: Column): boolean {
	return type !== "Boolean" && choice !== undefined && choice.options.length > 0;
}
