import type { StorageKind } from "../schema/sandboxTable.ts";
import type { SqlValue } from "../storage/database.ts";

type Check = (value: unknown) => SqlValue | undefined;

const text =
	(pattern: RegExp): Check =>
	(value) =>
		typeof value === "string" && pattern.test(value) ? value : undefined;

const number: Check = (value) => (typeof value === "number" ? value : undefined);

const whole: Check = (value) => (Number.isSafeInteger(value) ? (value as number) : undefined);

const anyText: Check = (value) => (typeof value === "string" ? value : undefined);

/** From -2^63 to 2^63 - 1. */
const long: Check = (value) =>
	typeof value === "string" && /^-?\d{1,19}$/.test(value) && BigInt.asIntN(64, BigInt(value)) === BigInt(value)
		? BigInt(value)
		: undefined;

const binary: Check = (value) =>
	typeof value === "string" && /^[A-Za-z\d+/]*={0,2}$/.test(value) ? Buffer.from(value, "base64") : undefined;

const checks: Readonly<Record<StorageKind, Check>> = {
	guid: text(/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/),
	text: anyText,
	integer: whole,
	long,
	decimal: number,
	double: number,
	boolean: (value) => (value === 0 || value === 1 ? value : undefined),
	dateTime: text(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
	date: text(/^\d{4}-\d\d-\d\d$/),
	choices: text(/^-?\d+(?:,-?\d+)*$/),
	binary,
	any: anyText,
};

/** A value of a file as SQLite takes it, or undefined where it does not fit the kind of its column. */
export function storedValue(kind: StorageKind, value: unknown): SqlValue | undefined {
	return value === null ? null : checks[kind](value);
}
