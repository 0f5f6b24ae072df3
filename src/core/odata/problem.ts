import type { Span } from "./nodes.ts";

/** What can be wrong with the text of a URL. The sentences are in `src/words/odataProblem.ts`. */
export type ProblemCode =
	/** `expected`: the character or word that must stand here: ")", "=", "as". */
	| "expectedToken"
	| "expectedBlank"
	/** These are harmless, see `isHarmless`: a blank too many; one too few beside a parenthesis; */
	| "unexpectedBlank"
	| "missingBlank"
	/** nothing between two slashes or behind the last one; nothing between two ampersands or behind the last one; */
	| "emptySegment"
	| "emptyOption"
	/** a percent sign that begins no encoded character; the name of a JSON member in single quotes. */
	| "unencodedPercent"
	| "singleQuotedName"
	| "expectedExpression"
	/** `expected`, where only one kind fits: "guid", "duration". */
	| "expectedLiteral"
	| "expectedName"
	| "expectedPath"
	| "expectedNumber"
	| "expectedValue"
	| "expectedTransformation"
	| "expectedSearch"
	/** Text that belongs to nothing. */
	| "unexpectedText"
	/** A segment after one that must be the last, or one that has no place here. */
	| "unexpectedSegment"
	/** An option that has no place in these parentheses. */
	| "unexpectedOption"
	| "unknownOption"
	| "unknownSegment"
	| "unclosedString"
	/** A character that must be percent-encoded here. */
	| "unencodedCharacter"
	| "badPercentEncoding"
	/** Looks like a literal of the kind `expected` and is wrong from here on. */
	| "badLiteral"
	/** A word before quotes that is no type: `guid'...'` and `datetime'...'` are of OData 2 and 3. */
	| "unknownPrefix"
	/** Named and positional arguments side by side. */
	| "mixedArguments"
	/** Nested deeper than `maximumDepth`; the rest of this value was not read. */
	| "tooDeep";

/** More problems than this are not told: nobody reads them, and a broken text of a megabyte may have a million. */
export const mostProblems = 100;

/** One thing that is wrong, in offsets of the text that was parsed. */
export interface Problem extends Span {
	readonly code: ProblemCode;
	/** What must stand here instead; see the codes. */
	readonly expected?: string;
}

const harmless: ReadonlySet<ProblemCode> = new Set([
	"unexpectedBlank",
	"missingBlank",
	"emptySegment",
	"emptyOption",
	"unencodedPercent",
	"singleQuotedName",
]);

/**
 * Problems that leave no doubt about what is meant and that services usually pass over. An editor may show them as
 * hints; who answers requests ignores them. No node is missing because of one.
 */
export function isHarmless({ code }: Problem): boolean {
	return harmless.has(code);
}
