import type { Span } from "./nodes.ts";

/** What can be wrong with the text of a URL. The sentences are in `src/words/odataProblem.ts`. */
export type ProblemCode =
	| "expectedExpression"
	| "expectedLiteral"
	| "expectedName"
	| "expectedPath"
	| "expectedSegment"
	| "expectedCharacter"
	| "expectedNumber"
	| "expectedBoolean"
	| "expectedWord"
	| "unexpectedText"
	| "unexpectedSegment"
	| "unexpectedOption"
	| "unknownOption"
	| "unclosedString"
	| "unencodedCharacter"
	| "badPercentEncoding"
	| "badLiteral"
	| "unknownFunction"
	| "mixedArguments"
	| "tooDeep"
	| "badRoot";

/** One thing that is wrong, in offsets of the text that was parsed. Further facts go into the sentence. */
export interface Problem extends Span {
	readonly code: ProblemCode;
	/** The character, word or kind of literal that was expected: ")", "as", "guid". */
	readonly expected?: string;
}
