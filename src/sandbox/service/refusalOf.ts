import { Refusal } from "./refusal.ts";
import { databaseFailure, unexpectedFailure } from "./serviceRefusals.ts";

/** SQLite's result codes for what no request can help: read-only, I/O, damaged, full, gone, no database. */
const brokenStorage: ReadonlySet<number> = new Set([8, 10, 11, 13, 14, 26]);

/** What was thrown, as a refusal. Everything that is none is our mistake or a broken machine and goes to the log. */
export function refusalOf(error: unknown, log: (error: unknown) => void): Refusal {
	if (error instanceof Refusal) return error;
	log(error);
	if (error instanceof Error && "errcode" in error && typeof error.errcode === "number") {
		// Extended result codes keep the primary one in the low byte.
		if (brokenStorage.has(error.errcode & 0xff)) return databaseFailure(error.message);
	}
	return unexpectedFailure();
}
