/** What unfolds under a relationship: both its sides, what happens to related records, and its menu. */
import type { Relationship, RelationshipSide } from "../../core/schema/catalog.ts";
import type { AssociatedMenu, CascadeConfiguration, Table } from "../../core/schema/model.ts";
import type { Fact, Piece, RelationshipKind } from "../../protocol/tablePage.ts";
import { treeWords } from "../../words/schemaTree.ts";
import { cascadeWords, factWords, navigationPropertyOf } from "../../words/tablePage.ts";
import {
	columnPiece,
	copyPiece,
	fact,
	type PageContext,
	productOf,
	tablePiece,
	textPiece,
	yesNoPiece,
} from "./pageContext.ts";

export interface RelationshipKey {
	readonly kind: RelationshipKind;
	readonly name: string;
	/** The other table, absent where it is not known. */
	readonly table?: string;
}

/** Facts of one relationship of this table; an empty list where the catalog has none of that name and other table. */
export function relationshipDetails(context: PageContext, table: Table, key: RelationshipKey): readonly Fact[] {
	const found = context.catalog.relationships(key.name).find((candidate) => matches(candidate, table, key));
	if (found === undefined) return [];
	const { say } = context;
	return [
		fact(say(factWords.relationship), [copyPiece(found.schemaName)]),
		...(found.kind === "oneToMany" ? lookupFacts(context, found) : intersectFacts(context, found)),
		...navigationFacts(context, found),
		...(found.kind === "oneToMany"
			? [yesNoFact(context, "hierarchical", found.hierarchical), ...cascadeFacts(context, found.cascade)]
			: []),
		yesNoFact(context, "customizable", found.customizable),
		fact(say(factWords.menu), found.menu && [textPiece(menuText(found.menu))]),
		fact(say(factWords.layer), [textPiece(productOf(context, found.layer))]),
	];
}

function yesNoFact(
	context: PageContext,
	name: "hierarchical" | "customizable",
	value: boolean | null | undefined,
): Fact {
	const pieces = value === undefined || value === null ? value : [yesNoPiece(context, value)];
	return fact(context.say(factWords[name]), pieces);
}

/** A polymorphic column has one relationship for each target, all of one name: the other table tells them apart. */
function matches({ from, to, kind }: Relationship, table: Table, key: RelationshipKey): boolean {
	const own = table.logicalName;
	const other = key.table;
	if (key.kind === "manyToMany") {
		const sides = [from.table, to.table];
		return kind === "manyToMany" && sides.includes(own) && (own === other || sides.includes(other));
	}
	const [lookup, target] = key.kind === "manyToOne" ? [own, other] : [other, own];
	return kind === "oneToMany" && from.table === lookup && to.table === target;
}

function lookupFacts(context: PageContext, { from, to }: Relationship): readonly Fact[] {
	return [
		fact(context.say(factWords.lookupColumn), sidePieces(context, from)),
		fact(context.say(factWords.referencedColumn), sidePieces(context, to)),
	];
}

function intersectFacts(context: PageContext, { from, to, intersectTable }: Relationship): readonly Fact[] {
	const { say } = context;
	const columns = [from, to].flatMap(({ column }) => (column === undefined ? [] : [copyPiece(column)]));
	return [
		fact(
			say(factWords.intersectTable),
			intersectTable === undefined ? undefined : [tablePiece(context, intersectTable)],
		),
		fact(say(factWords.intersectColumn), columns.length === 0 ? undefined : columns),
	];
}

function sidePieces(context: PageContext, { table, column }: RelationshipSide): readonly Piece[] | undefined {
	if (table === undefined) return column === undefined ? undefined : [copyPiece(column)];
	if (column === undefined) return undefined;
	const known = context.catalog.summary(table) !== undefined;
	return [tablePiece(context, table), known ? columnPiece(table, column) : copyPiece(column)];
}

function navigationFacts(context: PageContext, { from, to }: Relationship): readonly Fact[] {
	const { say } = context;
	return [from, to].flatMap(({ table, navigationProperty: name, navigationPropertyIsUsual: usual }) => {
		if (table === undefined) return [];
		const pieces = name === undefined ? undefined : [copyPiece(name)];
		const mark = usual === true ? [textPiece(say(treeWords.usualName))] : [];
		return [fact(say(navigationPropertyOf(table)), pieces && [...pieces, ...mark])];
	});
}

function cascadeFacts({ say }: PageContext, cascade: CascadeConfiguration | undefined): readonly Fact[] {
	if (cascade === undefined) return [fact(say(factWords.cascade), undefined)];
	const parts = Object.keys(cascadeWords) as readonly (keyof typeof cascadeWords)[];
	return parts.map((part) => {
		const action = cascade[part];
		return fact(say(cascadeWords[part]), action === undefined ? undefined : [textPiece(action)]);
	});
}

/** The published names of a menu's parts are shown as they are: they are the platform's own. */
function menuText(menu: AssociatedMenu): string {
	return Object.entries(menu)
		.filter(([, value]) => value !== null)
		.map(([name, value]) => `${name} ${String(value)}`)
		.join(" · ");
}
