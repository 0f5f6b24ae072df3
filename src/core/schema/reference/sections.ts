/** The sections of a page: their headings, what stands in them, and their fixed sentences. */

export type SectionKind =
	| "messages"
	| "events"
	| "properties"
	| "writable"
	| "readOnly"
	| "customizedColumns"
	| "manyToOne"
	| "oneToMany"
	| "manyToMany"
	| "customizedRelationships"
	| "customizedOneToMany"
	| "customizedManyToOne";

/** The published order. */
export const sectionOrder: readonly SectionKind[] = [
	"messages",
	"events",
	"properties",
	"writable",
	"readOnly",
	"customizedColumns",
	"manyToOne",
	"oneToMany",
	"manyToMany",
	"customizedRelationships",
	"customizedOneToMany",
	"customizedManyToOne",
];

const headings: Readonly<Record<SectionKind, string>> = {
	messages: "## Messages",
	events: "## Events",
	properties: "## Properties",
	writable: "## Writable columns/attributes",
	readOnly: "## Read-only columns/attributes",
	customizedColumns: "## Customized columns/attributes",
	manyToOne: "## Many-to-One relationships",
	oneToMany: "## One-to-Many relationships",
	manyToMany: "## Many-to-Many relationships",
	customizedRelationships: "## Customized relationships",
	customizedOneToMany: "### Customized One-to-Many relationships",
	customizedManyToOne: "### Customized Many-to-One relationships",
};

/** Headings of older pages and other spellings. */
const otherHeadings: readonly (readonly [string, SectionKind])[] = [
	["## entity properties", "properties"],
	["## writable attributes", "writable"],
	["## read-only attributes", "readOnly"],
];

const byHeading = new Map([
	...sectionOrder.map((kind) => [headings[kind].toLowerCase(), kind] as const),
	...otherHeadings,
]);

/** The section of a heading line, whatever its capitals. */
export function sectionOf(heading: string): SectionKind | undefined {
	return byHeading.get(heading.trimEnd().toLowerCase());
}

export function sectionHeading(kind: SectionKind): string {
	return headings[kind];
}

/** What the fixed sentences are made of. */
export interface SentenceNames {
	/** The table's name as in the title. */
	readonly title: string;
	readonly product: string;
}

/** The sentences under the heading, one a line. */
export function sectionSentences(kind: SectionKind, { title, product }: SentenceNames): readonly string[] {
	switch (kind) {
		case "messages":
			return [
				`The following table lists the messages for the ${title} table.`,
				"Messages represent operations that can be performed on the table. They may also be events.",
			];
		case "events":
			return [
				`The following table lists the events for the ${title} table.`,
				"Events are messages that exist so that you can subscribe to them. Unless you added the event, you shouldn't invoke the message, only subscribe to it.",
			];
		case "properties":
			return [`The following table lists selected properties for the ${title} table.`];
		case "writable":
			return [
				"These columns/attributes return true for either **IsValidForCreate** or **IsValidForUpdate** (usually both). Listed by **SchemaName**.",
			];
		case "readOnly":
			return [
				"These columns/attributes return false for both **IsValidForCreate** and **IsValidForUpdate**. Listed by **SchemaName**.",
			];
		case "customizedColumns":
			return [
				`${product} modifies the definition of columns/attributes defined in other solutions. Listed by **SchemaName**.`,
			];
		case "manyToOne":
		case "customizedManyToOne":
			return ["These relationships are many-to-one. Listed by **SchemaName**."];
		case "oneToMany":
		case "customizedOneToMany":
			return ["These relationships are one-to-many. Listed by **SchemaName**."];
		case "manyToMany":
			return ["These relationships are many-to-many. Listed by **SchemaName**."];
		case "customizedRelationships":
			return [];
	}
}

/** How the headings of a section's items begin: those of customized relationships stand one level deeper. */
export function itemMarks(kind: SectionKind): string {
	return kind === "customizedOneToMany" || kind === "customizedManyToOne" ? "#### " : "### ";
}
