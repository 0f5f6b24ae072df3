/**
 * What the results page and the extension tell each other. Everything a person reads arrives ready and localised. Rows and
 * cells are small arrays, because there may be many.
 */
import type { EnvironmentBadge } from "./environmentBadge.ts";

/** How a cell is edited. */
export type CellKind = "text" | "longText" | "number" | "options" | "yesNo" | "date" | "dateTime" | "other";

export interface ResultsColumn {
	/** The column as rows name it: "_ownerid_value". */
	readonly property: string;
	/** Logical name. */
	readonly name: string;
	readonly display?: string;
	/** "choice, 33 options" */
	readonly type: string;
	readonly kind: CellKind;
	/** Why it cannot be edited; absent where it can. */
	readonly readOnly?: string;
	/** Kinds options and yesNo. Without any the value is typed. */
	readonly options?: readonly CellOption[];
	readonly maxLength?: number;
}

export interface CellOption {
	readonly value: string;
	readonly label: string;
}

/**
 * What a cell shows: nothing, a text that is the raw value as well, or a formatted text with the raw value behind it and,
 * for a choice, `true` where the raw value belongs beside its label.
 */
export type ResultsCell = null | string | readonly [text: string, raw: string, beside?: true];

export interface ResultsRow {
	readonly id: string;
	/** What people call the record. */
	readonly name: string;
	/** Absent where the table has no versions. */
	readonly version?: string;
	/** In the order of the columns. */
	readonly cells: readonly ResultsCell[];
	/** Kept from a draft, and not among the rows that have been read since. */
	readonly kept?: true;
}

/** A cell with a change that is not saved. */
export interface StagedCell {
	readonly record: string;
	readonly property: string;
	readonly cell: ResultsCell;
}

export interface ResultsStatus {
	readonly phase: "loading" | "ready" | "problem";
	/** "50 of about 3,900 rows", or what is being waited for. */
	readonly rows: string;
	/** "212 ms", of the last request. */
	readonly time?: string;
	/** A page beyond the rows that are here can be read. */
	readonly hasMore: boolean;
	/** Phase problem: what happened and why, and what to do next. */
	readonly problem?: {
		readonly sentence: string;
		readonly next?: string;
		/** Trying again makes sense. */
		readonly canRetry: boolean;
		readonly hasDetails: boolean;
	};
	readonly environment?: EnvironmentBadge;
	/** "3 changes staged in 2 rows"; absent where none is. */
	readonly staged?: string;
}

/** Rows that take the place of those from `from` on; `total` are there afterwards. */
export interface RowsChange {
	readonly from: number;
	readonly rows: readonly ResultsRow[];
	readonly total: number;
}

export interface ResultsStart {
	/** Localised templates by their key in words/results.ts. */
	readonly words: Readonly<Record<string, string>>;
	/** BCP 47. */
	readonly language: string;
	readonly labels: "displayName" | "logicalName";
	/** Names of the table, the leading one first. */
	readonly title: readonly string[];
	readonly columns: readonly ResultsColumn[];
	readonly rows: readonly ResultsRow[];
	readonly staged: readonly StagedCell[];
	readonly status: ResultsStatus;
}

export interface ResultsUpdate {
	readonly rows?: RowsChange;
	/** All of them, whenever one changes. */
	readonly staged?: readonly StagedCell[];
	readonly status: ResultsStatus;
}

export type ResultsAction =
	/** Reads the next page. */
	| "more"
	/** Reads again what failed, or else everything. */
	| "again"
	| "cancel"
	| "undo"
	| "discard"
	| "review"
	/** What the service really said. */
	| "details";

export interface ResultsMessages {
	readonly toHost: {
		readonly start: { readonly params: null; readonly result: ResultsStart };
		/** Stages what was typed; the result says why it was not. */
		readonly edit: {
			readonly params: { readonly record: string; readonly property: string; readonly text: string };
			readonly result: { readonly problem?: string };
		};
		readonly run: { readonly params: { readonly action: ResultsAction }; readonly result: null };
		/** The record as it came. */
		readonly json: { readonly params: { readonly record: string }; readonly result: string };
		readonly copy: { readonly params: { readonly text: string }; readonly result: null };
	};
	readonly toView: {
		readonly update: { readonly params: ResultsUpdate; readonly result: null };
		/** Everything is different now: start again. */
		readonly changed: { readonly params: null; readonly result: null };
		/** Show this record, which Review was asked for. */
		readonly reveal: {
			readonly params: { readonly record: string; readonly property?: string };
			readonly result: null;
		};
	};
}
