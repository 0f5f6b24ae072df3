import type { Expression, Literal, NameSegment, PathExpression, PathSegment } from "../../core/odata/nodes.ts";
import type { Navigation, SandboxColumn, SandboxTable } from "../schema/sandboxTable.ts";
import { edmTypeOfColumn, typeOfRows } from "./edmType.ts";
import { notImplemented, outerRowInLambda, parentNotSingle, propertyNotFound } from "./queryRefusals.ts";
import type { Row } from "./row.ts";
import type { Translation } from "./translation.ts";

/** A column of a row, or of a row that lookups lead to from there. */
export interface ColumnOperand {
	readonly kind: "column";
	readonly row: Row;
	/** From the row on; empty for its own column. */
	readonly lookups: readonly Navigation[];
	/** The table at the end, that has the column. */
	readonly table: SandboxTable;
	readonly column: SandboxColumn;
}

/** A navigation property where a value should stand: a record, or a collection of them. */
export interface NavigationOperand {
	readonly kind: "navigation";
	readonly row: Row;
	readonly lookups: readonly Navigation[];
	readonly navigation: Navigation;
}

export type Operand = ColumnOperand | NavigationOperand | Literal;

/** What a side of a comparison is. Refuses what the service does not compute: functions, arithmetic, `$it`, casts. */
export function readOperand(expression: Expression, row: Row, translation: Translation): Operand {
	const resolved = translation.resolve(expression);
	if (resolved.kind === "literal") return resolved;
	if (resolved.kind === "path") return readPath(resolved, row, translation);
	throw notImplemented();
}

/** The segments up to the last one are lookups; a lambda variable may stand before them. */
export function readPath(
	{ segments }: PathExpression,
	row: Row,
	translation: Translation,
): ColumnOperand | NavigationOperand {
	const start = rowOf(segments, row, translation);
	const from = start.variable === undefined ? 0 : 1;
	const last = segments.length - 1;
	if (from > last) throw notImplemented();
	let table = start.table;
	const lookups: Navigation[] = [];
	for (let index = from; index < last; index += 1) {
		const next = nameOf(segments[index + 1]);
		const navigation = stepOf(nameOf(segments[index]), next, table);
		if (navigation.kind !== "lookup") throw parentNotSingle(next);
		const column = index + 1 === last ? principalColumn(navigation, next, table) : undefined;
		if (column !== undefined) return { kind: "column", row: start, lookups, table, column };
		lookups.push(navigation);
		table = translation.table(navigation.table);
	}
	const name = nameOf(segments[last]);
	const column = table.properties.get(name);
	// What cannot be read cannot be asked for either: comparing would tell it.
	if (column?.validForRead === true) return { kind: "column", row: start, lookups, table, column };
	return { kind: "navigation", row: start, lookups, navigation: navigationOf(name, table) };
}

/**
 * The row that a path starts from: that of its lambda variable, or the one of the query. Inside a lambda the columns of
 * rows around it cannot be compared.
 */
export function rowOf(segments: readonly PathSegment[], row: Row, translation: Translation): Row {
	const name = nameOf(segments[0]);
	for (let at: Row | undefined = row; at?.variable !== undefined; at = at.outer) {
		if (at.variable !== name) continue;
		if (at !== row) throw outerRowInLambda(name);
		return at;
	}
	if (row.variable === undefined) return row;
	const { table } = translation.row;
	if (!table.properties.has(name) && !table.navigation.has(name)) {
		throw propertyNotFound(name, typeOfRows(table.logicalName));
	}
	throw outerRowInLambda(name);
}

/** The name of a segment that is a plain name. Everything else in a path is not offered by the service. */
export function nameOf(segment: PathSegment | undefined): string {
	if (segment?.kind !== "name" || hasParentheses(segment)) throw notImplemented();
	return segment.name;
}

function hasParentheses(segment: NameSegment): boolean {
	return segment.arguments !== undefined || segment.key !== undefined;
}

/** The navigation property of that exact name, or the refusal that the service has for it. */
export function navigationOf(name: string, table: SandboxTable): Navigation {
	const navigation = table.navigation.get(name);
	if (navigation !== undefined) return navigation;
	throw propertyNotFound(name, typeOfRows(table.logicalName));
}

/** The navigation property to go on by. A column has no properties of its own. */
function stepOf(name: string, next: string, table: SandboxTable): Navigation {
	const column = table.properties.get(name);
	if (column !== undefined) throw propertyNotFound(next, edmTypeOfColumn(column.kind));
	return navigationOf(name, table);
}

/**
 * A lookup that leads to users and teams alike leads to what both have, a principal, and of that only its id can be
 * named: which is the lookup's own value.
 */
function principalColumn(
	{ tables, column }: Navigation,
	property: string,
	table: SandboxTable,
): SandboxColumn | undefined {
	if (tables === undefined) return undefined;
	const own = table.columns.get(column);
	if (property === "ownerid" && own !== undefined) return own;
	throw propertyNotFound(property, typeOfRows("principal"));
}

/** What the service's sentences call the type of an operand. */
export function typeOfOperand(operand: ColumnOperand | NavigationOperand): string {
	return operand.kind === "column" ? edmTypeOfColumn(operand.column.kind) : typeOfRows(operand.navigation.table);
}
