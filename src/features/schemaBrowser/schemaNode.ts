/**
 * The items of the Schema view as plain data. A node knows its parent and has an id made of its path, so that VS Code
 * keeps what is expanded over a refresh and can reveal a node that was never shown. Nodes with a page carry `table` and
 * `column` as strings: the same shape that the page commands take.
 */
import type { NamedChoice, NamedChoiceSummary, TableSummary } from "../../core/schema/catalog.ts";
import type { AlternateKey, Column, Message, Option } from "../../core/schema/model.ts";
import type { Message as Sentence } from "../../words/message.ts";
import type { RelationshipRow } from "./relationshipRow.ts";

interface NodeBase {
	readonly id: string;
	/** Absent for the sections. */
	readonly parent?: SchemaNode;
}

export type SectionName = "favourites" | "tables" | "choices";
export type FolderName = "columns" | "choices" | "keys" | "relationships" | RelationshipFolder | "messages";
export type RelationshipFolder = "manyToOne" | "oneToMany" | "manyToMany";

export interface SectionNode extends NodeBase {
	readonly kind: "section";
	readonly section: SectionName;
}

export interface TableNode extends NodeBase {
	readonly kind: "table";
	readonly table: string;
	readonly summary: TableSummary;
}

export interface FolderNode extends NodeBase {
	readonly kind: "folder";
	readonly folder: FolderName;
	readonly table: string;
	readonly summary: TableSummary;
}

export interface ColumnNode extends NodeBase {
	readonly kind: "column";
	readonly table: string;
	readonly column: string;
	readonly facts: Column;
	/** Shown where the table does not follow from the place in the tree. */
	readonly withTable: boolean;
}

export interface OptionNode extends NodeBase {
	readonly kind: "option";
	readonly option: Option;
}

export interface KeyNode extends NodeBase {
	readonly kind: "key";
	readonly table: string;
	readonly key: AlternateKey;
}

/** Relationships of one folder that belong together; its label is a prefix, or absent for names without one. */
export interface GroupNode extends NodeBase {
	readonly kind: "group";
	readonly table: string;
	readonly prefix: string | undefined;
	readonly rows: readonly RelationshipRow[];
}

/** One page of a long list; `first` counts from 1. */
export interface PageNode extends NodeBase {
	readonly kind: "page";
	readonly table: string;
	readonly first: number;
	readonly rows: readonly RelationshipRow[];
}

export interface RelationshipNode extends NodeBase {
	readonly kind: "relationship";
	readonly table: string;
	readonly row: RelationshipRow;
}

/** One fact of the node above it. */
export interface FactNode extends NodeBase {
	readonly kind: "fact";
	readonly name: Sentence;
	/** A name of the schema; absent where it is not documented. */
	readonly value?: string;
	readonly remark?: Sentence;
}

export interface MessageNode extends NodeBase {
	readonly kind: "message";
	readonly table: string;
	readonly message: Message;
}

export interface ChoiceNode extends NodeBase {
	readonly kind: "choice";
	readonly choice: NamedChoiceSummary;
}

export interface ChoicePartNode extends NodeBase {
	readonly kind: "choicePart";
	readonly part: "options" | "usedBy";
	readonly choice: NamedChoice;
}

/** A line that says why there is nothing, and what to do. */
export interface NoteNode extends NodeBase {
	readonly kind: "note";
	readonly note: "noFavourites" | "noTableMatches";
}

export type SchemaNode =
	| SectionNode
	| TableNode
	| FolderNode
	| ColumnNode
	| OptionNode
	| KeyNode
	| GroupNode
	| PageNode
	| RelationshipNode
	| FactNode
	| MessageNode
	| ChoiceNode
	| ChoicePartNode
	| NoteNode;

/** True for what the tree handed out; commands get their arguments from outside. */
export function isSchemaNode(value: unknown): value is SchemaNode {
	return typeof value === "object" && value !== null && "kind" in value && "id" in value;
}
