import type { TableSummary } from "./catalog.ts";
import type { Table } from "./model.ts";

/** What the list of tables shows of a table. Counts of lists that are not documented stay absent. */
export function summaryOf(table: Table): TableSummary {
	const { schemaName, entitySetName, displayName, displayCollectionName, tableType, ownership } = table;
	return {
		logicalName: table.logicalName,
		...(schemaName !== undefined && { schemaName }),
		...(entitySetName !== undefined && { entitySetName }),
		...(displayName !== undefined && { displayName }),
		...(displayCollectionName !== undefined && { displayCollectionName }),
		...(tableType !== undefined && { tableType }),
		...(ownership !== undefined && { ownership }),
		layers: table.layers,
		columnCount: table.columns.length,
		choiceCount: table.columns.filter(({ choice }) => choice !== undefined).length,
		...(table.keys !== undefined && { keyCount: table.keys.length }),
		manyToOneCount: table.manyToOne.length,
		oneToManyCount: table.oneToMany.length,
		manyToManyCount: table.manyToMany.length,
		...((table.messages ?? table.events) !== undefined && {
			messageCount: (table.messages?.length ?? 0) + (table.events?.length ?? 0),
		}),
	};
}
