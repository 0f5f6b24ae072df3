import type { LayerId, ManyToMany, ManyToOne, OneToMany } from "../model.ts";
import type { Draft } from "./draft.ts";
import type { ItemKind, OpenItem } from "./itemSection.ts";
import { type Link, readLinkLine } from "./link.ts";
import { readOlderRelationship } from "./olderForms.ts";
import type { ProblemList } from "./problem.ts";
import { manyToManyRows, manyToOneRows, oneToManyRows } from "./relationshipRows.ts";
import type { RowRules } from "./rowRules.ts";

/** How the three kinds of relationship differ on a page. */
export interface RelationshipKind<T> {
	readonly rules: RowRules<T>;
	readonly leadIn: string;
	/** Stands behind the names in the sentence's link. */
	readonly ending: string;
	readonly table: (item: T) => string | undefined;
	/** Takes the other table from the sentence where no row names it. */
	readonly setTable: (item: T, table: string) => void;
	/** The rows whose facts the heading or the sentence give as well. */
	readonly implied: readonly string[];
	/** Blank lines before the rows where there is no sentence. */
	readonly silentGap: number;
}

export const manyToOneKind: RelationshipKind<Draft<ManyToOne>> = {
	rules: manyToOneRows,
	leadIn: "One-To-Many Relationship: ",
	ending: "",
	table: ({ referencedTable }) => referencedTable,
	setTable(item, table) {
		item.referencedTable = table;
	},
	implied: ["ReferencedEntity"],
	silentGap: 1,
};

export const oneToManyKind: RelationshipKind<Draft<OneToMany>> = {
	rules: oneToManyRows,
	leadIn: "Many-To-One Relationship: ",
	ending: "",
	table: ({ referencingTable }) => referencingTable,
	setTable(item, table) {
		item.referencingTable = table;
	},
	implied: ["ReferencingEntity"],
	silentGap: 1,
};

export const manyToManyKind: RelationshipKind<Draft<ManyToMany>> = {
	rules: manyToManyRows,
	leadIn: "See ",
	ending: " Many-To-Many Relationship",
	table: ({ otherTable }) => otherTable,
	setTable(item, table) {
		item.otherTable = table;
	},
	implied: ["SchemaName"],
	silentGap: 2,
};

/** The sentence that leads to the other side: "One-To-Many Relationship: [table name](table.md#BKMK_name)". */
export function relationshipSentence<T>(kind: RelationshipKind<T>, table: string, name: string, link?: string): string {
	const target = link ?? usualTarget(table, name);
	return `${kind.leadIn}[${table} ${name}${kind.ending}](${target})`;
}

function usualTarget(table: string, name: string): string {
	return `${table}.md#BKMK_${name}`;
}

/** "Changes from [name (product)](link)", with or without a colon. */
function readChanges(line: string, item: OpenItem<object>): boolean {
	const text = line.trimEnd();
	const colon = text.endsWith(":");
	const link = readLinkLine(colon ? text.slice(0, -1) : text, "Changes from ");
	const open = link?.text.lastIndexOf(" (") ?? -1;
	if (link === undefined || open < 0 || !link.text.endsWith(")")) return false;
	item.form.changes = { product: link.text.slice(open + 2, -1), link: link.target, colon };
	return true;
}

export { readChanges };

/** What is known of a relationship as soon as its heading is read. */
export interface RelationshipThing {
	schemaName: string;
	readonly layer: LayerId;
}

/** Items of a relationship section; each complete one goes to `take`. */
export function relationshipItems<T extends RelationshipThing>(
	kind: RelationshipKind<T>,
	create: (name: string) => T,
	take: (item: OpenItem<T>) => void,
	problems: ProblemList,
): ItemKind<T> {
	return {
		rules: kind.rules,
		create,
		sentence(line, item) {
			if (item.rows.length > 0) return false;
			const link = readLinkLine(line, kind.leadIn);
			const table = (link && tableOf(link, item, kind.ending)) ?? readOlderRelationship(line);
			if (table === undefined) return readChanges(line, item);
			item.namedTable = table;
			if (link !== undefined && link.target !== usualTarget(table, item.name)) item.form.link = link.target;
			return true;
		},
		tableGap: ({ namedTable }) => (namedTable === undefined ? kind.silentGap : 1),
		done(item, hasTable) {
			const named = item.namedTable;
			if (named !== undefined && kind.table(item.thing) === undefined) kind.setTable(item.thing, named);
			const table = kind.table(item.thing);
			if (named === undefined && table !== undefined && item.form.changes === undefined) item.form.silent = true;
			if (named !== undefined && table !== named) {
				problems.add("sentenceDiffers", item.line, `${item.name}: ${named}, ${String(table)}`);
			}
			if (item.thing.schemaName !== item.name) item.form.heading = item.name;
			const omitted = kind.implied.filter((row) => !item.rows.includes(kind.rules.position(row) ?? -1));
			if (omitted.length > 0) item.form.omitted = omitted;
			if (!hasTable && named === undefined && item.form.changes === undefined)
				problems.add("itemWithoutTable", item.line, item.name);
			take(item);
		},
	};
}

/** The table in "table name" or "table name Many-To-Many Relationship". */
function tableOf({ text }: Link, { name }: OpenItem<object>, ending: string): string | undefined {
	const tail = ` ${name}${ending}`;
	return text.endsWith(tail) && text.length > tail.length ? text.slice(0, -tail.length) : undefined;
}
