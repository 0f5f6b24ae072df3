import { compareCodeUnits } from "../../base/compareCodeUnits.ts";
import type { LayerId, ManyToMany, ManyToOne, Message, OneToMany, Table } from "../model.ts";
import { ColumnMerge, type Tell } from "./columnMerge.ts";
import type { Draft } from "./draft.ts";
import { ItemMerge } from "./itemMerge.ts";
import { overlayFacts } from "./mergeFacts.ts";
import type { Page } from "./page.ts";
import type { Problem } from "./problem.ts";

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
	readonly #columns = new ColumnMerge();
	readonly #manyToOne = new ItemMerge<ManyToOne>(manyToOneKey);
	readonly #oneToMany = new ItemMerge<OneToMany>(oneToManyKey);
	readonly #manyToMany = new ItemMerge<ManyToMany>(manyToManyKey);
	#messages: Map<string, Message> | undefined;
	#events: Map<string, Message> | undefined;

	constructor({ logicalName, layer }: Page) {
		this.#facts = { logicalName, layer };
	}

	add(page: Page, tell: Tell): void {
		const { layer } = page;
		if (!this.#layers.includes(layer)) this.#layers.push(layer);
		const { description, ...facts } = page.facts;
		// The empty line under the title of an extension page does not take the base page's description away.
		overlayFacts(this.#facts, description === null && page.bases.length > 0 ? facts : page.facts, layer);
		if (this.#facts.schemaName === undefined && facts.schemaName) this.#facts.schemaName = facts.schemaName;
		for (const column of page.columns) this.#columns.add(column, tell);
		for (const column of page.changedColumns) this.#columns.change(column, tell);
		addItems(this.#manyToOne, page.manyToOne, tell);
		addItems(this.#oneToMany, page.oneToMany, tell);
		addItems(this.#manyToMany, page.manyToMany, tell);
		changeItems(this.#manyToOne, page.changedManyToOne, tell);
		changeItems(this.#oneToMany, page.changedOneToMany, tell);
		if (page.messages) addMessages((this.#messages ??= new Map<string, Message>()), page.messages);
		if (page.events) addMessages((this.#events ??= new Map<string, Message>()), page.events);
	}

	finish(): Table {
		return {
			...this.#facts,
			layers: this.#layers,
			columns: this.#columns.columns,
			manyToOne: this.#manyToOne.items,
			oneToMany: this.#oneToMany.items,
			manyToMany: this.#manyToMany.items,
			...(this.#messages && { messages: byName(this.#messages) }),
			...(this.#events && { events: byName(this.#events) }),
		};
	}
}

function addItems<T extends ManyToOne | OneToMany | ManyToMany>(
	merge: ItemMerge<T>,
	items: readonly T[],
	tell: Tell,
): void {
	for (const item of items) if (!merge.add(item)) tell("repeatedRelationship", item, item.schemaName);
}

function changeItems<T extends ManyToOne | OneToMany>(merge: ItemMerge<T>, items: readonly T[], tell: Tell): void {
	for (const item of items) if (!merge.change(item)) tell("baseItemMissing", item, item.schemaName);
}

/** A message of the base stays as it is; what a later layer adds to it is taken. */
function addMessages(known: Map<string, Message>, messages: readonly Message[]): void {
	for (const message of messages) known.set(message.name, { ...message, ...known.get(message.name) });
}

function byName(messages: ReadonlyMap<string, Message>): readonly Message[] {
	return [...messages.values()].sort((a, b) => compareCodeUnits(a.name, b.name));
}
