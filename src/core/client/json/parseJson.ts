import type { Outcome } from "../../base/outcome.ts";
import type { Row, RowValue } from "../row.ts";
import { findInfinite, findRounded, type NumberPlace } from "./findRounded.ts";

export interface JsonProblem {
	readonly code: "notJson";
}

/**
 * Reads JSON (RFC 8259). Numbers are doubles, but for those that a double would round, which become ExactNumber: see
 * isGivenBack for what decides. The one exception is a number too small for a double that is written with few digits
 * (1e-400): it is 0. No column of the service can hold one. Where no number is rounded, and that is nearly always, it takes
 * little more than JSON.parse. Never throws.
 */
export function parseJson(text: string): Outcome<RowValue, JsonProblem> {
	try {
		const rounded = findRounded(text);
		const value = JSON.parse(withExactNumbers(text, rounded)) as RowValue;
		if (!holdsInfinite(value)) return { ok: true, value };
		const all = new Map([...rounded, ...findInfinite(text)].map((place) => [place.start, place]));
		const places = [...all.values()].sort((left, right) => left.start - right.start);
		return { ok: true, value: JSON.parse(withExactNumbers(text, places)) as RowValue };
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

/** To look at the values takes less time than to look for exponents in the text. However deep they are, the stack is not. */
function holdsInfinite(value: RowValue): boolean {
	const pending: RowValue[] = [value];
	for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
		if (isInfinite(next)) return true;
		if (isList(next)) {
			for (const inner of next) {
				if (isNested(inner)) pending.push(inner);
				else if (isInfinite(inner)) return true;
			}
		} else if (isNested(next)) {
			// Object.values would make a list for each row.
			for (const name in next) {
				const inner = next[name] ?? null;
				if (isNested(inner)) pending.push(inner);
				else if (isInfinite(inner)) return true;
			}
		}
	}
	return false;
}

function isNested(value: RowValue): value is Row {
	return typeof value === "object" && value !== null;
}

function isList(value: RowValue): value is readonly RowValue[] {
	return Array.isArray(value);
}

function isInfinite(value: RowValue): boolean {
	return value === Infinity || value === -Infinity;
}
