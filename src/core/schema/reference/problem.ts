/**
 * What the compiler found wrong with a page or between pages. Reading goes on after each of them; what was understood
 * is kept. `src/words/schemaProblem.ts` has the sentence of each code.
 */
export type ProblemCode =
	// The page as a whole.
	| "notATable"
	| "otherPage"
	| "duplicatePage"
	| "productDiffers"
	| "layerCycle"
	// Lines and cells.
	| "unknownLine"
	| "unknownSection"
	| "openFrontMatter"
	| "repeatedSection"
	| "unknownRow"
	| "unknownCell"
	| "unclosedRow"
	| "notInModel"
	| "unknownTable"
	| "repeatedRow"
	| "anchorDiffers"
	| "sentenceDiffers"
	| "itemWithoutTable"
	| "noLogicalName"
	| "logicalNameDiffers"
	// Merging.
	| "baseMissing"
	| "twoBases"
	| "baseItemMissing"
	// Between items and tables.
	| "repeatedColumn"
	| "repeatedRelationship"
	| "optionTwice"
	| "partTwice"
	| "mirrorMissing"
	| "mirrorDiffers"
	| "relatedTableMissing"
	| "targetTableMissing"
	| "primaryColumnMissing"
	| "relationshipColumnMissing"
	| "stateMissing"
	| "defaultMissing"
	| "limitsReversed"
	| "entitySetTwice";

export interface Problem {
	/** Path of the page as it was given. */
	readonly file: string;
	/** Counted from 1. */
	readonly line: number;
	readonly code: ProblemCode;
	/** The line or cell, or the names that do not fit together. */
	readonly text: string;
}

/** Longest text that a problem carries; a cell of a megabyte is told by its beginning. */
const longestText = 200;

/** Collects the problems of one page. */
export class ProblemList {
	readonly file: string;
	readonly problems: Problem[] = [];

	constructor(file: string) {
		this.file = file;
	}

	add(code: ProblemCode, line: number, text: string): void {
		const shown = text.length > longestText ? `${text.slice(0, longestText)}…` : text;
		this.problems.push({ file: this.file, line, code, text: shown });
	}
}

/** By file, line, code and text in code unit order, so that the order in which files were read does not show. */
export function compareProblems(a: Problem, b: Problem): number {
	if (a.file !== b.file) return a.file < b.file ? -1 : 1;
	if (a.line !== b.line) return a.line - b.line;
	if (a.code !== b.code) return a.code < b.code ? -1 : 1;
	if (a.text === b.text) return 0;
	return a.text < b.text ? -1 : 1;
}
