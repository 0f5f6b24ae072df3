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
 * numbers stay as they were written; what is no JSON comes out with little changed and is refused later.
 */
function resolveLinks(json: string, references: References): string {
	let isLink = false;
	return json.replace(
		/"((?:[^"\\]|\\.)*)"(\s*:)?|[{}]/g,
		(found: string, value: string | undefined, colon: string | undefined) => {
			if (value === undefined) {
				isLink = false;
				return found;
			}
			if (colon !== undefined) {
				isLink = /@odata\.(?:bind|id)$/.test(value);
				return found;
			}
			return isLink && value.startsWith("$") ? JSON.stringify(resolved(value, references)) : found;
		},
	);
}

/** "$1/lastname" with what stands for "$1". */
function resolved(reference: string, references: References): string {
	const [, id = "", rest = ""] = /^\$([^/?]*)(.*)$/s.exec(reference) ?? [];
	const url = references.get(id);
	if (url === undefined) throw contentIdUnknown(id);
	return url + rest;
}
