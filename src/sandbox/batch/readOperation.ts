import type { ServiceRequest } from "../service/serviceRequest.ts";
import { batchMalformed } from "./batchRefusals.ts";
import { endOfLine, type HeadedText, splitHeaders } from "./multipart.ts";

/** One request of a batch. Its URL may still be a reference to an earlier one: "$1/primarycontactid/$ref". */
export interface BatchOperation {
	readonly request: ServiceRequest;
	readonly contentId?: string;
	/** Its body would be lost in the service, which then says so. */
	readonly unreadable: boolean;
}

/** Headers of the batch that hold for its parts as well: who is called and for whom it is done. */
const inherited = ["host", "callerobjectid", "mscrmcallerid"] as const;

export function readOperation(
	part: HeadedText,
	batch: ServiceRequest,
	root: string,
	endsBadly: boolean,
): BatchOperation {
	if (!/^application\/http\s*(?:;|$)/i.test(part.headers.get("content-type") ?? ""))
		throw batchMalformed("badPartType");
	if (part.headers.get("content-transfer-encoding")?.toLowerCase() !== "binary") throw batchMalformed("badEncoding");
	const text = part.body.replace(/^(?:\r?\n)+/, "");
	const lineEnd = endOfLine(text, 0);
	const [, method, url] = /^([A-Za-z]{1,20}) (.+) HTTP\/\d(?:\.\d)?$/.exec(text.slice(0, lineEnd).trimEnd()) ?? [];
	if (method === undefined || url === undefined) throw batchMalformed("badRequestLine");
	const { headers: given, body: rest } = splitHeaders(text, lineEnd + 1);
	const headers = new Map(given);
	for (const name of inherited) {
		const value = batch.headers.get(name);
		if (value !== undefined && (name === "host" || !headers.has(name))) headers.set(name, value);
	}
	const body = bodyOf(rest, headers.get("content-length"));
	const contentId = part.headers.get("content-id") ?? given.get("content-id");
	return {
		request: {
			method: method.toUpperCase(),
			// Clients also write a URL as it is, without percent signs.
			url: resolveUrl(Buffer.from(url.trim(), "latin1").toString("utf8"), root),
			headers,
			...(body !== undefined && { body }),
		},
		...(contentId !== undefined && contentId !== "" && { contentId }),
		unreadable: endsBadly && body !== undefined && !headers.has("content-length"),
	};
}

/** An inner Content-Length cuts the body; without one it ends before the boundary. Blank lines alone are no body. */
function bodyOf(text: string, contentLength: string | undefined): Uint8Array | undefined {
	const cut =
		contentLength !== undefined && /^\d{1,10}$/.test(contentLength) ? text.slice(0, Number(contentLength)) : text;
	return cut.trim() === "" ? undefined : Buffer.from(cut, "latin1");
}

/** What a path below the service may begin with that is no reference to another part. */
const systemPath = /^\$(?:metadata|batch|entity|all|crossjoin)\b/;

/**
 * Absolute URL, path from the host on, or relative to the service: all become the path as the service takes it. A
 * reference ("$1") stays.
 */
function resolveUrl(url: string, root: string): string {
	const path = url.replace(/^https?:\/\/[^/?#]*/i, "");
	const isReference = path.startsWith("$") && !systemPath.test(path);
	return path.startsWith("/") || isReference ? path : root + path;
}
