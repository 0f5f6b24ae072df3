import type { Problem, ProblemCode } from "../core/odata/problem.ts";
import { type Message, message } from "./message.ts";

/** The sentence of each thing that can be wrong with a URL. {expected} is what must stand there, for the codes that say. */
const templates: Readonly<Record<ProblemCode, string>> = {
	expectedToken: "“{expected}” must stand here.",
	expectedBlank: "A blank must stand here.",
	unexpectedBlank: "OData allows no blank here; services pass over it.",
	missingBlank: "OData wants a blank here; services do without it.",
	emptySegment: "Nothing stands between the slashes; services pass over it.",
	emptyOption: "Nothing stands between the ampersands; services pass over it.",
	unencodedPercent: "A percent sign is written %25 in a URL; services pass over it.",
	singleQuotedName: "OData wants this name in double quotes; Dataverse takes single ones as well.",
	expectedExpression: "A value or an expression must stand here.",
	expectedLiteral: "Only a literal may stand here: a text in single quotes, a number, a GUID, a date, …",
	expectedName: "A name must stand here.",
	expectedPath: "The name of a table, column or function must stand here.",
	expectedNumber: "A whole number must stand here.",
	expectedValue: "This option needs another value.",
	expectedTransformation: "A transformation must stand here, such as filter(…), groupby(…) or aggregate(…).",
	expectedSearch: "A word to search for must stand here.",
	unexpectedText: "This belongs to nothing.",
	unexpectedSegment: "This segment has no place here.",
	unexpectedOption: "This option has no place here.",
	unknownOption: "OData has no option of this name. Options of a service have no “$”.",
	unknownSegment: "OData has no segment of this name here.",
	unclosedString: "The text is not closed: {expected} is missing.",
	unencodedCharacter: "This character must be written {expected} here.",
	badPercentEncoding: "These bytes are no character of UTF-8.",
	badLiteral: "This is no valid value from here on.",
	unknownPrefix:
		"OData 4 writes GUIDs, dates and numbers without prefix and quotes; before quotes stands duration, binary, geography, geometry or the full name of an enumeration.",
	mixedArguments: "Either all arguments have a name or only one value stands here.",
	tooDeep: "This is nested too deeply to be read.",
};

/** Codes whose sentence is better with what was expected than without. */
const valueTemplates: Readonly<Partial<Record<ProblemCode, string>>> = {
	expectedValue: "This option needs another value, such as {expected}.",
	badLiteral: "This is no valid {expected} from here on.",
};

/** What a problem says; where it is comes from its offsets. */
export function odataProblem({ code, expected }: Problem): Message {
	if (expected === undefined) return message(templates[code]);
	return message(valueTemplates[code] ?? templates[code], { expected });
}
