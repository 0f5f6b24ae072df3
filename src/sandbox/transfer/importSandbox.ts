import type { ImportProblem } from "../../words/sandboxTransfer.ts";
import { writeIdentity } from "../sample/identityRows.ts";
import type { RowPlace } from "../sample/rowWriter.ts";
import { samplesTable } from "../sample/samplesTable.ts";
import { withoutIndexes } from "../sample/withoutIndexes.ts";
import { quoted } from "../storage/sqlNames.ts";
import { ImportFailure } from "./importFailure.ts";
import { JsonCursor } from "./jsonCursor.ts";
import { RowReader } from "./rowReader.ts";
import { storedTableNames } from "./storedTables.ts";
import { transferFormat, transferVersion } from "./transferFormat.ts";

export type ImportOutcome =
	{ readonly ok: true; readonly rows: number } | { readonly ok: false; readonly problem: ImportProblem };

/**
 * Puts an exported sandbox in the place of what is there: each table of the file gets the rows of the file, and a file
 * of a whole sandbox empties all others. All of it or nothing.
 *
 * @param more gives the file's next piece, undefined after the last.
 * @param now milliseconds since 1970, for rows that every sandbox has and the file has not.
 */
export function importSandbox(place: RowPlace, more: () => string | undefined, now: number): ImportOutcome {
	const cursor = new JsonCursor(more);
	try {
		const rows = place.database.transaction(() => {
			const written = readDocument(place, cursor);
			writeIdentity(place, now);
			return written;
		});
		return { ok: true, rows };
	} catch (error) {
		if (error instanceof ImportFailure) return { ok: false, problem: error.problem };
		throw error;
	}
}

/** `{"format":…,"version":…,"whole":…,"samples":…,"tables":[…]}` and nothing behind it. */
function readDocument(place: RowPlace, cursor: JsonCursor): number {
	const head = new Map<string, unknown>();
	let rows: number | undefined;
	if (!cursor.take("{")) throw new ImportFailure(cursor.peek() === "" ? notJson(cursor) : { code: "notAnExport" });
	do {
		const name = nextValue(cursor);
		need(cursor, ":");
		if (name === "tables") {
			checkHead(head);
			applyHead(place, head);
			rows = readTables(place, cursor);
		} else head.set(String(name), nextValue(cursor));
	} while (cursor.take(","));
	need(cursor, "}");
	if (rows === undefined) throw new ImportFailure({ code: "notAnExport" });
	if (cursor.peek() !== "") throw new ImportFailure(notJson(cursor));
	return rows;
}

function checkHead(head: ReadonlyMap<string, unknown>): void {
	const version = head.get("version");
	if (head.get("format") !== transferFormat || typeof version !== "number") {
		throw new ImportFailure({ code: "notAnExport" });
	}
	if (version > transferVersion) throw new ImportFailure({ code: "newerVersion", version });
}

/** The samples of the file come to those that are known; those of a whole sandbox take their place. */
function applyHead(place: RowPlace, head: ReadonlyMap<string, unknown>): void {
	const { database } = place;
	samplesTable(database);
	if (head.get("whole") === true) {
		for (const name of storedTableNames(place)) database.run(`DELETE FROM ${quoted(name)}`);
		database.run('DELETE FROM "sandbox$samples"');
	}
	const samples = head.get("samples");
	for (const sample of Array.isArray(samples) ? (samples as readonly unknown[]) : []) {
		if (!Array.isArray(sample) || sample.length !== 4 || !sample.every(Number.isSafeInteger)) {
			throw new ImportFailure({ code: "notAnExport" });
		}
		database.run('INSERT OR REPLACE INTO "sandbox$samples" VALUES (?, ?, ?, ?)', ...(sample as number[]));
	}
}

function readTables(place: RowPlace, cursor: JsonCursor): number {
	const seen = new Set<string>();
	let rows = 0;
	need(cursor, "[");
	if (cursor.take("]")) return 0;
	do rows += readTable(place, cursor, seen);
	while (cursor.take(","));
	need(cursor, "]");
	return rows;
}

function readTable(place: RowPlace, cursor: JsonCursor, seen: Set<string>): number {
	const facts = new Map<string, unknown>();
	let rows: number | undefined;
	need(cursor, "{");
	do {
		const name = nextValue(cursor);
		need(cursor, ":");
		if (name === "rows") {
			const reader = RowReader.of(place, facts, seen);
			withoutIndexes(place.database, reader.table, Infinity, () => {
				rows = readRows(cursor, reader);
			});
		} else facts.set(String(name), nextValue(cursor));
	} while (cursor.take(","));
	need(cursor, "}");
	if (rows === undefined) throw new ImportFailure({ code: "notAnExport" });
	return rows;
}

function readRows(cursor: JsonCursor, reader: RowReader): number {
	let rows = 0;
	need(cursor, "[");
	if (!cursor.take("]")) {
		do {
			rows += 1;
			reader.row(nextValue(cursor), rows);
		} while (cursor.take(","));
		need(cursor, "]");
	}
	reader.end();
	return rows;
}

function need(cursor: JsonCursor, character: string): void {
	if (!cursor.take(character)) throw new ImportFailure(notJson(cursor));
}

function nextValue(cursor: JsonCursor): unknown {
	const found = cursor.value();
	if (found === undefined) throw new ImportFailure(notJson(cursor));
	return found.value;
}

const notJson = (cursor: JsonCursor): ImportProblem => ({ code: "notJson", offset: cursor.offset });
