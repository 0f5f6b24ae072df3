/**
 * What the table page and the extension tell each other. Everything a person reads arrives ready and localised, so
 * that the page only filters, sorts and shows; absent means "not documented".
 */
import type { RequiredLevel } from "../core/schema/model.ts";

/** A part of a text: plain, a name that copies itself on click, or a way to a table (and one of its columns). */
export type Piece =
	| { readonly kind: "text"; readonly text: string }
	| { readonly kind: "copy"; readonly text: string }
	| { readonly kind: "link"; readonly text: string; readonly table: string; readonly column?: string };

/** A line "label: value". */
export interface Fact {
	readonly label: string;
	/** Empty: the fact is there and its value is blank. */
	readonly value?: readonly Piece[];
	/** Product that the fact comes from, where it is not the one of the thing it belongs to. */
	readonly layer?: string;
}

export interface ColumnRow {
	readonly name: string;
	readonly schemaName: string;
	readonly display?: string;
	/** Type as people read it: the rows of one type have the same text. */
	readonly type: string;
	/** The type with the fact that matters most: "text 100". */
	readonly summary: string;
	readonly targets: readonly Piece[];
	readonly required?: { readonly level: RequiredLevel; readonly text: string };
	readonly uses: readonly string[];
	readonly optionCount?: number;
	/** Primary id or primary name column. */
	readonly role?: string;
	/** Product that added the column, where it is not the one of the table. */
	readonly layer?: string;
	readonly note?: string;
}

export interface OptionRow {
	readonly value: string;
	readonly label?: string;
	/** State, default status, transitions. */
	readonly details?: string;
	readonly layer?: string;
}

export interface ColumnDetails {
	readonly facts: readonly Fact[];
	readonly options?: readonly OptionRow[];
}

/** A column with a choice. */
export interface ChoiceRow {
	readonly column: string;
	readonly display?: string;
	readonly name?: string;
	readonly type: string;
	readonly optionCount: number;
}

export interface ChoiceDetails {
	readonly options: readonly OptionRow[];
	/** Columns that use a choice of this name, this one among them. */
	readonly usedBy: readonly Piece[];
}

export type RelationshipKind = "manyToOne" | "oneToMany" | "manyToMany";

export interface RelationshipRow {
	readonly name: string;
	/** Logical name of the other table. */
	readonly table?: string;
	readonly tableDisplay?: string;
	/** The other table is in the catalog, so there is a page to go to. */
	readonly linked: boolean;
	/** The lookup column; N:N: the intersect table. */
	readonly column?: string;
	readonly navigation?: string;
	/** The navigation property is not documented and this is its usual name. */
	readonly usual?: true;
	readonly layer?: string;
}

export interface KeyRow {
	readonly name: string;
	readonly display?: string;
	readonly columns: readonly string[];
}

export interface MessageRow {
	readonly name: string;
	readonly event?: string;
	readonly webApi?: string;
	readonly sdk?: string;
}

/** What the page shows at once. Relationships, and what unfolds, are asked for. */
export interface TablePage {
	readonly table: string;
	readonly display?: string;
	readonly note?: string;
	readonly facts: readonly Fact[];
	readonly columns: readonly ColumnRow[];
	readonly choices: readonly ChoiceRow[];
	readonly keys?: readonly KeyRow[];
	/** Messages and events. */
	readonly messages?: readonly MessageRow[];
	/** How many there are, and the first of them. */
	readonly relationships: Readonly<Record<RelationshipKind, RelationshipSlice>>;
}

export interface RelationshipSlice {
	readonly total: number;
	readonly rows: readonly RelationshipRow[];
}

export type Labels = "displayName" | "logicalName";

/** What a page starts with. */
export interface TablePageStart {
	/** Localised templates by their key in src/words/tablePage.ts. */
	readonly words: Readonly<Record<string, string>>;
	/** BCP 47, for numbers and sorting. */
	readonly language: string;
	/** Which of the two names of a thing leads. */
	readonly labels: Labels;
	/** Absent: the catalog could not be read or has no such table; `problem` tells. */
	readonly page?: TablePage;
	readonly problem?: string;
	/** Column to show first. */
	readonly column?: string;
}

export type TablePageAction = "rows" | "copy" | "documentation" | "search";

export interface TablePageMessages {
	readonly toHost: {
		readonly start: { readonly params: null; readonly result: TablePageStart };
		readonly relationships: {
			readonly params: { readonly kind: RelationshipKind; readonly from: number };
			readonly result: RelationshipSlice;
		};
		readonly columnDetails: { readonly params: { readonly column: string }; readonly result: ColumnDetails };
		readonly choiceDetails: { readonly params: { readonly column: string }; readonly result: ChoiceDetails };
		readonly relationshipDetails: {
			readonly params: { readonly kind: RelationshipKind; readonly name: string; readonly table?: string };
			readonly result: readonly Fact[];
		};
		readonly open: {
			readonly params: { readonly table: string; readonly column?: string; readonly beside: boolean };
			readonly result: null;
		};
		readonly copy: { readonly params: { readonly text: string }; readonly result: null };
		readonly run: { readonly params: { readonly action: TablePageAction }; readonly result: null };
	};
	readonly toView: {
		/** The tab was asked for again, at a column. */
		readonly reveal: { readonly params: { readonly column: string }; readonly result: null };
		/** The schema is another one now: start again. */
		readonly changed: { readonly params: null; readonly result: null };
	};
}
