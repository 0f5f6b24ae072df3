/**
 * What pages of the generations before August 2024 have and today's do not. What maps to the model is read; what is
 * known and has no place in the model is told as `notInModel`, so that it is neither lost in silence nor called wrong.
 */

/** Rows that the model has no place for: those of a table, of a column, and of a one-to-many relationship. */
const knownRows = new Set([
	"IsBPFEntity",
	"IsValidForCreate",
	"IsValidForUpdate",
	"IsHierarchical",
	"CascadeConfiguration",
	"ReferencedEntity",
	"ReferencedAttribute",
	"ReferencingEntity",
]);

export function isKnownOlderRow(name: string): boolean {
	return knownRows.has(name);
}

/** Lines that only lay out the page: anchors above sections, included fragments. */
export function isLayout(line: string): boolean {
	const text = line.trim();
	if (text.startsWith("<a name=") && text.endsWith("></a>")) return true;
	return text.startsWith("[!INCLUDE") && text.endsWith(")]");
}

/** "**Added by**: Name Solution": the solution that brought a table, column or relationship. */
export function isSolutionLine(line: string): boolean {
	return line.startsWith("**Added by**: ");
}

/** Fixed sentences of older pages end in these words. */
export function isListSentence(line: string): boolean {
	return line.trimEnd().endsWith("Listed by **SchemaName**.");
}

/** "> Unsure about table vs. entity? See [..](..)." */
export function isTermsNote(text: string): boolean {
	return text.startsWith("Unsure about table vs. entity?");
}

/** The further paragraphs of a note on some extension pages; they repeat what the first says. */
export function isNoteRepetition(text: string): boolean {
	return (
		text === "" ||
		text.startsWith("This reference contains only the changes added by ") ||
		(text.startsWith("See the [") && text.endsWith(" reference documentation for more information."))
	);
}

const sentenceStarts = ["See the [", "Same as the ["];
const sentenceMiddle = / (?:one-to-many|many-to-one|many-to-many) relationship for the \[/;

/** The other table in "See the [name](..) one-to-many relationship for the [table](..) table/entity." */
export function readOlderRelationship(line: string): string | undefined {
	const text = line.slice(0, 2000);
	if (!sentenceStarts.some((start) => text.startsWith(start))) return undefined;
	const middle = sentenceMiddle.exec(text);
	if (middle === null) return undefined;
	const start = middle.index + middle[0].length;
	const end = text.indexOf("](", start);
	return end < 0 ? undefined : text.slice(start, end);
}

/** "**DefaultValue**: False" under the options of a Boolean. */
export function readOlderDefault(line: string): string | undefined {
	const start = "**DefaultValue**: ";
	return line.startsWith(start) ? line.slice(start.length).trim() : undefined;
}
