import type { ServiceRequest } from "../service/serviceRequest.ts";
import { contentIdUnknown } from "./batchRefusals.ts";

/** Content-ID -> URL of the record that its request made or changed. */
export type References = ReadonlyMap<string, string>;

/** The request with references to earlier ones of its change set replaced, in its URL and in the links of its body. */
export function resolveReferences(request: ServiceRequest, references: References): ServiceRequest {
	const url = request.url.startsWith("$")
		? resolved(request.url, references).replace(/^https?:\/\/[^/]*/, "")
		: request.url;
	const { body } = request;
	if (body?.includes(dollar) !== true) return { ...request, url };
	const text = Buffer.from(body).toString("utf8");
	return { ...request, url, body: Buffer.from(resolveLinks(text, references), "utf8") };
}

const dollar = "$".charCodeAt(0);

/**
 * Replaces "$1" where it is the value of `...@odata.bind` or `@odata.id`, alone or in a list. Works on the text, so that
 * numbers stay as they were written; what is no JSON comes out with little changed and is refused later. One pass.
 */
function resolveLinks(json: string, references: References): string {
	let resolvedText = "";
	let copied = 0;
	let isLink = false;
	for (let at = 0; at < json.length; at++) {
		const code = json.charCodeAt(at);
		if (code === openBrace || code === closeBrace) isLink = false;
		if (code !== quote) continue;
		const end = closingQuote(json, at);
		if (isKey(json, end + 1)) isLink = linkSuffixes.some((suffix) => json.endsWith(suffix, end));
		else if (isLink && json.charCodeAt(at + 1) === dollar) {
			resolvedText += json.slice(copied, at) + JSON.stringify(resolved(json.slice(at + 1, end), references));
			copied = end + 1;
		}
		at = end;
	}
	return resolvedText + json.slice(copied);
}

const linkSuffixes = ["@odata.bind", "@odata.id"] as const;
const quote = 34;
const backslash = 92;
const openBrace = 123;
const closeBrace = 125;

/** Offset of the quote that ends the string which begins at `from`; the end of the text where none does. */
function closingQuote(json: string, from: number): number {
	for (let at = from + 1; at < json.length; at++) {
		const code = json.charCodeAt(at);
		if (code === quote) return at;
		if (code === backslash) at++;
	}
	return json.length;
}

function isKey(json: string, from: number): boolean {
	let at = from;
	while (at < json.length && json.charCodeAt(at) <= 32) at++;
	return json[at] === ":";
}

/** "$1/lastname" with what stands for "$1". */
function resolved(reference: string, references: References): string {
	const [, id = "", rest = ""] = /^\$([^/?]*)(.*)$/s.exec(reference) ?? [];
	const url = references.get(id);
	if (url === undefined) throw contentIdUnknown(id);
	return url + rest;
}
