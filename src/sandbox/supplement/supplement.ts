import type { AlternateKey, CascadeConfiguration, Choice, Column } from "../../core/schema/model.ts";

/** What a supplement may say of a column: facts of the model, and which of create and update "writable" means. */
export type ColumnSupplement = Partial<
	Pick<Column, "type" | "dateTimeBehavior" | "format" | "precision" | "access">
> & {
	readonly validForCreate?: boolean;
	readonly validForUpdate?: boolean;
	/** Boolean columns: the label of 0, then the label of 1. */
	readonly labels?: readonly [string, string];
	readonly defaultValue?: Choice["defaultValue"];
};

export interface TableSupplement {
	/** By logical name. */
	readonly columns?: Readonly<Record<string, ColumnSupplement>>;
	readonly keys?: readonly Pick<AlternateKey, "name" | "columns" | "displayName">[];
	readonly optimisticConcurrency?: boolean;
}

/**
 * Facts that the table reference leaves out and that practice needs, for the tables that people try first. Each line
 * of the data cites the page that says so; what has no page is not here.
 */
export interface Supplement {
	/** By logical name. */
	readonly tables: Readonly<Record<string, TableSupplement>>;
	/** Logical names of columns that no table lets an update change. */
	readonly createOnly: readonly string[];
	/** By schema name of the one-to-many relationship. */
	readonly cascades: Readonly<Record<string, CascadeConfiguration>>;
	/** Logical name of a table -> its lookup to the row above, where a relationship to itself is its hierarchy. */
	readonly hierarchies: Readonly<Record<string, string>>;
	/** By schema name of the many-to-many relationship: logical name of a side -> its column in the intersect table. */
	readonly intersects: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const noSupplement: Supplement = {
	tables: {},
	createOnly: [],
	cascades: {},
	hierarchies: {},
	intersects: {},
};
