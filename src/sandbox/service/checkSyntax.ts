import type { QueryOption, RequestUri } from "../../core/odata/nodes.ts";
import { badPathSyntax, queryOptionNotSupported, queryOptionRepeated, syntaxError } from "./serviceRefusals.ts";

/**
 * Refuses a URL that is not well-formed, so that handlers meet whole trees only: no `Missing` nodes, and each option of
 * OData once.
 */
export function checkSyntax(uri: RequestUri): void {
	const [problem] = uri.problems;
	if (problem !== undefined) {
		const option = uri.options.find(({ start, end }) => start <= problem.start && problem.start <= end);
		if (option === undefined) throw badPathSyntax();
		if (problem.code === "unknownOption") throw queryOptionNotSupported(option.written);
		throw syntaxError(Math.max(0, problem.start - option.valueStart), valueText(uri, option));
	}
	const seen = new Set<string>();
	for (const option of uri.options) {
		const name = option.kind === "custom" || option.kind === "alias" ? option.written : option.kind;
		if (seen.has(name)) throw queryOptionRepeated(option.written);
		seen.add(name);
	}
}

/** Positions in it are those of the URL, so it is shown as it was sent. */
function valueText({ text }: RequestUri, { valueStart, end }: QueryOption): string {
	return text.slice(valueStart, end);
}
