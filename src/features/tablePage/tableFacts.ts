/** The facts at the top of a table page. */
import type { Table } from "../../core/schema/model.ts";
import type { Fact, Piece } from "../../protocol/tablePage.ts";
import type { Message } from "../../words/message.ts";
import { ownerWords } from "../../words/tableOwner.ts";
import { factWords } from "../../words/tablePage.ts";
import { tableTypeWords } from "../../words/tableType.ts";
import { columnPiece, copyPiece, fact, factLayer, type PageContext, productOf, textPiece } from "./pageContext.ts";

type TableProperty = keyof Table & keyof typeof factWords;
type Value = readonly Piece[] | null | undefined;

export function tableFacts(context: PageContext, table: Table): readonly Fact[] {
	const { say } = context;
	const column = (name: string | undefined) =>
		name === undefined ? undefined : [columnPiece(table.logicalName, name)];
	const word = (text: Message | undefined) => (text === undefined ? undefined : [textPiece(say(text))]);
	const rows: readonly (readonly [TableProperty, Value])[] = [
		["displayName", plain(table.displayName)],
		["displayCollectionName", plain(table.displayCollectionName)],
		["logicalName", name(table.logicalName)],
		["entitySetName", name(table.entitySetName)],
		["schemaName", name(table.schemaName)],
		["collectionSchemaName", name(table.collectionSchemaName)],
		["logicalCollectionName", name(table.logicalCollectionName)],
		["primaryIdColumn", column(table.primaryIdColumn)],
		["primaryNameColumn", column(table.primaryNameColumn)],
		["tableType", word(table.tableType && tableTypeWords[table.tableType])],
		["ownership", word(table.ownership && ownerWords[table.ownership])],
		["layers", [textPiece(table.layers.map((layer) => productOf(context, layer)).join(" · "))]],
		...(table.description ? [["description", plain(table.description)] as const] : []),
	];
	return rows.map(([property, value]) =>
		fact(say(factWords[property]), value, factLayer(context, table.factLayers, property)),
	);
}

function plain(text: string | null | undefined): Value {
	return text === undefined || text === null ? text : [textPiece(text)];
}

function name(text: string | undefined): Value {
	return text === undefined ? undefined : [copyPiece(text)];
}
