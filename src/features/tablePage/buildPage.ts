/** A table of the catalog as the page that is sent to the webview. Pure: no editor needed. */
import type { Table } from "../../core/schema/model.ts";
import type { RelationshipKind, RelationshipSlice, TablePage } from "../../protocol/tablePage.ts";
import { noteOf } from "../../words/notes/noteOf.ts";
import { choiceRows, columnRows } from "./columnRows.ts";
import { keyRows, messageRows } from "./messageRows.ts";
import type { PageContext } from "./pageContext.ts";
import { relationshipSlice } from "./relationshipRows.ts";
import { tableFacts } from "./tableFacts.ts";

/** Rows of each kind of relationship that come with the page; the page asks for the others once it is on screen. */
const firstRelationships = 100;

/** Rows of relationships in one answer: about 200 KB. */
export const relationshipsInOneAnswer = 1000;

export function buildPage(context: PageContext, table: Table): TablePage {
	const note = noteOf(table.logicalName);
	const keys = keyRows(table);
	const messages = messageRows(context, table);
	const first = (kind: RelationshipKind): RelationshipSlice =>
		relationshipSlice(context, table, kind, 0, firstRelationships);
	return {
		table: table.logicalName,
		facts: tableFacts(context, table),
		columns: columnRows(context, table),
		choices: choiceRows(context, table),
		relationships: {
			manyToOne: first("manyToOne"),
			oneToMany: first("oneToMany"),
			manyToMany: first("manyToMany"),
		},
		...(table.displayName ? { display: table.displayName } : {}),
		...(note === undefined ? {} : { note: context.say(note) }),
		...(keys === undefined ? {} : { keys }),
		...(messages === undefined ? {} : { messages }),
	};
}
