import type { Preferences } from "./preferences.ts";

/** The largest page that the service gives; a larger wish is ignored. */
export const largestPage = 5000;

const none: Preferences = { annotations: [], returnRepresentation: false, continueOnError: false };

/**
 * Reads a `Prefer` header (RFC 7240): names in any case, values with or without quotes, the first of a repeated one
 * counts. Whatever is not understood is passed over.
 */
export function readPreferences(header: string | undefined): Preferences {
	if (header === undefined) return none;
	const given = new Map<string, string>();
	for (const [name, value] of preferencesIn(header)) if (!given.has(name)) given.set(name, value);
	const pageSize = wholeNumber(given.get("odata.maxpagesize"));
	return {
		...(pageSize !== undefined && pageSize >= 1 && pageSize <= largestPage && { maxPageSize: pageSize }),
		annotations: patternsIn(given.get("odata.include-annotations")),
		returnRepresentation: given.get("return")?.toLowerCase() === "representation",
		continueOnError: given.has("odata.continue-on-error") && given.get("odata.continue-on-error") !== "false",
	};
}

/** `name`, `name=value` or `name="a,b"`, what follows a semicolon left out. */
const preference = /([^\s=;,"]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?(?:\s*;[^,]*)?/g;

function* preferencesIn(header: string): Generator<readonly [string, string]> {
	for (const [, name = "", quoted, plain] of header.matchAll(preference))
		yield [name.toLowerCase(), quoted?.replace(/\\(.)/g, "$1") ?? plain ?? ""];
}

function wholeNumber(text: string | undefined): number | undefined {
	return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function patternsIn(list: string | undefined): readonly string[] {
	return (list ?? "")
		.split(",")
		.map((pattern) => pattern.trim())
		.filter((pattern) => pattern !== "");
}
