/**
 * `$filter` over rows in memory, by the rules and without SQL: true, false or null (not known). Written to be obviously
 * right, not fast; it takes queries that are allowed and says nothing about others.
 */
import assert from "node:assert/strict";
import type { Expression, Literal, PathSegment } from "../../../../src/core/odata/nodes.ts";
import type { Navigation, SandboxColumn, SandboxTable } from "../../../../src/sandbox/schema/sandboxTable.ts";
import { fold } from "../../../../src/sandbox/storage/fold.ts";
import type { RowValues } from "../queryRig.ts";
import { naiveFunction } from "./naiveFunction.ts";
import { like } from "./naiveLike.ts";
import { isLink, type NaiveWorld, rowOfLink } from "./naiveWorld.ts";

/** Null stands for "not known". */
export type Truth = boolean | null;

/** The rows that names speak of: that of the query has the name "". */
export interface NaiveFrame {
	readonly name: string;
	readonly table: SandboxTable;
	readonly row: RowValues;
}

/** A value as it is compared: texts folded, ids as texts, true and false as numbers; with its column. */
interface Value {
	readonly value: string | number | null;
	readonly column: SandboxColumn;
}

export function naiveFilter(expression: Expression, frame: NaiveFrame, world: NaiveWorld): Truth {
	switch (expression.kind) {
		case "group":
			return naiveFilter(expression.expression, frame, world);
		case "logical":
			return logical(
				expression.operator,
				expression.operands.map((operand) => naiveFilter(operand, frame, world)),
			);
		case "unary":
			return not(naiveFilter(expression.operand, frame, world));
		case "binary":
			return comparison(expression.operator, expression.left, expression.right, frame, world);
		case "call":
			return call(expression.name, expression.arguments.items, frame, world);
		case "path":
			return lambda(expression.segments, frame, world);
		default:
			return assert.fail(`no condition: ${expression.kind}`);
	}
}

function not(truth: Truth): Truth {
	return truth === null ? null : !truth;
}

function logical(operator: "and" | "or", truths: readonly Truth[]): Truth {
	const decisive = operator === "or";
	if (truths.includes(decisive)) return decisive;
	return truths.includes(null) ? null : !decisive;
}

/** Equal to nothing is what null is, and so different from every value; greater or less it is not known to be. */
function comparison(
	operator: string,
	left: Expression,
	right: Expression,
	frame: NaiveFrame,
	world: NaiveWorld,
): Truth {
	const first = valueOf(left, frame, world);
	if (right.kind === "path") {
		const { value } = valueOf(right, frame, world);
		// Of two columns without values nobody can say that they are equal, or that they are not.
		if (first.value === null && value === null) return null;
		if (operator === "eq" || operator === "ne") return (first.value === value) === (operator === "eq");
		return order(operator, first.value, value);
	}
	assert.equal(right.kind, "literal");
	const value = literalValue(right, first.column);
	if (operator === "eq") return value === null ? first.value === null : first.value === value;
	if (operator === "ne") return value === null ? first.value !== null : first.value !== value;
	return order(operator, first.value, value);
}

function order(operator: string, left: Value["value"], right: Value["value"]): Truth {
	if (left === null || right === null) return null;
	const compared = compare(left, right);
	switch (operator) {
		case "gt":
			return compared > 0;
		case "ge":
			return compared >= 0;
		case "lt":
			return compared < 0;
		case "le":
			return compared <= 0;
		default:
			return assert.fail(operator);
	}
}

/** Texts by code points. */
export function compare(left: string | number, right: string | number): number {
	if (typeof left === "number" && typeof right === "number") return left - right;
	const [one, other] = [Array.from(String(left)), Array.from(String(right))];
	for (let place = 0; place < Math.min(one.length, other.length); place += 1) {
		const difference = (one[place]?.codePointAt(0) ?? 0) - (other[place]?.codePointAt(0) ?? 0);
		if (difference !== 0) return difference;
	}
	return one.length - other.length;
}

function call(
	name: string,
	items: readonly { readonly kind: string; readonly name?: string; readonly value: Expression }[],
	frame: NaiveFrame,
	world: NaiveWorld,
): Truth {
	if (name.startsWith("Microsoft.Dynamics.CRM.")) {
		const given = new Map(items.map((item) => [item.name ?? "", item.value]));
		return naiveFunction(name.slice("Microsoft.Dynamics.CRM.".length), given, frame, world);
	}
	const [column, text] = items.map((item) => item.value);
	assert.ok(column && text?.kind === "literal");
	const { value } = valueOf(column, frame, world);
	if (value === null) return false;
	const pattern = fold(String(text.value));
	return like(String(value), `${name === "startswith" ? "" : "%"}${pattern}${name === "endswith" ? "" : "%"}`);
}

function lambda(segments: readonly PathSegment[], frame: NaiveFrame, world: NaiveWorld): Truth {
	const last = segments.at(-1);
	assert.ok(last?.kind === "lambda");
	const name = nameOf(segments[segments.length - 2]);
	const navigation = frame.table.navigation.get(name);
	assert.ok(navigation, name);
	const members = membersOf(navigation, frame, world);
	const table = world.schema.table(navigation.table);
	assert.ok(table);
	const { operator, variable, body } = last;
	if (body === undefined) return members.length > 0;
	assert.equal(variable?.kind, "identifier");
	const truths = members.map((row) => naiveFilter(body, { name: variable.name, table, row }, world));
	return operator === "any" ? truths.includes(true) : truths.every((truth) => truth === true);
}

function membersOf(navigation: Navigation, { table, row }: NaiveFrame, world: NaiveWorld): readonly RowValues[] {
	assert.equal(navigation.kind, "children");
	return (world.tables.get(navigation.table) ?? []).filter((member) => {
		const link = member[navigation.column];
		return isLink(link) && link.table === table.logicalName && link.id === row[table.primaryId];
	});
}

/** The value at the end of a path; null where a lookup on the way is empty. */
function valueOf(expression: Expression, frame: NaiveFrame, world: NaiveWorld): Value {
	assert.equal(expression.kind, "path");
	const names = expression.segments.map(nameOf);
	if (frame.name !== "") assert.equal(names.shift(), frame.name);
	let { table } = frame;
	let row: RowValues | undefined = frame.row;
	for (const name of names.slice(0, -1)) {
		const navigation = table.navigation.get(name);
		const next = world.schema.table(navigation?.table ?? "");
		assert.ok(navigation && next, name);
		row = rowOfLink(world, row?.[navigation.column], next.logicalName);
		table = next;
	}
	const column = table.properties.get(names.at(-1) ?? "");
	assert.ok(column, names.join("/"));
	return { value: keptValue(row?.[column.logicalName], column), column };
}

export function keptValue(value: RowValues[string] | undefined, { kind }: SandboxColumn): string | number | null {
	if (value === undefined || value === null) return null;
	if (isLink(value)) return value.id;
	if (typeof value === "boolean") return Number(value);
	return kind === "text" ? fold(String(value)) : value;
}

function literalValue({ type, value }: Literal, { kind }: SandboxColumn): string | number | null {
	if (type === "null") return null;
	if (type === "string") return kind === "text" ? fold(value) : value.toLowerCase();
	if (type === "guid") return value.toLowerCase();
	if (type === "date" || type === "dateTimeOffset") {
		const text = new Date(value).toISOString();
		return kind === "date" ? text.slice(0, 10) : `${text.slice(0, 19)}Z`;
	}
	return Number(value);
}

function nameOf(segment: PathSegment | undefined): string {
	assert.equal(segment?.kind, "name");
	return segment.name;
}
