/** The columns of a table as rows, and those among them that have a choice. */
import type { Column, Table } from "../../core/schema/model.ts";
import type { ChoiceRow, ColumnRow } from "../../protocol/tablePage.ts";
import { columnTypeName, columnTypeSummary } from "../../words/columnType.ts";
import type { Message } from "../../words/message.ts";
import { noteOf } from "../../words/notes/noteOf.ts";
import { requiredLevelWords } from "../../words/requiredLevel.ts";
import { factValueWords } from "../../words/tablePage.ts";
import { layerMark, type PageContext, tablePiece } from "./pageContext.ts";

export function columnRows(context: PageContext, table: Table): readonly ColumnRow[] {
	return table.columns.map((column) => columnRow(context, table, column));
}

export function choiceRows({ say }: PageContext, table: Table): readonly ChoiceRow[] {
	return table.columns.flatMap((column) => {
		const { choice } = column;
		if (choice === undefined) return [];
		return [
			{
				column: column.logicalName,
				type: say(columnTypeName(column.type)),
				optionCount: choice.options.length,
				...(column.displayName ? { display: column.displayName } : {}),
				...(choice.globalName ? { name: choice.globalName } : {}),
			},
		];
	});
}

function columnRow(context: PageContext, table: Table, column: Column): ColumnRow {
	const { say } = context;
	const { logicalName, requiredLevel: level } = column;
	const role = roleOf(table, logicalName);
	const mark = layerMark(context, column.layer, table.layers[0]);
	const note = noteOf(table.logicalName, logicalName);
	return {
		name: logicalName,
		schemaName: column.schemaName,
		type: say(columnTypeName(column.type)),
		summary: say(columnTypeSummary(column)),
		targets: (column.targets ?? []).map((target) => tablePiece(context, target.table)),
		uses: usesOf(column).map(say),
		...(column.displayName ? { display: column.displayName } : {}),
		...(level === undefined ? {} : { required: { level, text: say(requiredLevelWords[level]) } }),
		...(column.choice === undefined ? {} : { optionCount: column.choice.options.length }),
		...(role === undefined ? {} : { role: say(role) }),
		...(mark === undefined ? {} : { layer: mark }),
		...(note === undefined ? {} : { note: say(note) }),
	};
}

function roleOf(table: Table, column: string): Message | undefined {
	if (column === table.primaryIdColumn) return factValueWords.primaryId;
	return column === table.primaryNameColumn ? factValueWords.primaryName : undefined;
}

/** Only what is documented as possible; what is silent stands in the details. */
function usesOf({ access, validForForm, validForRead }: Column): readonly Message[] {
	return [
		...(access === undefined ? [] : [factValueWords[access]]),
		...(validForForm === true ? [factValueWords.form] : []),
		...(validForRead === true ? [factValueWords.read] : []),
	];
}
