import {
	type ColumnFacts,
	type HoverFacts,
	type NavigationFacts,
	type OptionFacts,
	type RelationshipFacts,
	type TableFacts,
	type TableList,
	type TableName,
	layersOf,
} from "../core/mentions/hoverFacts.ts";
import { displayNameOf } from "../core/schema/displayName.ts";
import { layerProduct } from "../core/schema/layerProduct.ts";
import type { Layer } from "../core/schema/model.ts";
import { columnGist, columnLimits, columnOptions } from "./hoverColumn.ts";
import { type HoverAction, type HoverLine, type HoverPiece, code, data, link, strong, words } from "./hoverLine.ts";
import {
	columnCountWords,
	hoverWords,
	keyCountWords,
	moreWords,
	relationshipCountWords,
	sameNameWords,
	stateWords,
	tablesWords,
} from "./hoverWords.ts";
import { noteOf } from "./notes/noteOf.ts";
import { ownedByWords } from "./tableOwner.ts";
import { kindOfTable } from "./tableType.ts";

/** At most this many lines, links included. */
const mostLines = 6;

/** What a hover says, line by line: head, place, facts, the project's note, layers, links. */
export function hoverLines(facts: HoverFacts, layers: readonly Layer[]): readonly HoverLine[] {
	const note = noteLine(facts);
	const products = layersOf(facts).map((id) => layerProduct(layers, id));
	const layer: HoverLine =
		products.length === 0
			? []
			: [products.flatMap((product, index) => [...(index > 0 ? [data("+")] : []), data(product)])];
	const lines = [...bodyOf(facts), note, layer].filter((line) => line.length > 0);
	return [...lines.slice(0, mostLines - 1), linksOf(facts)];
}

function bodyOf(facts: HoverFacts): readonly HoverLine[] {
	switch (facts.kind) {
		case "table":
			return tableBody(facts);
		case "column":
			return columnBody(facts);
		case "option":
			return optionBody(facts);
		case "navigationProperty":
			return navigationBody(facts);
		case "relationship":
			return relationshipBody(facts);
	}
}

function named(table: TableName): readonly HoverPiece[] {
	const display = displayNameOf(table);
	return [...(display === undefined ? [] : [data(display)]), code(table.logicalName)];
}

function listed({ count, first }: TableList): readonly HoverPiece[] {
	const names = first.flatMap((table, index) => [...(index > 0 ? [data(",")] : []), code(table.logicalName)]);
	return count > first.length ? [...names, words(moreWords(count - first.length))] : names;
}

function head(displayName: string | null | undefined, name: string): readonly HoverPiece[] {
	const display = displayNameOf({ displayName });
	return display === undefined ? [strong(name)] : [strong(display), code(name)];
}

function tableBody({ table, summary }: TableFacts): readonly HoverLine[] {
	const owner = table.ownership && ownedByWords[table.ownership];
	const facts: HoverLine = [
		table.entitySetName === undefined
			? [words(hoverWords.noEntitySet)]
			: [words(hoverWords.entitySet), code(table.entitySetName)],
		...(table.primaryIdColumn === undefined ? [] : [[words(hoverWords.primaryId), code(table.primaryIdColumn)]]),
		...(table.primaryNameColumn === undefined ? [] : [[words(hoverWords.primaryName), code(table.primaryNameColumn)]]),
	];
	const relationships = summary.manyToOneCount + summary.oneToManyCount + summary.manyToManyCount;
	const counts: HoverLine = [
		[words(columnCountWords(summary.columnCount))],
		[words(relationshipCountWords(relationships))],
		...(summary.keyCount === undefined ? [] : [[words(keyCountWords(summary.keyCount))]]),
	];
	const kind = words(kindOfTable(table.tableType));
	const title = [...head(table.displayName, table.logicalName)];
	return [[title, [kind], ...(owner === undefined ? [] : [[words(owner)]])], facts, counts];
}

function columnBody(facts: ColumnFacts): readonly HoverLine[] {
	const { column, table, tables, name } = facts;
	const title: HoverLine = [head(column?.displayName, name), ...columnGist(facts)];
	const place: HoverLine =
		table === undefined
			? [[words(hoverWords.columnOf), words(tablesWords(tables.count)), ...listed(tables)]]
			: [[words(hoverWords.columnOf), ...named(table)]];
	return [title, place, columnOptions(facts), columnLimits(facts)];
}

