import type { RecordTarget } from "./dataverseClient.ts";

/**
 * The address of a record below the service root, encoded: "accounts(00aa...)", "accounts(accountnumber='O''Neill')".
 * https://learn.microsoft.com/power-apps/developer/data-platform/use-alternate-key-reference-record
 */
export function recordPath({ entitySet, key }: RecordTarget): string {
	if (typeof key === "string") return `${entitySet}(${encodeURIComponent(key)})`;
	const parts = Object.entries(key).map(([column, value]) => `${column}=${encodeURIComponent(literal(column, value))}`);
	return `${entitySet}(${parts.join(",")})`;
}

/** The value of a lookup in a key is an id, which stands without quotes. */
function literal(column: string, value: string | number | boolean): string {
	if (typeof value !== "string" || (/^_.+_value$/.test(column) && isGuid(value))) return String(value);
	return `'${value.replaceAll("'", "''")}'`;
}

export function isGuid(text: string): boolean {
	return /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text);
}
