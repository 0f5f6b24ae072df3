import type { RowValue } from "../row.ts";
import { isExactNumber } from "./exactNumber.ts";

/**
 * JSON of a value, in one line as JSON.stringify writes it, with exact numbers digit for digit. As there, NaN and infinite
 * numbers become null, and properties without a value are left out. However deep the value is, the stack is not.
 */
export function printJson(value: RowValue): string {
	const pieces: string[] = [];
	const outer: Open[] = [];
	let open = begin(value, pieces);
	while (open !== undefined) {
		const at = open.next;
		if (at === open.values.length) {
			pieces.push(open.names === undefined ? "]" : "}");
			open = outer.pop();
			continue;
		}
		open.next += 1;
		if (at > 0) pieces.push(",");
		if (open.names !== undefined) pieces.push(JSON.stringify(open.names[at]), ":");
		const inner = begin(open.values[at] ?? null, pieces);
		if (inner === undefined) continue;
		outer.push(open);
		open = inner;
	}
	return pieces.join("");
}

/** An object or list that is not closed yet. */
interface Open {
	/** Absent for a list. */
	readonly names?: readonly string[];
	readonly values: readonly RowValue[];
	next: number;
}

/** Prints a simple value, or opens one that has others in it. */
function begin(value: RowValue, pieces: string[]): Open | undefined {
	if (typeof value !== "object" || value === null) {
		pieces.push(JSON.stringify(value));
		return undefined;
	}
	if (isExactNumber(value)) {
		pieces.push(value.exactNumber);
		return undefined;
	}
	if (isList(value)) {
		pieces.push("[");
		return { values: value, next: 0 };
	}
	pieces.push("{");
	const entries = Object.entries<RowValue | undefined>({ ...value }).filter(([, each]) => each !== undefined);
	return { names: entries.map(([name]) => name), values: entries.map(([, each]) => each ?? null), next: 0 };
}

function isList(value: RowValue): value is readonly RowValue[] {
	return Array.isArray(value);
}
