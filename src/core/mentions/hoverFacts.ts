import type { Catalog, Relationship, TableSummary } from "../schema/catalog.ts";
import type { Column, LayerId, ManyToOne, Option, Table } from "../schema/model.ts";
import type { Mention } from "./mention.ts";

/** A table as a sentence names it: display name where there is one, and the logical name. */
export interface TableName {
	readonly logicalName: string;
	readonly displayName?: string | null;
}

/** Tables that share a name: all of them counted, the first few named. */
export interface TableList {
	readonly count: number;
	readonly first: readonly TableName[];
}

export interface TableFacts {
	readonly kind: "table";
	readonly table: Table;
	readonly summary: TableSummary;
}

export interface ColumnFacts {
	readonly kind: "column";
	readonly name: string;
	/** Where the text tells the table, or all that have the column say the same of it. */
	readonly table: TableName | undefined;
	/** Absent: the tables differ, or are too many to be compared. */
	readonly column: Column | undefined;
	/** Many-to-one relationships that this column carries. */
	readonly lookups: readonly ManyToOne[];
	readonly tables: TableList;
	readonly primary: "id" | "name" | undefined;
}

export interface OptionFacts {
	readonly kind: "option";
	readonly value: number;
	readonly option: Option;
	/** The label of the state that a status belongs to. */
	readonly state: string | undefined;
	readonly column: { readonly logicalName: string; readonly displayName?: string | null };
	readonly table: TableName | undefined;
	readonly tables: TableList;
}

export interface NavigationFacts {
	readonly kind: "navigationProperty";
	readonly name: string;
	readonly table: TableName | undefined;
	/** The tables it leads to. */
	readonly targets: TableList;
	/** Leads to many records, not to one. */
	readonly many: boolean;
	readonly relationship: Relationship;
	/** The name is the usual one and not documented. */
	readonly usual: boolean;
	readonly tables: TableList;
}

export interface RelationshipFacts {
	readonly kind: "relationship";
	readonly relationship: Relationship;
	readonly from: TableName | undefined;
	readonly to: TableName | undefined;
	/** How many relationships have this name: a polymorphic column has one for each target. */
	readonly count: number;
}

export type HoverFacts = TableFacts | ColumnFacts | OptionFacts | NavigationFacts | RelationshipFacts;

const namedTables = 3;
const comparedTables = 8;

/** What the schema says about a mention; undefined where it no longer knows the name. Reads few tables. */
export function hoverFacts(mention: Mention, catalog: Catalog): HoverFacts | undefined {
	switch (mention.kind) {
		case "table":
		case "entitySet":
			return tableFacts(mention.table ?? mention.name, catalog);
		case "column":
			return columnFacts(mention, catalog);
		case "option":
			return optionFacts(mention, catalog);
		case "navigationProperty":
			return navigationFacts(mention, catalog);
		case "relationship":
			return relationshipFacts(mention.name, catalog);
	}
}

/** The layers that say something about what is shown, base first. */
export function layersOf(facts: HoverFacts): readonly LayerId[] {
	switch (facts.kind) {
		case "table":
			return facts.table.layers;
		case "column":
			return facts.column === undefined ? [] : columnLayers(facts.column);
		case "option":
			return [facts.option.layer];
		case "navigationProperty":
		case "relationship":
			return [facts.relationship.layer];
	}
}

function columnLayers(column: Column): readonly LayerId[] {
	const added = [...Object.values(column.factLayers ?? {}), ...(column.targets ?? []).map(({ layer }) => layer)];
	const options = (column.choice?.options ?? []).map(({ layer }) => layer);
	return [...new Set([column.layer, ...added, ...options])];
}

function tableFacts(name: string, catalog: Catalog): TableFacts | undefined {
	const table = catalog.table(name);
	const summary = catalog.summary(name);
	return table === undefined || summary === undefined ? undefined : { kind: "table", table, summary };
}

function nameOf(catalog: Catalog, logicalName: string): TableName {
	const displayName = catalog.summary(logicalName)?.displayName;
	return displayName === undefined ? { logicalName } : { logicalName, displayName };
}

function listOf(catalog: Catalog, tables: readonly string[]): TableList {
	return { count: tables.length, first: tables.slice(0, namedTables).map((table) => nameOf(catalog, table)) };
}

function columnFacts({ name, table }: Mention, catalog: Catalog): ColumnFacts {
	const having = catalog.tablesWithColumn(name);
	const whole = table === undefined ? undefined : catalog.table(table);
	const column = whole === undefined ? agreed(name, having, catalog) : catalog.column(whole.logicalName, name);
	return {
		kind: "column",
		name,
		table: table === undefined ? undefined : nameOf(catalog, table),
		column,
		lookups: (whole?.manyToOne ?? []).filter(({ referencingColumn }) => referencingColumn === name),
		tables: listOf(catalog, having),
		primary: whole?.primaryIdColumn === name ? "id" : whole?.primaryNameColumn === name ? "name" : undefined,
	};
}

/** The column, where all tables that have it say the same type and display name; few enough to be read at once. */
function agreed(name: string, tables: readonly string[], catalog: Catalog): Column | undefined {
	if (tables.length > comparedTables) return undefined;
	const columns = tables.flatMap((table) => catalog.column(table, name) ?? []);
	const [first] = columns;
	const same = columns.every(({ type, displayName }) => type === first?.type && displayName === first?.displayName);
	return same ? first : undefined;
}

function optionFacts({ table, tables, column: name, value }: Mention, catalog: Catalog): OptionFacts | undefined {
	const holder = table ?? tables?.[0];
	if (holder === undefined || name === undefined || value === undefined) return undefined;
	const column = catalog.column(holder, name);
	const option = column?.choice?.options.find((one) => one.value === value);
	if (column === undefined || option === undefined) return undefined;
	const states = option.state === undefined ? undefined : catalog.column(holder, "statecode")?.choice?.options;
	return {
		kind: "option",
		value,
		option,
		state: states?.find((state) => state.value === option.state)?.label,
		column,
		table: table === undefined ? undefined : nameOf(catalog, table),
		tables: listOf(catalog, table === undefined ? (tables ?? []) : [table]),
	};
}

function navigationFacts({ name, table, tables }: Mention, catalog: Catalog): NavigationFacts | undefined {
	const holder = table ?? tables?.[0];
	if (holder === undefined) return undefined;
	const relationships = catalog.relationshipsByNavigationProperty(holder, name);
	const [relationship] = relationships;
	if (relationship === undefined) return undefined;
	const { from, to, kind } = relationship;
	const leadsBack = !(from.table === holder && from.navigationProperty === name);
	const own = leadsBack ? to : from;
	const targets = relationships.flatMap((one) => (leadsBack ? one.from.table : one.to.table) ?? []);
	return {
		kind: "navigationProperty",
		name,
		table: table === undefined ? undefined : nameOf(catalog, table),
		targets: listOf(catalog, [...new Set(targets)]),
		many: leadsBack || kind === "manyToMany",
		relationship,
		usual: own.navigationPropertyIsUsual === true,
		tables: listOf(catalog, table === undefined ? (tables ?? []) : [table]),
	};
}

function relationshipFacts(name: string, catalog: Catalog): RelationshipFacts | undefined {
	const all = catalog.relationships(name);
	const [relationship] = all;
	if (relationship === undefined) return undefined;
	const { from, to } = relationship;
	return {
		kind: "relationship",
		relationship,
		from: from.table === undefined ? undefined : nameOf(catalog, from.table),
		to: to.table === undefined ? undefined : nameOf(catalog, to.table),
		count: all.length,
	};
}
