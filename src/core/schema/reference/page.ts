/** One reference page as data: what it says of its table, and beside it what belongs to the page alone. */
import type { LayerId, ManyToMany, ManyToOne, Message, OneToMany } from "../model.ts";
import type { ColumnDraft, TableFacts } from "./draft.ts";
import type { ChoiceForm } from "./optionCells.ts";
import type { SectionKind } from "./sections.ts";

/** A page as it comes in: the path is relative, its first folder names the layer. */
export interface PageFile {
	readonly path: string;
	readonly text: string;
}

/** A column as one page has it; the logical name is open where the page leaves it out. */
export type PageColumn = Readonly<ColumnDraft>;

/** The table of another product that an extension page builds on. */
export interface BaseReference {
	readonly product: string;
	/** As in titles: "Account" or "Session event (msdyn_sessionevent)". */
	readonly name: string;
	readonly link: string;
	/** "Account table (Product)" instead of "Product Account table". */
	readonly productBehind?: true;
}

export interface Page {
	readonly path: string;
	readonly layer: LayerId;
	/** Absent where the title does not tell. */
	readonly product?: string;
	readonly logicalName: string;
	/** Not empty on extension pages only. */
	readonly bases: readonly BaseReference[];
	readonly facts: Readonly<TableFacts>;
	readonly columns: readonly PageColumn[];
	/** What an extension page changes: only the changed facts are there. */
	readonly changedColumns: readonly PageColumn[];
	readonly manyToOne: readonly ManyToOne[];
	readonly oneToMany: readonly OneToMany[];
	readonly manyToMany: readonly ManyToMany[];
	readonly changedManyToOne: readonly ManyToOne[];
	readonly changedOneToMany: readonly OneToMany[];
	readonly messages?: readonly Message[];
	readonly events?: readonly Message[];
	readonly lines: ReadonlyMap<object, number>;
	readonly source: PageSource;
}

/** What belongs to a page and is no fact of the schema. Absent parts are as the publisher's tool writes them. */
export interface PageSource {
	readonly byteOrderMark?: true;
	readonly newline?: "\r\n";
	/** The text does not end in a line break. */
	readonly openEnd?: true;
	/** Lines between the fences; a title or description line that follows from the names is told by its key alone. */
	readonly frontMatter?: readonly FrontMatterLine[];
	/** The table's name in title and sentences where it is not made of display and logical name. */
	readonly titleName?: string;
	/** The first heading leaves the product out. */
	readonly headingWithoutProduct?: true;
	/** The note of an extension page repeats itself in two more paragraphs. */
	readonly noteRepeats?: true;
	readonly sections: readonly SectionForm[];
	/** Lines under "See also": links of the publisher's site. */
	readonly seeAlso?: readonly string[];
	readonly gaps?: Gaps;
}

export type FrontMatterLine = string | { readonly usual: "title" | "description" };

/** Place -> blank lines before it, where the number is not the usual one. */
export type Gaps = Readonly<Record<string, number>>;

export interface SectionForm {
	readonly kind: SectionKind;
	/** The list of names at the top is there with one item, or missing with several. */
	readonly unusualBullets?: true;
	/** The fixed sentence is missing. */
	readonly silent?: true;
	/** The fixed sentence goes to a new line behind the product. */
	readonly broken?: true;
	/** Before heading and sentence. */
	readonly gaps?: Gaps;
	/** Before the list of names and before the table of a section without items. */
	readonly itemGaps?: Gaps;
	/** By position of the item; usual items have none. */
	readonly items: Readonly<Record<number, ItemForm>>;
}

export interface ItemForm {
	/** Names of the rows where their order is not the published one. */
	readonly rows?: readonly string[];
	/** Rows that are left out although their fact is known from the heading or the sentence. */
	readonly omitted?: readonly string[];
	/** Rows that are written in their second form. */
	readonly alternatives?: readonly string[];
	/** Name in the heading where the fact row gives another. */
	readonly heading?: string;
	/** Target of the sentence's link where it does not follow from the names. */
	readonly link?: string;
	/** The sentence is missing where one is usual. */
	readonly silent?: true;
	/** "Changes from [X (product)](link)". */
	readonly changes?: { readonly product: string; readonly link: string; readonly colon: boolean };
	readonly choice?: Partial<ChoiceForm>;
	/** The heading of the choices, or also the header of their table, is there although there are none. */
	readonly emptyChoices?: "heading" | "table";
	readonly gaps?: Gaps;
	/** Messages: what stands around the operation. */
	readonly message?: MessageForm;
}

/** Link targets and lead-ins of a message's cells. */
export interface MessageForm {
	/** What follows the request in the second cell: "See [Create](..)". */
	readonly note?: string;
	/** Target of an article's link; absent: plain text. */
	readonly webApiLink?: string;
	readonly sdkLink?: string;
	/** The operation stands as "**name action**" or "**name function**". */
	readonly boldOperation?: "action" | "function";
}
