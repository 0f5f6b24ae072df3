/** Which items stand below an item. Only what is asked for is built: one call gives one level. */
import { choiceChildren, choicePartChildren, choiceSectionChildren } from "./choiceChildren.ts";
import { favouriteChildren } from "./favouriteChildren.ts";
import { sortedByName } from "./naming.ts";
import { groupChildren, pageChildren, relationshipChildren } from "./relationshipChildren.ts";
import type { SchemaNode, SectionNode, TableNode } from "./schemaNode.ts";
import type { SchemaView } from "./schemaView.ts";
import { shownTables } from "./shownTables.ts";
import { columnChildren, folderChildren, keyChildren, tableChildren } from "./tableChildren.ts";

export const sections: readonly SectionNode[] = [
	{ kind: "section", section: "favourites", id: "favourites" },
	{ kind: "section", section: "tables", id: "tables" },
	{ kind: "section", section: "choices", id: "choices" },
];

export function nodeChildren(node: SchemaNode | undefined, view: SchemaView): readonly SchemaNode[] {
	if (node === undefined) return sections;
	switch (node.kind) {
		case "section":
			return sectionChildren(node, view);
		case "table":
			return tableChildren(node);
		case "folder":
			return folderChildren(node, view);
		case "column":
			return columnChildren(node, view);
		case "key":
			return keyChildren(node, view);
		case "group":
			return groupChildren(node, view);
		case "page":
			return pageChildren(node);
		case "relationship":
			return relationshipChildren(node, view);
		case "choice":
			return choiceChildren(node, view);
		case "choicePart":
			return choicePartChildren(node, view);
		case "option":
		case "fact":
		case "message":
		case "note":
			return [];
	}
}

function sectionChildren(node: SectionNode, view: SchemaView): readonly SchemaNode[] {
	switch (node.section) {
		case "favourites":
			return favouriteChildren(node, view);
		case "tables":
			return tableSectionChildren(node, view);
		case "choices":
			return choiceSectionChildren(node, view);
	}
}

function tableSectionChildren(parent: SectionNode, view: SchemaView): readonly SchemaNode[] {
	const shown = shownTables(view);
	if (shown.length === 0) return [{ kind: "note", note: "noTableMatches", id: `${parent.id}/note`, parent }];
	return sortedByName(shown, view.sort).map((summary) => tableNode(parent, summary));
}

function tableNode(parent: SchemaNode, summary: TableNode["summary"]): TableNode {
	return { kind: "table", id: `${parent.id}/${summary.logicalName}`, parent, table: summary.logicalName, summary };
}
