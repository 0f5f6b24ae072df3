/** A thing of the model while it is being read: the same properties, writable. */
import type { Choice, Column, LookupTarget, Option, Table } from "../model.ts";

export type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

export interface ChoiceDraft extends Draft<Omit<Choice, "options">> {
	options: Draft<Option>[];
}

export interface ColumnDraft extends Draft<Omit<Column, "choice" | "logicalName" | "targets">> {
	/** Absent while it is not read, and where a page changes a column without naming it so. */
	logicalName?: string;
	choice?: ChoiceDraft;
	targets?: LookupTarget[];
}

/** What the properties and the head of a page say of its table. */
export type TableFacts = Draft<
	Pick<
		Table,
		| "collectionSchemaName"
		| "description"
		| "displayCollectionName"
		| "displayName"
		| "entitySetName"
		| "logicalCollectionName"
		| "ownership"
		| "primaryIdColumn"
		| "primaryNameColumn"
		| "schemaName"
		| "tableType"
	>
> & { logicalName?: string };
