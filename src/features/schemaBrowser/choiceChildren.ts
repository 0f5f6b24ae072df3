/** Global choices, their options and the columns that use them. */
import type { NamedChoiceSummary } from "../../core/schema/catalog.ts";
import { sortKey, sortedBy, tableLead } from "./naming.ts";
import type { ChoiceNode, ChoicePartNode, SchemaNode, SectionNode } from "./schemaNode.ts";
import type { SchemaView } from "./schemaView.ts";
import { columnNodeBelow, optionNodes } from "./nodesBelow.ts";

/** Choices that more than the one column they are named after use. */
export function globalChoices({ catalog }: SchemaView): readonly NamedChoiceSummary[] {
	return catalog.choices().filter(({ local }) => !local);
}

export function choiceSectionChildren(parent: SectionNode, view: SchemaView): readonly SchemaNode[] {
	return sortedBy(globalChoices(view), ({ name }) => sortKey(name)).map((choice) => choiceNode(parent, choice));
}

export function choiceNode(parent: SchemaNode, choice: NamedChoiceSummary): ChoiceNode {
	return { kind: "choice", id: `${parent.id}/choice:${choice.name}`, parent, choice };
}

export function choiceChildren(parent: ChoiceNode, view: SchemaView): readonly ChoicePartNode[] {
	const choice = view.catalog.choice(parent.choice.name);
	if (choice === undefined) return [];
	return (["options", "usedBy"] as const).map((part) => ({
		kind: "choicePart",
		part,
		id: `${parent.id}/${part}`,
		parent,
		choice,
	}));
}

export function choicePartChildren(parent: ChoicePartNode, view: SchemaView): readonly SchemaNode[] {
	const { options, usedBy } = parent.choice;
	if (parent.part === "options") return optionNodes(parent, options);
	const sorted = sortedBy(usedBy, ({ table, column }) => `${sortKey(tableLead(view, table))}\n${table}.${column}`);
	return sorted.flatMap(({ table, column }) => {
		const facts = view.catalog.column(table, column);
		return facts === undefined ? [] : [columnNodeBelow(parent, table, facts, true)];
	});
}
