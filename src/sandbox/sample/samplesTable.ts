import type { Database } from "../storage/database.ts";

/** Makes the list of samples that the sandbox has had: their numbers are part of the ids of their rows. */
export function samplesTable(database: Database): void {
	database.define(
		'CREATE TABLE IF NOT EXISTS "sandbox$samples" (batch INTEGER PRIMARY KEY, seed INTEGER, anchor INTEGER, rows INTEGER)',
	);
}
