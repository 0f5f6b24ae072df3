import { joinRelationships } from "../joinRelationships.ts";
import type { Message, Table } from "../model.ts";
import { type ChoiceUsesData, choiceUsesOf } from "./choiceUses.ts";
import { type NameListData, nameListOf } from "./nameList.ts";
import { type RelationshipRowsData, relationshipRowsOf } from "./relationshipRows.ts";

/** All that answers "where else", over tables sorted by logical name. Plain data: a bundle stores each part as a block. */
export interface CatalogNames {
	/** Logical names with display names. */
	readonly columns: NameListData;
	readonly choices: ChoiceUsesData;
	readonly relationships: RelationshipRowsData;
	/** Messages and events, without labels. */
	readonly messages: NameListData;
}

/** Builds the names of tables that are sorted by logical name. */
export function catalogNamesOf(tables: readonly Table[]): CatalogNames {
	const columns = tables.flatMap((table, number) =>
		table.columns.map(({ logicalName, displayName }) => ({
			name: logicalName,
			label: displayName ?? null,
			table: number,
		})),
	);
	const messages = tables.flatMap(({ messages = [], events = [] }, number) =>
		[...messages, ...events].map(({ name }: Message) => ({ name, label: null, table: number })),
	);
	return {
		columns: nameListOf(columns),
		choices: choiceUsesOf(tables),
		relationships: relationshipRowsOf(joinRelationships(tables)),
		messages: nameListOf(messages),
	};
}

const noNames: NameListData = { names: [], labels: [], counts: [], tables: [] };

/** What stands in for a part that cannot be read: nothing is found. */
export const emptyNames: CatalogNames = {
	columns: noNames,
	choices: {
		tables: [],
		columns: [],
		names: [],
		booleans: [],
		lists: [],
		listSizes: [],
		listOptions: [],
		options: [],
	},
	relationships: { schemaNames: [], sides: [], strings: [], kinds: [], facts: [] },
	messages: noNames,
};
