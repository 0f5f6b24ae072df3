/** What the page asks for after its start: further relationships, and what unfolds. Pure: no editor needed. */
import type { Column, Table } from "../../core/schema/model.ts";
import type { Handlers } from "../../protocol/channel.ts";
import type { ChoiceDetails, Piece, TablePageMessages } from "../../protocol/tablePage.ts";
import { relationshipsInOneAnswer } from "./buildPage.ts";
import { columnDetails } from "./columnDetails.ts";
import { optionRows } from "./optionRows.ts";
import type { PageContext } from "./pageContext.ts";
import { relationshipDetails } from "./relationshipDetails.ts";
import { relationshipSlice } from "./relationshipRows.ts";

type Asked = "relationships" | "columnDetails" | "choiceDetails" | "relationshipDetails";
export type PageAnswers = Handlers<Pick<TablePageMessages["toHost"], Asked>>;

/** Answers about one table. `find` gives its context and table as they are now, and throws where there is none. */
export function pageAnswers(find: () => Promise<{ context: PageContext; table: Table }>): PageAnswers {
	return {
		async relationships({ kind, from }) {
			const { context, table } = await find();
			return relationshipSlice(context, table, kind, from, relationshipsInOneAnswer);
		},
		async columnDetails({ column }) {
			const { context, table } = await find();
			return columnDetails(context, table, columnOf(table, column));
		},
		async choiceDetails({ column }) {
			const { context, table } = await find();
			return choiceDetails(context, table, columnOf(table, column));
		},
		async relationshipDetails(key) {
			const { context, table } = await find();
			return relationshipDetails(context, table, key);
		},
	};
}

function columnOf(table: Table, name: string): Column {
	const column = table.columns.find(({ logicalName }) => logicalName === name);
	if (column === undefined) throw new Error(`${table.logicalName} has no column ${name}.`);
	return column;
}

function choiceDetails(context: PageContext, table: Table, { choice, layer, logicalName }: Column): ChoiceDetails {
	if (choice === undefined) throw new Error(`${logicalName} has no choice.`);
	const named = choice.globalName ? context.catalog.choice(choice.globalName) : undefined;
	const users = named?.usedBy ?? [{ table: table.logicalName, column: logicalName }];
	const usedBy = users.map((place): Piece => ({
		kind: "link",
		text: `${place.table}.${place.column}`,
		table: place.table,
		column: place.column,
	}));
	return { options: optionRows(context, choice, layer), usedBy };
}
