import { isExactNumber } from "../json/exactNumber.ts";
import { navigationOf } from "../readRow.ts";
import { isGuid } from "../recordPath.ts";
import type { Row, RowValue } from "../row.ts";
import { sameValue } from "./sameValue.ts";

/**
 * Whether a record holds what a write was to put there. "unknown": nothing contradicts, and at least one value cannot be
 * told: a column that cannot be read back, a reference by alternate key, rows inside of the payload.
 */
export type Held = "all" | "notAll" | "unknown";

/** @param row as the service sent it, all columns with all annotations. */
export function holdsValues(row: Row, written: Row): Held {
	let held: Held = "all";
	for (const [name, value] of Object.entries(written)) {
		const one = holdsOne(row, name, value);
		if (one === "notAll") return "notAll";
		if (one === "unknown") held = "unknown";
	}
	return held;
}

const bind = "@odata.bind";

function holdsOne(row: Row, name: string, value: RowValue): Held {
	if (name.endsWith(bind)) return holdsLink(row, name.slice(0, -bind.length), value);
	if (name.includes("@")) return "all";
	if (typeof value === "object" && value !== null && !isExactNumber(value)) return "unknown";
	const read = row[name];
	if (read !== undefined) return sameValue(value, read) ? "all" : "notAll";
	// A lookup is cleared by the name of its navigation property alone as well.
	return value === null ? holdsLink(row, name, null) : "unknown";
}

/** Which column a navigation property writes is not guessed: the row says it of each lookup that is set. */
function holdsLink(row: Row, navigation: string, value: RowValue): Held {
	const lookups = Object.entries(row).filter(([name]) => /^_.+_value$/.test(name));
	const own = lookups.find(([name]) => navigationOf(row, name) === navigation);
	const present = own?.[1] ?? null;
	if (value === null) return holdsNoLink(row, lookups, navigation, present);
	const id = typeof value === "string" ? idOf(value) : undefined;
	if (id === undefined) return "unknown";
	if (own !== undefined) return sameValue(id, present) ? "all" : "notAll";
	return untold(row, lookups).some(([, other]) => sameValue(id, other)) ? "unknown" : "notAll";
}

function holdsNoLink(row: Row, lookups: Lookups, navigation: string, present: RowValue): Held {
	if (present !== null) return "notAll";
	const sameName = row[`_${navigation}_value`];
	if (sameName !== undefined) return sameName === null ? "all" : "unknown";
	return lookups.length > 0 && untold(row, lookups).length === 0 ? "all" : "unknown";
}

type Lookups = readonly (readonly [name: string, value: RowValue])[];

/** Lookups that are set and do not say by which navigation property. */
function untold(row: Row, lookups: Lookups): Lookups {
	return lookups.filter(([name, value]) => value !== null && navigationOf(row, name) === undefined);
}

/** "accounts(00aa...)", also as a whole URL. */
function idOf(reference: string): string | undefined {
	const key = /\(([^()]*)\)$/.exec(reference.trim())?.[1];
	return key !== undefined && isGuid(key) ? key : undefined;
}
