import type { RequestUri } from "../../core/odata/nodes.ts";
import { isHarmless } from "../../core/odata/problem.ts";
import { badOptionSyntax } from "../query/syntaxRefusals.ts";
import { badPathSyntax, queryOptionNotSupported, queryOptionRepeated } from "./serviceRefusals.ts";

/**
 * Refuses a URL that is not well-formed, so that handlers meet whole trees only: no `Missing` nodes, and each option of
 * OData once.
 */
export function checkSyntax(uri: RequestUri): void {
	const problem = uri.problems.find((one) => !isHarmless(one));
	if (problem !== undefined) {
		const option = uri.options.find(({ start, end }) => start <= problem.start && problem.start <= end);
		if (option === undefined) throw badPathSyntax();
		if (problem.code === "unknownOption") throw queryOptionNotSupported(option.written);
		throw badOptionSyntax(uri, option, problem);
	}
	const seen = new Set<string>();
	for (const option of uri.options) {
		const name = option.kind === "custom" || option.kind === "alias" ? option.written : option.kind;
		if (seen.has(name)) throw queryOptionRepeated(option.written);
		seen.add(name);
	}
}
