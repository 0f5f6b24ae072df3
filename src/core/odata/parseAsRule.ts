/** Ways to read a text as one part of OData's grammar and nothing else; grammarRules.ts says which rule takes which. */
import { charCode } from "./charCodes.ts";
import type { ParseRule } from "./literalRules.ts";
import type { Expression, QueryOption } from "./nodes.ts";
import { parsed, parseExpression, parseQueryOptions, parseRequest } from "./parse.ts";
import { readLambda } from "./readPathSegments.ts";
import { readScheme } from "./readServiceRoot.ts";
import { Reader } from "./reader.ts";

/** An expression that must be of one of those kinds. */
export function expression(...kinds: readonly Expression["kind"][]): ParseRule {
	return (text) => {
		const result = parseExpression(text);
		if (result.problems.length > 0 || kinds.includes(result.tree.kind)) return result;
		return { ...result, problems: [{ code: "expectedExpression", start: 0, end: text.length }] };
	};
}

/** An expression that begins with that word. In the grammar, what follows belongs to it whatever its operators. */
export function beginning(word: string): ParseRule {
	return (text) => {
		const result = parseExpression(text);
		if (result.problems.length > 0 || text.toLowerCase().startsWith(word)) return result;
		return { ...result, problems: [{ code: "expectedToken", start: 0, end: text.length, expected: word }] };
	};
}

/** A call of that function. */
export function call(name: string): ParseRule {
	return (text) => {
		const result = parseExpression(text);
		if (result.problems.length > 0 || (result.tree.kind === "call" && result.tree.name === name)) return result;
		return { ...result, problems: [{ code: "expectedToken", start: 0, end: text.length, expected: name }] };
	};
}

/** One option, which must be of one of those kinds; all kinds where none is given. */
export function option(...kinds: readonly QueryOption["kind"][]): ParseRule {
	return (text) => {
		const result = parseQueryOptions(text);
		const [first, second] = result.tree;
		const wrong = first !== undefined && kinds.length > 0 && !kinds.includes(first.kind);
		if (wrong) return { ...result, problems: [{ code: "unexpectedOption", start: 0, end: first.nameEnd }] };
		if (second === undefined) return result;
		const behind = { code: "unexpectedText" as const, start: second.start - 1, end: text.length };
		return { ...result, problems: [...result.problems.filter(({ start }) => start < behind.start), behind] };
	};
}

/** OData's names are at most so long (ABNF, odataIdentifier). */
const longestName = 128;

/** A name of one part, or of several with dots. */
export function name(qualified: boolean): ParseRule {
	return (text) =>
		parsed(text, (reader) => {
			if (qualified) return reader.qualifiedIdentifier();
			const tree = reader.identifier();
			reader.pos = Math.min(reader.pos, longestName);
			return tree;
		});
}

export function lambda(operator: "any" | "all"): ParseRule {
	return (text) =>
		parsed(text, (reader) => {
			const isThere = reader.takeWord(operator) && reader.peek() === charCode.open;
			return isThere ? readLambda(reader, operator, 0) : reader.missing("expectedToken", operator);
		});
}

/** The same as behind the word it belongs to: arguments without a function, a list without `in`. */
export function parenthesised(read: (reader: Reader) => unknown): ParseRule {
	return (text) =>
		parsed(text, (reader) => (reader.peek() === charCode.open ? read(reader) : reader.missing("expectedToken", "(")));
}

/** A part that stands only behind or within another text: read with that text around it, places moved back. */
export function within(before: string, parse: ParseRule, after = ""): ParseRule {
	return (text) => {
		const { problems } = parse(`${before}${text}${after}`);
		const inText = (place: number): number => Math.max(0, Math.min(place - before.length, text.length));
		const moved = problems.map((problem) => ({ ...problem, start: inText(problem.start), end: inText(problem.end) }));
		return { text, tree: undefined, problems: moved };
	};
}

/** An absolute URL. Without a scheme the first thing that is missing is a part of it; its host ends with a slash. */
export const absolute: ParseRule = (text) => {
	const reader = Reader.of(text);
	readScheme(reader);
	reader.expect(charCode.slash);
	const own = reader.finish();
	return { text, tree: undefined, problems: own.length > 0 ? own : parseRequest(text).problems };
};

export const relative: ParseRule = (text) => {
	const tree = parseRequest(text);
	return { text, tree, problems: tree.problems };
};
