import type { SandboxSchema, SandboxTable } from "../schema/sandboxTable.ts";
import type { Database } from "./database.ts";
import { defineIndexes } from "./defineIndexes.ts";
import { extendTable } from "./extendTable.ts";
import { declaration, guidColumn, type SqlColumn, sqlColumns } from "./sqlColumns.ts";
import { intersectIndexes, keyIndexes, sqlIndexes } from "./sqlIndexes.ts";
import { quoted } from "./sqlNames.ts";
import type { TableStore } from "./tableStore.ts";

/** Storage of the tables of a schema in a database. What is in the database already stays. */
export function createTableStore(database: Database, schema: SandboxSchema): TableStore {
	return new SqlTableStore(database, schema);
}

/** Row versions of a new file begin here, so that they look like those of an organization in use. */
const firstVersion = 1_000_000;

class SqlTableStore implements TableStore {
	readonly #database: Database;
	readonly #schema: SandboxSchema;
	/** What is known to be there and complete: logical names, intersect tables with their columns. */
	readonly #ready = new Set<string>();
	/** SQL tables of the database in lower case, as SQLite compares them; absent until somebody asks. */
	#present: Set<string> | undefined;
	#rollbacks: number;

	constructor(database: Database, schema: SandboxSchema) {
		this.#database = database;
		this.#schema = schema;
		this.#rollbacks = database.rollbacks;
		database.define(`
			CREATE TABLE IF NOT EXISTS "sandbox$version" (id INTEGER PRIMARY KEY CHECK (id = 1), value INTEGER NOT NULL);
			INSERT OR IGNORE INTO "sandbox$version" VALUES (1, ${firstVersion});
		`);
	}

	ensure(table: SandboxTable): void {
		if (this.#isReady(table.logicalName)) return;
		const columns = sqlColumns(table);
		if (this.exists(table.logicalName)) extendTable(this.#database, table.logicalName, columns);
		else this.#create(table.logicalName, columns);
		defineIndexes(this.#database, table.logicalName, [...sqlIndexes(table), ...keyIndexes(table)]);
		this.#ready.add(table.logicalName);
	}

	ensureIntersect(table: string, columns: readonly [string, string]): void {
		const key = `${table} ${columns.join(" ")}`;
		if (this.#isReady(key)) return;
		const known = this.#schema.table(table);
		if (known !== undefined) this.ensure(known);
		else if (!this.exists(table)) this.#create(table, columns.map(guidColumn));
		const unknown = columns.filter((column) => known?.columns.get(column)?.stored !== true);
		extendTable(this.#database, table, unknown.map(guidColumn));
		const indexes = known === undefined ? [] : [...sqlIndexes(known), ...keyIndexes(known)];
		defineIndexes(this.#database, table, [...indexes, ...intersectIndexes(table, columns)]);
		this.#ready.add(key);
	}

	exists(logicalName: string): boolean {
		this.#forgetWhatWasTakenBack();
		this.#present ??= new Set(
			this.#database
				.all("SELECT lower(name) AS name FROM sqlite_master WHERE type = 'table'")
				.map(({ name }) => String(name)),
		);
		return this.#present.has(logicalName.toLowerCase());
	}

	nextVersion(count = 1): number {
		const row = this.#database.get(`UPDATE "sandbox$version" SET value = value + ? RETURNING value`, count);
		return Number(row?.value) - count + 1;
	}

	#create(name: string, columns: readonly SqlColumn[]): void {
		this.#database.define(`CREATE TABLE ${quoted(name)} (${columns.map(declaration).join(", ")})`);
		this.#present?.add(name.toLowerCase());
	}

	#isReady(key: string): boolean {
		this.#forgetWhatWasTakenBack();
		return this.#ready.has(key);
	}

	#forgetWhatWasTakenBack(): void {
		if (this.#rollbacks === this.#database.rollbacks) return;
		this.#rollbacks = this.#database.rollbacks;
		this.#ready.clear();
		this.#present = undefined;
	}
}
