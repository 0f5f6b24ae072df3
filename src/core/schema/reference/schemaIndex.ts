import type { Column, ManyToOne, OneToMany, Schema, Table } from "../model.ts";
import { manyToOneKey, oneToManyKey } from "./mergeTable.ts";

/** One merged table with its parts by name. */
export interface IndexedTable {
	readonly table: Table;
	readonly columns: ReadonlyMap<string, Column>;
	readonly manyToOne: ReadonlyMap<string, ManyToOne>;
	readonly oneToMany: ReadonlyMap<string, OneToMany>;
	/** Schema names, each with the tables on the other side. */
	readonly manyToMany: ReadonlyMap<string, ReadonlySet<string>>;
}

export type SchemaIndex = ReadonlyMap<string, IndexedTable>;

/** The merged tables by logical name, for checks that look from one table to another. */
export function indexSchema({ tables }: Schema): SchemaIndex {
	return new Map(tables.map((table) => [table.logicalName, indexTable(table)]));
}

function indexTable(table: Table): IndexedTable {
	const manyToMany = new Map<string, Set<string>>();
	for (const { schemaName, otherTable = "" } of table.manyToMany) {
		const others = manyToMany.get(schemaName) ?? new Set<string>();
		manyToMany.set(schemaName, others.add(otherTable));
	}
	return {
		table,
		columns: new Map(table.columns.map((column) => [column.logicalName, column])),
		manyToOne: new Map(table.manyToOne.map((item) => [manyToOneKey(item), item])),
		oneToMany: new Map(table.oneToMany.map((item) => [oneToManyKey(item), item])),
		manyToMany,
	};
}
