import { compareCodeUnits } from "../../base/compareCodeUnits.ts";
import type { Column, LayerId, ManyToMany, ManyToOne, Message, OneToMany, Table } from "../model.ts";
import type { ColumnDraft, Draft } from "./draft.ts";
import { copyColumn, overlayColumn } from "./mergeColumn.ts";
import { overlayFacts } from "./mergeFacts.ts";
import type { Page, PageColumn } from "./page.ts";
import type { Problem, ProblemCode } from "./problem.ts";

type Tell = (code: ProblemCode, thing: object, text: string) => void;

/** The keys by which the same relationship is known on two pages: a schema name may lead to several tables. */
export const manyToOneKey = ({ schemaName, referencedTable = "" }: ManyToOne): string =>
	`${schemaName} ${referencedTable}`;
export const oneToManyKey = ({ schemaName, referencingTable = "" }: OneToMany): string =>
	`${schemaName} ${referencingTable}`;
export const manyToManyKey = ({ schemaName, otherTable = "", intersectColumn = "" }: ManyToMany): string =>
	`${schemaName} ${otherTable} ${intersectColumn}`;

/**
 * Makes one table of its pages, which come in the order of their layers. The first is the base; facts of each later
 * one lie over it and keep their layer.
 */
export function mergeTable(pages: readonly [Page, ...Page[]], problems: Problem[]): Table {
	const [base] = pages;
	const table = new TableMerge(base);
	for (const page of pages) {
		table.add(page, (code, thing, text) => {
			problems.push({ file: page.path, line: page.lines.get(thing) ?? 1, code, text });
		});
	}
	return table.finish();
}

class TableMerge {
	readonly #facts: Draft<Pick<Table, "layer" | "factLayers" | "logicalName" | "schemaName">>;
	readonly #layers: LayerId[] = [];
	readonly #columns = new Map<string, ColumnDraft>();
	readonly #manyToOne = new Map<string, Draft<ManyToOne>>();
	readonly #oneToMany = new Map<string, Draft<OneToMany>>();
	readonly #manyToMany = new Map<string, Draft<ManyToMany>>();
	#messages: Map<string, Draft<Message>> | undefined;
	#events: Map<string, Draft<Message>> | undefined;

	constructor({ logicalName, layer, facts: { schemaName } }: Page) {
		this.#facts = schemaName === undefined ? { logicalName, layer } : { logicalName, layer, schemaName };
	}

	add(page: Page, tell: Tell): void {
		const { layer } = page;
		if (!this.#layers.includes(layer)) this.#layers.push(layer);
		overlayFacts(this.#facts, page.facts, layer);
		for (const column of page.columns) this.#addColumn(column, page, tell);
		for (const column of page.changedColumns) this.#changeColumn(column, tell);
		for (const item of page.manyToOne) this.#addItem(this.#manyToOne, manyToOneKey(item), item, page, tell);
		for (const item of page.oneToMany) this.#addItem(this.#oneToMany, oneToManyKey(item), item, page, tell);
		for (const item of page.manyToMany) this.#addItem(this.#manyToMany, manyToManyKey(item), item, page, tell);
		for (const item of page.changedManyToOne) changeItem(this.#manyToOne, manyToOneKey(item), item, tell);
		for (const item of page.changedOneToMany) changeItem(this.#oneToMany, oneToManyKey(item), item, tell);
		if (page.messages) addMessages((this.#messages ??= new Map<string, Draft<Message>>()), page.messages);
		if (page.events) addMessages((this.#events ??= new Map<string, Draft<Message>>()), page.events);
	}

	#addColumn(column: PageColumn, page: Page, tell: Tell): void {
		const key = column.logicalName ?? column.schemaName.toLowerCase();
		const known = this.#columns.get(key);
		if (known === undefined) {
			this.#columns.set(key, copyColumn(column));
			return;
		}
		if (known.layer === page.layer) tell("repeatedColumn", column, key);
		overlayColumn(known, column, relabel(tell, column));
	}

	/** Changed columns are named by their schema name. */
	#changeColumn(column: PageColumn, tell: Tell): void {
		const known = this.#findColumn(column);
		if (known === undefined) {
			tell("baseItemMissing", column, column.schemaName);
			this.#columns.set(column.logicalName ?? column.schemaName.toLowerCase(), copyColumn(column));
			return;
		}
		overlayColumn(known, column, relabel(tell, column));
	}

	#findColumn({ logicalName, schemaName }: PageColumn): ColumnDraft | undefined {
		if (logicalName !== undefined) return this.#columns.get(logicalName);
		for (const column of this.#columns.values()) if (column.schemaName === schemaName) return column;
		return this.#columns.get(schemaName.toLowerCase());
	}

	#addItem<T extends ManyToOne | OneToMany | ManyToMany>(
		items: Map<string, Draft<T>>,
		key: string,
		item: T,
		page: Page,
		tell: Tell,
	): void {
		const known = items.get(key);
		if (known === undefined) items.set(key, { ...item });
		else {
			if (known.layer === page.layer) tell("repeatedRelationship", item, key.trim());
			overlayFacts(known, item, item.layer);
		}
	}

	finish(): Table {
		const table: Table = {
			...this.#facts,
			layers: this.#layers,
			columns: [...this.#columns].sort(byKey).map(([key, column]) => namedColumn(column, key)),
			manyToOne: sorted(this.#manyToOne),
			oneToMany: sorted(this.#oneToMany),
			manyToMany: sorted(this.#manyToMany),
			...(this.#messages && { messages: sorted(this.#messages) }),
			...(this.#events && { events: sorted(this.#events) }),
		};
		return table;
	}
}

function relabel(tell: Tell, column: PageColumn): Parameters<typeof overlayColumn>[2] {
	return (before, after) => {
		tell(
			"optionTwice",
			column,
			`${column.schemaName}: ${before.value} ${String(before.label)}, ${String(after.label)}`,
		);
	};
}

/** Lays the changed facts over every relationship of that schema name; the changes name no table. */
function changeItem<T extends ManyToOne | OneToMany>(
	items: Map<string, Draft<T>>,
	key: string,
	item: T,
	tell: Tell,
): void {
	const exact = items.get(key);
	const known = exact ? [exact] : [...items.values()].filter(({ schemaName }) => schemaName === item.schemaName);
	if (known.length === 0) {
		tell("baseItemMissing", item, item.schemaName);
		items.set(key, { ...item });
	}
	for (const each of known) overlayFacts(each, item, item.layer);
}

/** A message of the base stays as it is; what a later layer adds to it is taken. */
function addMessages(known: Map<string, Draft<Message>>, messages: readonly Message[]): void {
	for (const message of messages) {
		const before = known.get(message.name);
		known.set(message.name, before === undefined ? { ...message } : { ...message, ...before });
	}
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
	return compareCodeUnits(a, b);
}

function sorted<T>(items: ReadonlyMap<string, T>): T[] {
	return [...items].sort(byKey).map(([, item]) => item);
}

function namedColumn(column: ColumnDraft, key: string): Column {
	return column.logicalName === undefined ? { ...column, logicalName: key } : (column as Column);
}
