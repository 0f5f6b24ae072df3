/**
 * The schema as the sandbox enforces it: what the bundle documents, with the supplement over it. Made once per table,
 * at its first use.
 */
import type { Catalog } from "../../core/schema/catalog.ts";
import type { CascadeConfiguration, Column, ColumnType, Table } from "../../core/schema/model.ts";

/**
 * How a value is kept in SQLite and written on the wire.
 *
 * | kind | SQLite | wire |
 * | --- | --- | --- |
 * | guid | TEXT, lower case, hyphens, no braces | Edm.Guid |
 * | text | TEXT; with `folded`, a second column holds `fold(value)` for comparing and sorting | Edm.String |
 * | integer | INTEGER | Edm.Int32, choices as well |
 * | long | INTEGER | Edm.Int64 |
 * | decimal | REAL | Edm.Decimal |
 * | double | REAL | Edm.Double |
 * | boolean | INTEGER 0 or 1 | Edm.Boolean |
 * | dateTime | TEXT "2026-01-31T13:45:00Z", so that text order is time order | Edm.DateTimeOffset |
 * | date | TEXT "2026-01-31" | Edm.Date |
 * | choices | TEXT "1,2,10": ascending numbers without blanks | Edm.String |
 * | binary | BLOB | Edm.Binary |
 * | any | TEXT, the JSON of the scalar, for a column whose type is not documented | Edm.String in metadata |
 */
export type StorageKind =
	| "guid"
	| "text"
	| "integer"
	| "long"
	| "decimal"
	| "double"
	| "boolean"
	| "dateTime"
	| "date"
	| "choices"
	| "binary"
	| "any";

export interface SandboxColumn {
	readonly logicalName: string;
	/** Logical name of its table. */
	readonly table: string;
	/** What the bundle documents, facts of the supplement over it. */
	readonly column: Column;
	/** Absent: not documented. */
	readonly type?: ColumnType;
	readonly kind: StorageKind;
	/** Name on the wire: the logical name, or `_x_value` for a lookup. */
	readonly propertyName: string;
	/** True for a text column that has a folded companion in storage (String columns; a Memo has none). */
	readonly folded: boolean;
	/** Tables that a lookup may point to; empty for everything else. More than one: `typeColumn` keeps which. */
	readonly targets: readonly string[];
	readonly validForCreate: boolean;
	readonly validForUpdate: boolean;
	readonly validForRead: boolean;
	/** False for columns that exist only in metadata or are made while reading ("Virtual", ...name companions). */
	readonly stored: boolean;
	/** For a column that names the target of a lookup (`owneridname`, `primarycontactidname`): that lookup. */
	readonly nameOf?: string;
	/** For a column that tells the table of a lookup's target (`owneridtype`, `objecttypecode` of a note): that lookup. */
	readonly typeOf?: string;
	/** For the `_base` companion of a money column: that column. The service computes it, nobody writes it. */
	readonly baseOf?: string;
	/** True where SQLite itself makes the value (`objecttypecode`, `activitytypecode`): readable and comparable, never in an INSERT or UPDATE. */
	readonly generated?: true;
}

/** A navigation property as the service knows it, in its exact case. */
export interface Navigation {
	readonly name: string;
	readonly relationship: string;
	/**
	 * "lookup": this table's lookup column to `table`. "children": rows of `table` whose lookup points here.
	 * "manyToMany": rows of `table` by way of the intersect table.
	 */
	readonly kind: "lookup" | "children" | "manyToMany";
	/** Logical name of the table it leads to; of several (below) the first, of an owner column `owner`. */
	readonly table: string;
	/** Lookups that lead to several tables by one name (every `ownerid`: users and teams): these tables. */
	readonly tables?: readonly string[];
	/** The schema does not document the name (or, many-to-many, the intersect table): it is the usual one. */
	readonly usual?: true;
	/** lookup: the column here. children: the column there. manyToMany: this table's column in the intersect table. */
	readonly column: string;
	/** manyToMany only. */
	readonly intersect?: { readonly table: string; readonly otherColumn: string };
	/** What happens to children; only where the schema or the supplement documents it. */
	readonly cascade?: CascadeConfiguration | undefined;
}

export interface SandboxKey {
	readonly name: string;
	/** Absent: not documented. */
	readonly displayName?: string | null;
	/** Logical names, lookups among them. */
	readonly columns: readonly string[];
}

export interface SandboxTable {
	readonly logicalName: string;
	readonly entitySetName: string;
	readonly table: Table;
	/** Logical name of the primary id column; every table that can hold rows has one. */
	readonly primaryId: string;
	readonly primaryName?: string;
	/** By logical name. */
	readonly columns: ReadonlyMap<string, SandboxColumn>;
	/** By name on the wire (`_x_value` for lookups). */
	readonly properties: ReadonlyMap<string, SandboxColumn>;
	/** By exact name. */
	readonly navigation: ReadonlyMap<string, Navigation>;
	readonly keys: readonly SandboxKey[];
	/** Absent: not documented. */
	readonly optimisticConcurrency?: boolean;
	/** The lookup to the row above, of the relationship that is the table's hierarchy; absent where none is known. */
	readonly hierarchy?: string;
}

export interface SandboxSchema {
	/** What it stands on. Metadata lists its tables from here, those without rows among them. */
	readonly catalog: Catalog;
	/** By exact logical name; undefined also where no rows can be kept (no primary id or entity set documented). */
	table(logicalName: string): SandboxTable | undefined;
	/** By exact entity set name. */
	tableBySet(entitySetName: string): SandboxTable | undefined;
}
