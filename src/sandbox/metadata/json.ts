/** What metadata is made of before it is text. Whole numbers that a double cannot hold are bigints. */
export type Json = string | number | bigint | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
	readonly [name: string]: Json;
}

/** As `JSON.stringify`, which refuses a bigint: the bounds of a 64-bit column have to arrive digit by digit. */
export function jsonText(value: Json): string {
	if (typeof value === "string") return JSON.stringify(value);
	if (typeof value !== "object" || value === null) return String(value);
	if (isList(value)) return `[${value.map(jsonText).join(",")}]`;
	const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}:${jsonText(member)}`);
	return `{${members.join(",")}}`;
}

export function isList(value: Json): value is readonly Json[] {
	return Array.isArray(value);
}

export function isObject(value: Json): value is JsonObject {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
