/** Making sample rows, beside writing rows of the same values that are ready. */
import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { addSample } from "../../src/sandbox/sample/addSample.ts";
import { loadSqlite } from "../../src/sandbox/storage/loadSqlite.ts";
import type { BenchResult } from "./benchRow.ts";
import { openSandbox, type OpenedSandbox } from "./benchSandbox.ts";
import { median, timed } from "./measure.ts";

const rows = 120_000;
const rounds = 3;

export function benchSandboxSeed(): Promise<BenchResult> {
	const ours: number[] = [];
	const raw: number[] = [];
	for (let round = 0; round < rounds; round++) {
		const sandbox = openSandbox();
		ours.push(timed(() => addSample(sandbox, { rows, seed: 1, anchor: Date.UTC(2026, 0, 1) })));
		raw.push(rawInsert(sandbox));
		sandbox.database.close();
	}
	const taken = median(ours);
	const limit = median(raw);
	return Promise.resolve({
		rows: [
			{
				what: `sandbox: seeding ${rows.toLocaleString("en")} rows`,
				unit: "ms",
				ours: taken,
				limit: { name: "node:sqlite inserting the same values", value: limit },
				promise: { text: "at most 2 times the limit", kept: taken <= limit * 2 },
			},
		],
		notices: [],
	});
}

interface Table {
	readonly name: string;
	readonly create: string;
	readonly indexes: readonly string[];
	readonly insert: string;
	readonly rows: readonly (readonly SQLInputValue[])[];
}

/** The same tables, values and indexes into an empty database: rows first, as is fastest. Only the writing is timed. */
function rawInsert({ database }: OpenedSandbox): number {
	const sqlite = loadSqlite();
	if (sqlite === undefined) throw new Error("no SQLite");
	const tables = tablesOf(database);
	const target = new sqlite.DatabaseSync(":memory:");
	target.function("fold", { deterministic: true }, (text) => text);
	for (const { create } of tables) target.exec(create);
	const taken = timed(() => {
		target.exec("BEGIN");
		for (const table of tables) write(target, table);
		target.exec("COMMIT");
	});
	target.close();
	return taken;
}

function write(target: DatabaseSync, { insert, rows, indexes }: Table): void {
	const statement = target.prepare(insert);
	for (const row of rows) statement.run(...row);
	for (const index of indexes) target.exec(index);
}

/** Rows with the columns that hold something in any of them: nobody would write the others. */
function tablesOf(database: OpenedSandbox["database"]): readonly Table[] {
	const names = database.all("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
	return names.map(({ name, sql }) => {
		const stored = database.all(`SELECT * FROM "${String(name)}"`);
		const generated = new Set(
			database
				.all(`PRAGMA table_xinfo("${String(name)}")`)
				.flatMap((column) => (column.hidden === 0 ? [] : [column.name])),
		);
		const columns = Object.keys(stored[0] ?? {}).filter(
			(column) => !generated.has(column) && stored.some((row) => row[column] !== null),
		);
		const indexes = database.all(
			"SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
			String(name),
		);
		const holes = columns.map(() => "?").join(",");
		return {
			name: String(name),
			create: String(sql),
			indexes: indexes.map((index) => String(index.sql)),
			insert: `INSERT INTO "${String(name)}" (${columns.map((column) => `"${column}"`).join(",")}) VALUES (${holes})`,
			rows: columns.length === 0 ? [] : stored.map((row) => columns.map((column) => row[column] ?? null)),
		};
	});
}
