import { unknownChar } from "./scan.ts";

/** Where the parts of a request stand in a text: the path up to the "?", then the options. */
export interface RequestParts {
	readonly pathStart: number;
	readonly pathEnd: number;
	/** After the "?"; undefined where there are no options. */
	readonly queryStart: number | undefined;
	readonly end: number;
	/** "api": /api/data/v.. stands before it. "relative": what is before it is not known. */
	readonly origin: "api" | "relative" | "optionsOnly";
}

const apiRoot = /\/api\/data\/[^/?\s"'<>]*\//g;
const firstOption = /\?\s?\$?(?:select|filter|expand|orderby|apply|count|top)\s*=/;
const optionsOnly = /^[\s?&]*\$(?:select|filter|expand|orderby|apply|top|count)\s*=/;
const pathHead = /^\s*\/?\w+\(/;
const pathTail = /\)[\w/$]*\s*$/;

/**
 * Finds the Web API request in which `at` stands, or undefined. Addresses of other services (an absolute one without
 * /api/data/) are none.
 */
export function locateRequest(text: string, at: number): RequestParts | undefined {
	const root = lastRoot(text, at);
	if (root !== undefined) return fromRoot(text, root, at);
	if (optionsOnly.test(text)) {
		const queryStart = text.indexOf("$");
		return { pathStart: 0, pathEnd: 0, queryStart, end: text.length, origin: "optionsOnly" };
	}
	const option = firstOption.exec(text);
	if (option !== null) {
		const pathStart = pathBefore(text, option.index);
		if (pathStart === undefined) return undefined;
		return { pathStart, pathEnd: option.index, queryStart: option.index + 1, end: text.length, origin: "relative" };
	}
	if (!pathHead.test(text) || !pathTail.test(text)) return undefined;
	return { pathStart: 0, pathEnd: text.length, queryStart: undefined, end: text.length, origin: "relative" };
}

function lastRoot(text: string, at: number): number | undefined {
	let found: number | undefined;
	for (const match of text.matchAll(apiRoot)) {
		const end = match.index + match[0].length;
		if (end <= at) found = end;
	}
	return found;
}

function fromRoot(text: string, pathStart: number, at: number): RequestParts {
	let depth = 0;
	let end = pathStart;
	for (; end < text.length; end += 1) {
		const char = text[end] ?? "";
		if (char === "(") depth += 1;
		else if (char === ")") depth -= 1;
		else if (depth <= 0 && (char === "?" || /[\s"`<>]/.test(char))) break;
	}
	const gap = /^[ \t]+(?=\?\$?\w+=)/.exec(text.slice(end, end + 200))?.[0].length ?? 0;
	end += gap;
	if (text[end] !== "?") {
		return { pathStart, pathEnd: end, queryStart: at > end ? text.length : undefined, end, origin: "api" };
	}
	return { pathStart, pathEnd: end, queryStart: end + 1, end: text.length, origin: "api" };
}

/** Where the path before the "?" begins; undefined where it is an absolute address of some service. */
function pathBefore(text: string, question: number): number | undefined {
	let depth = 0;
	let start = question;
	for (; start > 0; start -= 1) {
		const char = text[start - 1] ?? "";
		if (char === ")") depth += 1;
		else if (char === "(") depth -= 1;
		if (depth < 0 || (depth === 0 && /[\s"'`=<>,;]/.test(char))) break;
		if (depth === 0 && char === unknownChar) break;
	}
	return text.slice(start, question).includes("://") ? undefined : start;
}

/** Parts of `text` between `from` and `to` that `separator` divides, brackets and quoted text kept together. */
export function splitTop(
	text: string,
	from: number,
	to: number,
	separator: string,
): { readonly start: number; readonly end: number }[] {
	const parts: { start: number; end: number }[] = [];
	let depth = 0;
	let quoted = false;
	let start = from;
	for (let at = from; at < to; at += 1) {
		const char = text[at];
		if (char === "'") quoted = !quoted;
		else if (quoted) continue;
		else if (char === "(") depth += 1;
		else if (char === ")") depth -= 1;
		else if (char === separator && depth <= 0) {
			parts.push({ start, end: at });
			start = at + 1;
		}
	}
	parts.push({ start, end: to });
	return parts;
}
