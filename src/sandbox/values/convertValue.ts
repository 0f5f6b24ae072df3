import { dateText, dateTimeText, readTime } from "../query/dateText.ts";
import type { StorageKind } from "../schema/sandboxTable.ts";

/** A value that is not null, as SQLite keeps it. */
export type KeptValue = string | number | bigint | Uint8Array;

/**
 * A plain JSON value as its column keeps it, without a look at the column's limits; undefined where the value is of
 * another type. The service reads JSON by OData's library, which takes the text of a whole number, a floating-point
 * number or a truth value for the value itself, but no text for an Edm.Decimal or Edm.Int64.
 */
export function convertValue(kind: StorageKind, value: string | number | bigint | boolean): KeptValue | undefined {
	switch (kind) {
		case "guid":
			return typeof value === "string" ? guidText(value) : undefined;
		case "text":
			return typeof value === "string" ? value : undefined;
		case "integer":
			return wholeNumber(value, 2 ** 31);
		case "long":
			return typeof value === "string" ? undefined : longNumber(value);
		case "decimal":
			return typeof value === "string" ? undefined : finiteNumber(value);
		case "double":
			return finiteNumber(value);
		case "boolean":
			return truthValue(value);
		case "dateTime":
			return typeof value === "string" ? moment(value) : undefined;
		case "date":
			return typeof value === "string" ? day(value) : undefined;
		case "choices":
			return typeof value === "string" ? choiceList(value) : undefined;
		case "binary":
			return typeof value === "string" ? bytes(value) : undefined;
		case "any":
			return typeof value === "bigint" ? String(value) : JSON.stringify(value);
	}
}

const guidForms = [
	/^([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})$/i,
	/^\{([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})\}$/i,
	/^\(([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})\)$/i,
];

/** .NET's forms of a GUID: with hyphens or without any, in braces or parentheses, blanks around. */
export function guidText(text: string): string | undefined {
	const trimmed = text.trim();
	const hyphens = trimmed.split("-").length - 1;
	if (hyphens !== 0 && hyphens !== 4) return undefined;
	for (const form of guidForms) {
		const match = form.exec(trimmed);
		if (match !== null) return match.slice(1).join("-").toLowerCase();
	}
	return undefined;
}

/** @param limit the first number that is too large; the smallest is its negative. */
function wholeNumber(value: string | number | bigint | boolean, limit: number): number | undefined {
	if (typeof value === "boolean") return undefined;
	if (typeof value === "string" && !/^\s*[+-]?\d{1,400}\s*$/.test(value)) return undefined;
	const number = Number(value);
	return Number.isInteger(number) && number >= -limit && number < limit ? number : undefined;
}

const longLimit = 2n ** 63n;

function longNumber(value: number | bigint | boolean): bigint | number | undefined {
	if (typeof value === "boolean" || (typeof value === "number" && !Number.isInteger(value))) return undefined;
	const exact = BigInt(value);
	if (exact < -longLimit || exact >= longLimit) return undefined;
	return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact;
}

/** What JSON has no number for ("INF", "NaN") is no value of a column. */
function finiteNumber(value: string | number | bigint | boolean): number | undefined {
	if (typeof value === "boolean") return undefined;
	if (typeof value === "string" && !/^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(value)) return undefined;
	const number = Number(value);
	return Number.isFinite(number) ? number : undefined;
}

function truthValue(value: string | number | bigint | boolean): number | undefined {
	if (typeof value === "boolean") return Number(value);
	const text = typeof value === "string" ? value.trim().toLowerCase() : "";
	return text === "true" ? 1 : text === "false" ? 0 : undefined;
}

/** A time without a zone is none; fractions of a second are not kept. */
function moment(text: string): string | undefined {
	const read = readTime(text);
	return read === undefined || read.isDate || !read.hasZone ? undefined : dateTimeText(read.time);
}

function day(text: string): string | undefined {
	const read = readTime(text);
	return read?.isDate === true ? dateText(read.time) : undefined;
}

/** Multi-select: numbers with commas, each once, in ascending order. */
function choiceList(text: string): string | undefined {
	if (text.trim() === "") return "";
	const parts = text.split(",").map((part) => wholeNumber(part, 2 ** 31));
	if (parts.includes(undefined)) return undefined;
	return [...new Set(parts as number[])].sort((left, right) => left - right).join(",");
}

function bytes(text: string): Uint8Array | undefined {
	const dense = text.replace(/\s+/g, "");
	return dense.length % 4 === 0 && /^[a-z0-9+/]*={0,2}$/i.test(dense) ? Buffer.from(dense, "base64") : undefined;
}
