import type { LayerId, ManyToMany, ManyToOne, Message, OneToMany } from "../model.ts";
import { columnItems } from "./columnItems.ts";
import { ColumnSection } from "./columnSection.ts";
import type { ColumnDraft, Draft, TableFacts } from "./draft.ts";
import { GroupSection } from "./groupSection.ts";
import { ItemSection } from "./itemSection.ts";
import { MessageSection } from "./messageSection.ts";
import type { PageHead } from "./pageHead.ts";
import type { ProblemList } from "./problem.ts";
import { PropertySection } from "./propertySection.ts";
import {
	manyToManyKind,
	manyToOneKind,
	oneToManyKind,
	type RelationshipKind,
	type RelationshipThing,
	relationshipItems,
} from "./relationshipItems.ts";
import type { Section } from "./section.ts";
import type { SectionKind, SentenceNames } from "./sections.ts";

/** What a page has said so far. */
export interface OpenPage {
	readonly head: PageHead;
	readonly layer: LayerId;
	readonly descriptions: boolean;
	readonly problems: ProblemList;
	readonly sentenceNames: SentenceNames;
	readonly facts: TableFacts;
	readonly columns: ColumnDraft[];
	readonly changedColumns: ColumnDraft[];
	readonly manyToOne: Draft<ManyToOne>[];
	readonly oneToMany: Draft<OneToMany>[];
	readonly manyToMany: Draft<ManyToMany>[];
	readonly changedManyToOne: Draft<ManyToOne>[];
	readonly changedOneToMany: Draft<OneToMany>[];
	/** Absent while the page has no such section. */
	messages?: Map<string, Message>;
	events?: Map<string, Message>;
	/** The line of each thing's heading. */
	readonly lines: Map<object, number>;
}

/** The reader of a section; what it reads goes into the page. */
export function openSection(kind: SectionKind, page: OpenPage, line: number): Section {
	switch (kind) {
		case "messages":
		case "events":
			return new MessageSection(kind, (page[kind] ??= new Map<string, Message>()), page.layer, page.problems);
		case "properties":
			page.lines.set(page.facts, line);
			return new PropertySection(page.facts, page.problems);
		case "writable":
		case "readOnly":
		case "customizedColumns":
			return columnSection(kind, page);
		case "manyToOne":
			return relationshipSection(kind, manyToOneKind, page.manyToOne, page);
		case "customizedManyToOne":
			return relationshipSection(kind, manyToOneKind, page.changedManyToOne, page);
		case "oneToMany":
			return relationshipSection(kind, oneToManyKind, page.oneToMany, page);
		case "customizedOneToMany":
			return relationshipSection(kind, oneToManyKind, page.changedOneToMany, page);
		case "manyToMany":
			return relationshipSection(kind, manyToManyKind, page.manyToMany, page);
		case "customizedRelationships":
			return new GroupSection(kind);
	}
}

function columnSection(kind: "writable" | "readOnly" | "customizedColumns", page: OpenPage): Section {
	const { layer, descriptions, problems, lines } = page;
	const changed = kind === "customizedColumns";
	const list = changed ? page.changedColumns : page.columns;
	const take = (column: ColumnDraft, line: number): void => {
		list.push(column);
		lines.set(column, line);
	};
	const items = columnItems(layer, changed ? undefined : kind, descriptions, take, problems);
	return new ColumnSection(kind, items, layer, problems);
}

/** A section of relationships; each complete one goes into `list`. All that its rows may add is optional. */
function relationshipSection<Relationship extends RelationshipThing>(
	kind: SectionKind,
	rules: RelationshipKind<Relationship>,
	list: Relationship[],
	page: OpenPage,
): Section {
	const { layer, problems, lines } = page;
	const items = relationshipItems<Relationship>(
		rules,
		(schemaName) => ({ schemaName, layer }) as Relationship,
		({ thing, line }) => {
			list.push(thing);
			lines.set(thing, line);
		},
		problems,
	);
	return new ItemSection(kind, items, problems);
}
