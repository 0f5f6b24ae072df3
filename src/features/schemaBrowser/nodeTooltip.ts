/** What rests behind an item: more facts, one a line, and the project's own note. Plain text. */
import { displayNameOf } from "../../core/schema/displayName.ts";
import { layerProduct } from "../../core/schema/layerProduct.ts";
import type { LayerId } from "../../core/schema/model.ts";
import { columnTypeSummary } from "../../words/columnType.ts";
import { type Message } from "../../words/message.ts";
import { optionDetails } from "../../words/optionDetails.ts";
import { noteOf } from "../../words/notes/noteOf.ts";
import { spokenLevel } from "./columnLook.ts";
import { tooltipWords } from "../../words/schemaTooltip.ts";
import { treeWords } from "../../words/schemaTree.ts";
import { ownerWords } from "../../words/tableOwner.ts";
import { tableTypeWords } from "../../words/tableType.ts";
import type { ColumnNode, OptionNode, RelationshipNode, SchemaNode, TableNode } from "./schemaNode.ts";
import type { SchemaView } from "./schemaView.ts";

/** Undefined where label and description say it all. */
export function nodeTooltip(node: SchemaNode, view: SchemaView): string | undefined {
	const lines = tooltipLines(node, view);
	return lines?.map((line) => (typeof line === "string" ? line : view.say(line))).join("\n");
}

type Line = string | Message;

function tooltipLines(node: SchemaNode, view: SchemaView): readonly Line[] | undefined {
	switch (node.kind) {
		case "table":
			return tableLines(node, view);
		case "column":
			return columnLines(node, view);
		case "option":
			return optionLines(node, view);
		case "relationship":
			return relationshipLines(node);
		default:
			return undefined;
	}
}

function tableLines({ table, summary }: TableNode, view: SchemaView): readonly Line[] {
	const { displayName, schemaName, entitySetName, tableType, ownership, layers } = summary;
	return [
		...heading(table, displayName),
		...(schemaName === undefined ? [] : [tooltipWords.schemaName(schemaName)]),
		entitySetName === undefined ? tooltipWords.noEntitySet : tooltipWords.entitySet(entitySetName),
		...(tableType === undefined ? [] : [tooltipWords.tableType(view.say(tableTypeWords[tableType]))]),
		...(ownership === undefined ? [] : [tooltipWords.ownership(view.say(ownerWords[ownership]))]),
		layerLine(layers, view),
		...note(table),
	];
}

function columnLines({ table, column, facts }: ColumnNode, view: SchemaView): readonly Line[] {
	const { displayName, schemaName, requiredLevel, access, layer } = facts;
	const level = spokenLevel(requiredLevel);
	return [
		...heading(column, displayName),
		tooltipWords.columnOf(table),
		columnTypeSummary(facts),
		...(level === undefined ? [] : [level]),
		...(access === "readOnly" ? [treeWords.readOnly] : []),
		tooltipWords.schemaName(schemaName),
		layerLine([layer], view),
		...note(table, column),
	];
}

function optionLines({ option }: OptionNode, view: SchemaView): readonly Line[] {
	const { value, label, layer } = option;
	return [
		label === undefined ? String(value) : `${value} ${label.trim()}`,
		...optionDetails(option),
		layerLine([layer], view),
	];
}

function relationshipLines({ table, row }: RelationshipNode): readonly Line[] {
	const { kind, schemaName, otherTable = "?", column = "?", intersectTable = "?", navigationProperty } = row;
	const ways = {
		manyToOne: `${table}.${column} → ${otherTable}`,
		oneToMany: `${otherTable}.${column} → ${table}`,
		manyToMany: `${table} ↔ ${intersectTable} ↔ ${otherTable}`,
	};
	return [
		schemaName,
		ways[kind],
		navigationProperty === undefined
			? tooltipWords.noNavigationProperty
			: tooltipWords.navigationProperty(navigationProperty),
	];
}

function heading(logicalName: string, displayName: string | null | undefined): readonly Line[] {
	const display = displayNameOf({ displayName });
	return [display === undefined ? logicalName : `${display} (${logicalName})`];
}

function layerLine(layers: readonly LayerId[], { catalog }: SchemaView): Message {
	const products = layers.map((layer) => layerProduct(catalog.layers, layer));
	return tooltipWords.layers(products.join(", "));
}

function note(table: string, column?: string): readonly Line[] {
	const found = noteOf(table, column);
	return found === undefined ? [] : [found];
}
