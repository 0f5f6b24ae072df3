/** What metadata is made of before it is text. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
	readonly [name: string]: Json;
}

/** `JSON.rawJSON`, which Node has since version 21 and its types have not yet. */
const { rawJSON } = JSON as typeof JSON & { readonly rawJSON: (text: string) => JsonObject };

/** A whole number that a double cannot hold, such as the bounds of a 64-bit column: written digit by digit. */
export function exactNumber(value: bigint): Json {
	return rawJSON(String(value));
}

/** The number behind `exactNumber`, for comparing; everything else as it is. */
export function exactValue(value: Json): Json | bigint {
	if (!isObject(value) || typeof value.rawJSON !== "string") return value;
	return BigInt(value.rawJSON);
}

export function isObject(value: Json): value is JsonObject {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
