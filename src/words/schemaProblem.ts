import type { Problem, ProblemCode } from "../core/schema/reference/problem.ts";
import { type Message, message } from "./message.ts";

/** The sentence of each thing that can be wrong with reference pages; {text} is the line, the cell or the names. */
const templates: Readonly<Record<ProblemCode, string>> = {
	notATable: "This page does not say which table it is about: {text}",
	otherPage: "This page is not about a table and was left out: {text}",
	duplicatePage: "The same layer has another page of this table: {text}",
	productDiffers: "This page names another product than the others of its layer: {text}",
	layerCycle: "These layers extend one another in a circle: {text}",

	unknownLine: "This line is not understood: {text}",
	unknownSection: "This heading is not understood: {text}",
	repeatedSection: "This section is here for the second time: {text}",
	openFrontMatter: "The front matter is not closed, so the whole page was taken for it: {text}",
	unknownTable: "The header of this table is not understood: {text}",
	unknownRow: "This row is not understood: {text}",
	unknownCell: "This value is not understood: {text}",
	unclosedRow: "This row has no bar at its end: {text}",
	notInModel: "The schema has no place for this fact: {text}",
	repeatedRow: "This row is here for the second time: {text}",
	anchorDiffers: "The anchor of this heading has another name: {text}",
	sentenceDiffers: "The sentence names something else than the rows: {text}",
	itemWithoutTable: "This heading has no table of facts: {text}",
	noLogicalName: "This column has no logical name: {text}",
	logicalNameDiffers: "Title and properties give two logical names: {text}",
	partTwice: "This part gives another value than the one before it: {text}",

	baseMissing: "The page that this page extends is missing: {text}",
	twoBases: "This page does not say that it extends the one of a lower layer: {text}",
	baseItemMissing: "This changes something that the page below does not have: {text}",

	repeatedColumn: "Two columns have one logical name: {text}",
	repeatedRelationship: "Two relationships have one name and one table: {text}",
	optionTwice: "This option has two labels: {text}",
	mirrorMissing: "The other table does not have this relationship: {text}",
	mirrorDiffers: "The two sides of this relationship name different columns: {text}",
	relatedTableMissing: "The table on the other side of this relationship is missing: {text}",
	targetTableMissing: "A table that this lookup points to is missing: {text}",
	primaryColumnMissing: "The primary column is not among the columns: {text}",
	relationshipColumnMissing: "The column of this relationship is missing: {text}",
	stateMissing: "This status belongs to a state that the table does not have: {text}",
	defaultMissing: "The default value is not among the options: {text}",
	limitsReversed: "The lowest value is above the highest: {text}",
	entitySetTwice: "Two tables have one entity set name: {text}",
};

/** What a problem says; file and line stand before it where it is shown. */
export function schemaProblem({ code, text }: Pick<Problem, "code" | "text">): Message {
	return message(templates[code], { text });
}

/** The same without the text of a single case, for a count of all problems of a code. */
export function schemaProblemTitle(code: ProblemCode): Message {
	return message(templates[code].replace(": {text}", ""));
}
