import type { SQLOutputValue } from "node:sqlite";
import type { RowPlace } from "../sample/rowWriter.ts";
import { quoted } from "../storage/sqlNames.ts";
import {
	intersectTable,
	schemaTable,
	type StoredTable,
	storedTableNames,
	type TransferColumn,
} from "./storedTables.ts";
import { transferFormat, transferVersion } from "./transferFormat.ts";

/** Characters that are gathered before they are handed on. */
const piece = 256 * 1024;

/**
 * Writes the sandbox, or the tables of those logical names, piece by piece in the format of transferFormat.ts. Nothing
 * else may happen to the database meanwhile. The same rows give the same text.
 *
 * @returns how many rows were written.
 */
export function exportSandbox(place: RowPlace, write: (text: string) => void, only?: ReadonlySet<string>): number {
	let text = "";
	const put = (more: string): void => {
		text += more;
		if (text.length < piece) return;
		write(text);
		text = "";
	};
	const head = {
		format: transferFormat,
		version: transferVersion,
		whole: only === undefined,
		samples: samplesOf(place),
	};
	put(`${JSON.stringify(head).slice(0, -1)},"tables":[`);
	let rows = 0;
	let separator = "\n";
	for (const name of storedTableNames(place)) {
		if (only !== undefined && !only.has(name)) continue;
		const known = place.schema.table(name);
		if (known !== undefined) place.store.ensure(known);
		const table = known === undefined ? intersectTable(place, name) : schemaTable(known);
		put(separator);
		separator = ",\n";
		rows += writeTable(place, table, put);
	}
	put("\n]}\n");
	write(text);
	return rows;
}

function writeTable({ database }: RowPlace, table: StoredTable, put: (text: string) => void): number {
	const columns = usedColumns(database, table);
	const intersect = table.table === undefined ? `"intersect":true,` : "";
	put(
		`{"table":${JSON.stringify(table.name)},${intersect}"columns":${JSON.stringify(columns.map(({ name }) => name))},"rows":[`,
	);
	const values = columns.map(({ name, kind }) => (kind === "long" ? `CAST(${quoted(name)} AS TEXT)` : quoted(name)));
	const list = values.map((value, index) => `${value} AS c${index}`).join(", ");
	const order = table.key.map(quoted).join(", ");
	const sql = `SELECT ${list === "" ? "NULL" : list} FROM ${quoted(table.name)} ORDER BY ${order}`;
	let rows = 0;
	for (const row of database.statement(sql).iterate()) {
		put(`${rows === 0 ? "\n" : ",\n"}${rowText(row)}`);
		rows += 1;
	}
	put(rows === 0 ? "]}" : "\n]}");
	return rows;
}

/** Columns that have a value in some row: most of a table's two hundred have none. The key is always there. */
function usedColumns(database: RowPlace["database"], { name, columns, key }: StoredTable): readonly TransferColumn[] {
	const tests = columns.map((column, index) => `max(${quoted(column.name)} IS NOT NULL) AS c${index}`);
	const used = database.get(`SELECT ${tests.join(", ")} FROM ${quoted(name)}`);
	return columns.filter((column, index) => used?.[`c${index}`] === 1 || key.includes(column.name));
}

function rowText(row: Readonly<Record<string, SQLOutputValue>>): string {
	return JSON.stringify(
		Object.values(row).map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value)),
	);
}

/** Which samples the sandbox has had, so that the next one gets ids of its own. */
function samplesOf({ database }: RowPlace): readonly (readonly number[])[] {
	const exists = database.get("SELECT 1 FROM sqlite_master WHERE name = 'sandbox$samples'");
	if (exists === undefined) return [];
	const sql = 'SELECT batch, seed, anchor, rows FROM "sandbox$samples" ORDER BY batch';
	return database.all(sql).map(({ batch, seed, anchor, rows }) => [batch, seed, anchor, rows].map(Number));
}
