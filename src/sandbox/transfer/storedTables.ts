import type { SandboxTable, StorageKind } from "../schema/sandboxTable.ts";
import { sqlColumns } from "../storage/sqlColumns.ts";
import { foldedName } from "../storage/sqlNames.ts";
import type { RowPlace } from "../sample/rowWriter.ts";

/** A column of a table as it is written to a file and read from one. */
export interface TransferColumn {
	readonly name: string;
	readonly kind: StorageKind;
	/** For a text with a folded companion: the companion, which follows from the text. */
	readonly folded?: string;
}

/** A SQL table with rows of Dataverse: a table of the schema, or the intersect table of a relationship. */
export interface StoredTable {
	readonly name: string;
	/** Absent for an intersect table that the schema does not have as a table. */
	readonly table?: SandboxTable;
	readonly columns: readonly TransferColumn[];
	/** Rows are written in this order. */
	readonly key: readonly string[];
}

/** Logical names of the tables that have storage, in code unit order. */
export function storedTableNames({ database }: RowPlace): readonly string[] {
	const sql =
		"SELECT name FROM sqlite_master WHERE type = 'table' AND instr(name, '$') = 0 AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name";
	return database.all(sql).map(({ name }) => String(name));
}

/** A table of the schema with all that storage keeps of it; generated columns follow from others. */
export function schemaTable(table: SandboxTable): StoredTable {
	const companions = new Set<string>();
	for (const { logicalName, folded } of table.columns.values()) if (folded) companions.add(foldedName(logicalName));
	const columns = sqlColumns(table).flatMap(({ name, type, rest }): readonly TransferColumn[] => {
		if (companions.has(name) || rest.startsWith("GENERATED")) return [];
		const kind = (type.split(" ")[0] ?? "any") as StorageKind;
		return [{ name, kind, ...(companions.has(foldedName(name)) && { folded: foldedName(name) }) }];
	});
	return { name: table.logicalName, table, columns, key: [table.primaryId] };
}

/** An intersect table that exists in the database only: two columns of ids. */
export function intersectTable({ database }: RowPlace, name: string): StoredTable {
	const names = database.all("SELECT name FROM pragma_table_xinfo(?)", name).map((row) => String(row.name));
	return { name, columns: names.map((column) => ({ name: column, kind: "guid" })), key: names };
}