function optionBody({ option, value, column, table, tables, state }: OptionFacts): readonly HoverLine[] {
	const label = option.label?.trim();
	const title: HoverLine = [
		label === undefined ? [strong(String(value))] : [strong(label), code(String(value))],
		[words(label === undefined ? hoverWords.noLabel : hoverWords.option)],
	];
	const ofColumn = named(column);
	const place = table === undefined ? [words(tablesWords(tables.count)), ...listed(tables)] : named(table);
	return [
		title,
		[[words(hoverWords.optionOf), ...ofColumn, words(hoverWords.in), ...place]],
		state === undefined ? [] : [[words(stateWords(state))]],
	];
}

function navigationBody({
	name,
	table,
	tables,
	targets,
	many,
	relationship,
	usual,
}: NavigationFacts): readonly HoverLine[] {
	const owner = table === undefined ? [words(tablesWords(tables.count)), ...listed(tables)] : named(table);
	const [target] = targets.first;
	const goal =
		target === undefined
			? [words(hoverWords.to), words(hoverWords.unknownTable)]
			: [words(many ? hoverWords.toMany : hoverWords.to), ...(targets.count === 1 ? named(target) : listed(targets))];
	const column = relationship.kind === "manyToMany" ? undefined : relationship.from.column;
	return [
		[[strong(name)], [words(hoverWords.navigationProperty)], ...(usual ? [[words(hoverWords.usual)]] : [])],
		[[words(hoverWords.navigationFrom), ...owner, ...goal]],
		[
			[words(hoverWords.relationship), code(relationship.schemaName)],
			...(column === undefined ? [] : [[words(hoverWords.lookup), code(column)]]),
			...(relationship.intersectTable === undefined
				? []
				: [[words(hoverWords.intersect), code(relationship.intersectTable)]]),
		],
	];
}

function relationshipBody({ relationship, from, to, count }: RelationshipFacts): readonly HoverLine[] {
	const side = (table: TableName | undefined): readonly HoverPiece[] =>
		table === undefined ? [words(hoverWords.unknownTable)] : named(table);
	const navigation = [relationship.from, relationship.to].flatMap(({ navigationProperty, table }) =>
		navigationProperty === undefined || table === undefined
			? []
			: [[words(hoverWords.navigation), code(table), data("→"), code(navigationProperty)]],
	);
	const many = relationship.kind === "manyToMany";
	const column = many ? undefined : relationship.from.column;
	return [
		[
			[strong(relationship.schemaName)],
			[words(many ? hoverWords.manyToMany : hoverWords.oneToMany)],
			...(count > 1 ? [[words(sameNameWords(count))]] : []),
		],
		[
			[words(hoverWords.relationshipFrom), ...side(from), words(many ? hoverWords.and : hoverWords.to), ...side(to)],
			...(column === undefined ? [] : [[words(hoverWords.lookup), code(column)]]),
		],
		navigation,
	];
}

/** A system column's note holds whatever the table is. */
function noteLine(facts: HoverFacts): HoverLine {
	const note =
		facts.kind === "table"
			? noteOf(facts.table.logicalName)
			: facts.kind === "column"
				? noteOf(facts.table?.logicalName ?? "", facts.name)
				: undefined;
	return note === undefined ? [] : [[words(note)]];
}

function linksOf(facts: HoverFacts): HoverLine {
	const place = placeOf(facts);
	const open: HoverAction | undefined = place === undefined ? undefined : { do: "openTablePage", place };
	const label = facts.kind === "option" ? facts.option.label?.trim() : undefined;
	return [
		...(open === undefined ? [] : [[link(hoverWords.openTablePage, open)]]),
		[link(hoverWords.search, { do: "search", text: nameOf(facts) })],
		...(label === undefined ? [] : [[link(hoverWords.insertLabel, { do: "insert", text: label })]]),
	];
}

function nameOf(facts: HoverFacts): string {
	switch (facts.kind) {
		case "table":
			return facts.table.logicalName;
		case "option":
			return String(facts.value);
		case "relationship":
			return facts.relationship.schemaName;
		case "column":
		case "navigationProperty":
			return facts.name;
	}
}

function placeOf(facts: HoverFacts): { readonly table: string; readonly column?: string } | undefined {
	switch (facts.kind) {
		case "table":
			return { table: facts.table.logicalName };
		case "column": {
			const table = facts.table ?? (facts.tables.count === 1 ? facts.tables.first[0] : undefined);
			return table === undefined ? undefined : { table: table.logicalName, column: facts.name };
		}
		case "option":
			return facts.table && { table: facts.table.logicalName, column: facts.column.logicalName };
		case "navigationProperty":
			return facts.table && { table: facts.table.logicalName };
		case "relationship":
			return facts.from && { table: facts.from.logicalName };
	}
}
