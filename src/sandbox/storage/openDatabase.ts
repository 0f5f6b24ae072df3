import type { DatabaseSync } from "node:sqlite";
import type { Message } from "../../words/message.ts";
import { fileInUse, fileUnusable, newerFile, notASandboxFile, sqliteMissing } from "../../words/sandboxStart.ts";
import { Database } from "./database.ts";
import { loadSqlite } from "./loadSqlite.ts";

/** Version of the layout of a database file. A file of a newer one is left alone. */
export const formatVersion = 1;

/** What marks a SQLite file as ours ("DVWs"). */
const applicationId = 0x44565773;

export type DatabaseProblem = "sqliteMissing" | "newerFile" | "notASandbox" | "inUse" | "unusable";

export type OpenedDatabase =
	| { readonly ok: true; readonly database: Database; /** True where nothing was in it. */ readonly isNew: boolean }
	| { readonly ok: false; readonly problem: DatabaseProblem; readonly message: Message };

/**
 * Opens a database file, or one in memory. The process that has a file open is its only user until it closes it or
 * ends, however it ends: SQLite holds the system's lock on it. That lock is what makes one server of one file; the lock
 * file beside it only tells who that is.
 *
 * A commit is in the system's hands when it returns (`synchronous = NORMAL` with a write-ahead log), so it survives the
 * end of this process; a power cut may take the last ones and never damages the rest.
 */
export function openDatabase(path: string | undefined): OpenedDatabase {
	const sqlite = loadSqlite();
	if (sqlite === undefined) {
		return { ok: false, problem: "sqliteMissing", message: sqliteMissing(process.versions.node) };
	}
	let opened: DatabaseSync | undefined;
	try {
		opened = new sqlite.DatabaseSync(path ?? ":memory:");
		const outcome = prepare(opened, path ?? ":memory:");
		if (!outcome.ok) opened.close();
		return outcome;
	} catch (error) {
		opened?.close();
		return failure(path ?? ":memory:", error);
	}
}

function prepare(sqlite: DatabaseSync, path: string): OpenedDatabase {
	// The lock is taken by the first access, which is why nothing is read before the mode is set.
	sqlite.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE; COMMIT");
	const id = pragma(sqlite, "application_id");
	const version = pragma(sqlite, "user_version");
	const isNew = pragma(sqlite, "schema_version") === 0;
	if (!isNew && id !== applicationId) return { ok: false, problem: "notASandbox", message: notASandboxFile(path) };
	if (version > formatVersion) return { ok: false, problem: "newerFile", message: newerFile(path, version) };
	sqlite.exec(`
		PRAGMA journal_mode = WAL;
		PRAGMA synchronous = NORMAL;
		PRAGMA temp_store = MEMORY;
		PRAGMA cache_size = -65536;
		PRAGMA application_id = ${applicationId};
		PRAGMA user_version = ${formatVersion};
	`);
	return { ok: true, database: new Database(sqlite), isNew };
}

function pragma(sqlite: DatabaseSync, name: string): number {
	return Number(sqlite.prepare(`PRAGMA ${name}`).get()?.[name]);
}

/** SQLite's result codes: 5 busy, 26 not a database. */
function failure(path: string, error: unknown): OpenedDatabase {
	const code = error instanceof Error && "errcode" in error ? Number(error.errcode) & 0xff : 0;
	if (code === 5) return { ok: false, problem: "inUse", message: fileInUse(path) };
	if (code === 26) return { ok: false, problem: "notASandbox", message: notASandboxFile(path) };
	const reason = error instanceof Error ? error.message : String(error);
	return { ok: false, problem: "unusable", message: fileUnusable(path, reason) };
}
