/**
 * A name of the schema that stands somewhere in a text: what hover answers. Offsets are those of the whole document.
 */
export type MentionKind = "table" | "column" | "option" | "entitySet" | "navigationProperty" | "relationship";

/** "context": only where the text around says that it is Dataverse. "always": any exact name in a string or with "_". */
export type MentionMode = "context" | "always" | "off";

/** What was found, without the place in the document. */
export interface Found {
	readonly kind: MentionKind;
	/** As the schema writes it: logical name, entity set name, navigation property, relationship's schema name. */
	readonly name: string;
	/** The table it belongs to; absent where the text leaves that open. A table or entity set names itself. */
	readonly table?: string;
	/** Where `table` is absent: the tables that have such a name, in order. */
	readonly tables?: readonly string[];
	/** Option: its column and value; `name` is the value as text. */
	readonly column?: string;
	readonly value?: number;
}

export interface Mention extends Found {
	readonly start: number;
	readonly end: number;
}
