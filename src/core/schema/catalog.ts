/**
 * The one read API over the schema. Tree, hover, table page, completion and command line ask this and nothing else.
 *
 * Names: Dataverse logical names compare by exact characters (a few hold capitals); look-ups by what a person typed go
 * through `findTable`. All lists are in code unit order of their names unless said otherwise. No call throws; a name
 * that is not there gives `undefined` or an empty list.
 *
 * Cost: `tables()` needs the table directory only. `table()` reads one table. Everything that answers "where else"
 * (columns by name, choices, options, relationships, search entries) reads the names block once, at its first use.
 */
import type {
	AssociatedMenu,
	CascadeConfiguration,
	Column,
	Layer,
	LayerId,
	Option,
	Ownership,
	Table,
	TableType,
} from "./model.ts";

/** What the list of tables knows of a table without reading the table itself. Absent: not documented. */
export interface TableSummary {
	readonly logicalName: string;
	readonly schemaName?: string;
	readonly entitySetName?: string;
	readonly displayName?: string | null;
	readonly displayCollectionName?: string | null;
	readonly tableType?: TableType;
	readonly ownership?: Ownership;
	/** Base first. */
	readonly layers: readonly LayerId[];
	readonly columnCount: number;
	/** Columns that have a choice. */
	readonly choiceCount: number;
	/** Absent: keys are not documented. */
	readonly keyCount?: number;
	readonly manyToOneCount: number;
	readonly oneToManyCount: number;
	readonly manyToManyCount: number;
	/** Messages and events together. Absent: not documented. */
	readonly messageCount?: number;
}

/** One column of one table, both by logical name. */
export interface ColumnPlace {
	readonly table: string;
	readonly column: string;
}

/** A choice by its name, with what the columns that use it say together. */
export interface NamedChoice {
	readonly name: string;
	/** True where its only user is the column that the name is made of ("account_industrycode"). */
	readonly local: boolean;
	/** Union over all users in order of value; of several labels, the one most users give. */
	readonly options: readonly Option[];
	readonly usedBy: readonly ColumnPlace[];
}

export interface NamedChoiceSummary {
	readonly name: string;
	readonly local: boolean;
	readonly useCount: number;
}

export interface OptionPlace extends ColumnPlace {
	readonly option: Option;
}

/**
 * A relationship with what both its sides say. Sides whose table is unknown have `table` absent.
 * N:N: `from` and `to` are its two sides in the order in which they are known; columns are those of the intersect table.
 */
export interface Relationship {
	readonly schemaName: string;
	readonly kind: "oneToMany" | "manyToMany";
	/** 1:N: the table with the lookup column. */
	readonly from: RelationshipSide;
	/** 1:N: the table that the lookup points to. */
	readonly to: RelationshipSide;
	readonly layer: LayerId;
	readonly intersectTable?: string;
	readonly cascade?: CascadeConfiguration;
	readonly menu?: AssociatedMenu;
	readonly customizable?: boolean;
	readonly hierarchical?: boolean | null;
}

export interface RelationshipSide {
	readonly table?: string;
	readonly column?: string;
	/** Navigation property that this side's table has, in its exact case. */
	readonly navigationProperty?: string;
	/**
	 * True where the name is not documented and `navigationProperty` is the relationship's schema name: usual (143 of
	 * 145 known cases), to be shown with a mark, never used to call something wrong.
	 */
	readonly navigationPropertyIsUsual?: true;
}

export type SearchKind = "table" | "column" | "choice" | "option" | "relationship" | "message";

/** One distinct (kind, name, label); it may stand in many places. */
export interface SearchEntry {
	readonly kind: SearchKind;
	/** Logical name, choice name, schema name, message name; for an option its value as text. */
	readonly name: string;
	/** Display name or option label; absent where not documented. */
	readonly label?: string;
	/** Table: its entity set name, searched as well. */
	readonly alias?: string;
	readonly placeCount: number;
}

export interface SearchPlace {
	/** Logical name of the table; absent for a choice. */
	readonly table?: string;
	/** Logical name of the column (kinds column and option). */
	readonly column?: string;
	/** Kind option. */
	readonly value?: number;
}

/** What search runs over: distinct names first, places only for the hits that are shown. */
export interface SearchSource {
	entries(): readonly SearchEntry[];
	/** Places of the entry at that index of `entries()`. */
	places(entry: number): readonly SearchPlace[];
}

export interface Catalog extends SearchSource {
	/** Bottom layer first. */
	readonly layers: readonly Layer[];

	tables(): readonly TableSummary[];
	/** By exact logical name. */
	summary(logicalName: string): TableSummary | undefined;
	/** By logical name, entity set name or schema name; exact case first, then any case. */
	findTable(name: string): TableSummary | undefined;
	tableByEntitySet(entitySetName: string): TableSummary | undefined;
	/** The whole table. The same object comes back while it is cached. */
	table(logicalName: string): Table | undefined;

	/** By logical name of both; the column also by schema name. */
	column(table: string, column: string): Column | undefined;
	/** Logical names of the tables that have a column of that logical name. */
	tablesWithColumn(column: string): readonly string[];

	choices(): readonly NamedChoiceSummary[];
	choice(name: string): NamedChoice | undefined;
	/** Columns with a choice that has this value / this label (any case). */
	optionsByValue(value: number): readonly OptionPlace[];
	optionsByLabel(label: string): readonly OptionPlace[];

	/** All relationships of that schema name (a polymorphic column has one for each target). */
	relationships(schemaName: string): readonly Relationship[];
	/** Relationships that give this table a navigation property of exactly that name. */
	relationshipsByNavigationProperty(table: string, name: string): readonly Relationship[];
	/** Logical names of the tables with a navigation property of exactly that name, usual names included. */
	tablesWithNavigationProperty(name: string): readonly string[];
}
