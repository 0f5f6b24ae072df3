import { methodOverrides } from "./methodOverrides.ts";

/** A line that some reader of HTTP could take for the beginning of a request: "GET accounts HTTP/1.1". */
const requestLine = /^[ \t]*([!#$%&'*+.^_`|~\w-]+)[ \t]+(\S.*?)[ \t]+HTTP\/[\d.]+[ \t]*$/gim;

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
	const urls = [...body.matchAll(requestLine)].map(([, , url = ""]) => url);
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
	return [...body.matchAll(requestLine)].filter(([, method]) => method !== "GET").length;
}
