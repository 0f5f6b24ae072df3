import type { Outcome } from "../../base/outcome.ts";
import type { RowValue } from "../row.ts";
import { findRounded, type NumberPlace } from "./findRounded.ts";

export interface JsonProblem {
	readonly code: "notJson";
}

/**
 * Reads JSON (RFC 8259). Numbers are doubles, but for those that a double would round, which become ExactNumber: see
 * isGivenBack for what decides, and findRounded for the one limit. Where there are none, and that is nearly always, it takes
 * little more than JSON.parse. Never throws.
 */
export function parseJson(text: string): Outcome<RowValue, JsonProblem> {
	try {
		return { ok: true, value: JSON.parse(withExactNumbers(text, findRounded(text))) as RowValue };
	} catch {
		return { ok: false, problem: { code: "notJson" } };
	}
}

/** One value in the place of another: what was JSON stays JSON, and what was none stays none. */
function withExactNumbers(text: string, places: readonly NumberPlace[]): string {
	if (places.length === 0) return text;
	const pieces: string[] = [];
	let copied = 0;
	for (const { start, end } of places) {
		pieces.push(text.slice(copied, start), '{"exactNumber":"', text.slice(start, end), '"}');
		copied = end;
	}
	return pieces.join("") + text.slice(copied);
}
