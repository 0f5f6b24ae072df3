import { methodOverrides } from "./methodOverrides.ts";

/**
 * Whether a batch certainly holds nothing but GETs. It is read more strictly than any service reads it: what has another
 * form than the documented one, a change set, or a line anywhere that could begin another request, is no read.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/execute-batch-operations-using-web-api
 */
export function batchOnlyReads(contentType: string, body: string): boolean {
	const [, quoted, plain] =
		/^multipart\/mixed\s*;\s*boundary=(?:"([^"\r\n]+)"|([^\s";,]+))\s*$/i.exec(contentType) ?? [];
	const boundary = quoted ?? plain;
	if (boundary === undefined) return false;
	const parts = partsBetween(body, boundary);
	return parts !== undefined && parts.length > 0 && parts.every(isGet) && otherMethods(body) === 0;
}

/** A header that names the host of a path, however it is spaced (OData 4.0 Protocol, 11.7.2). */
const hostLine = /^[ \t]*host[ \t]*:[ \t]*(\S*)/gim;

/**
 * The URLs of all requests in a batch, whatever their method, and the hosts that they name apart from them ("//host/"):
 * each of them has to be the environment's own.
 */
export function batchUrls(body: string): readonly string[] {
	const urls = requestLines(body).map(({ url }) => url);
	return [...urls, ...[...body.matchAll(hostLine)].map(([, host = ""]) => `//${host}/`)];
}

/** Undefined where the body does not end with the closing boundary. What stands before the first is no part. */
function partsBetween(body: string, boundary: string): readonly string[] | undefined {
	const parts: string[] = [];
	let current: string[] | undefined;
	const lines = body.split(/\r\n|\r|\n/);
	for (const [index, line] of lines.entries()) {
		const mark = line.trimEnd();
		if (mark === `--${boundary}` || mark === `--${boundary}--`) {
			if (current !== undefined) parts.push(current.join("\n"));
			if (mark.endsWith("--") && mark !== `--${boundary}`) {
				return lines.slice(index + 1).every((rest) => rest.trim() === "") ? parts : undefined;
			}
			current = [];
		} else if (current !== undefined) current.push(line);
		else if (line.trim() !== "") return undefined;
	}
	return undefined;
}

function isGet(part: string): boolean {
	const end = part.indexOf("\n\n");
	if (end < 0) return false;
	const outer = headerNames(part.slice(0, end));
	const inner = part.slice(end + 2).split("\n\n", 1)[0] ?? "";
	const [first = "", ...headers] = inner.split("\n");
	return (
		/^content-type:[ \t]*application\/http[ \t]*(?:;[^\n]*)?$/im.test(part.slice(0, end)) &&
		outer.filter((name) => name === "content-type").length === 1 &&
		/^GET \S+ HTTP\/1\.1$/.test(first) &&
		![...outer, ...headerNames(headers.join("\n"))].some((name) => methodOverrides.has(name))
	);
}

function headerNames(text: string): readonly string[] {
	return text.split("\n").map((line) => (/^[^:]*/.exec(line)?.[0] ?? "").trim().toLowerCase());
}

function otherMethods(body: string): number {
	return requestLines(body).filter(({ method }) => method !== "GET").length;
}

interface RequestLine {
	readonly method: string;
	readonly url: string;
}

/** The lines that some reader of HTTP could take for the beginning of a request: "GET accounts HTTP/1.1". */
function requestLines(body: string): readonly RequestLine[] {
	return body.split(/[\r\n\u2028\u2029]/).flatMap((line) => requestLine(line.trim()) ?? []);
}

/** Piece by piece, because one pattern would try all ways to share out many blanks. */
function requestLine(line: string): RequestLine | undefined {
	const version = /HTTP\/[\d.]+$/i.exec(line);
	const [method] = /^[!#$%&'*+.^_`|~\w-]+(?=[ \t])/.exec(line) ?? [];
	if (version === null || method === undefined) return undefined;
	const between = line.slice(method.length, version.index);
	const url = between.trim();
	return url !== "" && /[ \t]/.test(between.slice(-1)) ? { method, url } : undefined;
}
