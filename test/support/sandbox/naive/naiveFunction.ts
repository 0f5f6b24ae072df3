/** Query functions over one row. Dates by looking at what day it is for the user, row by row. */
import assert from "node:assert/strict";
import type { Expression } from "../../../../src/core/odata/nodes.ts";
import type { SandboxColumn } from "../../../../src/sandbox/schema/sandboxTable.ts";
import { compare, keptValue, type NaiveFrame, type Truth } from "./naiveFilter.ts";
import { isLink, type NaiveWorld } from "./naiveWorld.ts";

export function naiveFunction(
	name: string,
	given: ReadonlyMap<string, Expression>,
	{ table, row }: NaiveFrame,
	world: NaiveWorld,
): Truth {
	const [property] = literals(given.get("PropertyName"));
	const column = table.columns.get(String(property));
	assert.ok(column, String(property));
	const value = keptValue(row[column.logicalName], column);
	const values = literals(given.get("PropertyValues") ?? given.get("PropertyValue")).map((text) => typed(text, column));
	if (name.startsWith("Not")) {
		const opposite = name === "NotEqualUserId" ? "EqualUserId" : name.slice(3);
		const truth = naiveFunction(opposite, given, { name: "", table, row }, world);
		return truth === null ? null : !truth;
	}
	switch (name) {
		case "EqualUserId":
			return value === world.userId;
		case "Under":
		case "UnderOrEqual":
		case "Above":
		case "AboveOrEqual":
			return value !== null && isRelative(name, String(value), String(values[0]), world);
		case "In":
			return value !== null && values.includes(value);
		case "Between":
			assert.equal(values.length, 2);
			return value !== null && compare(value, values[0] ?? "") >= 0 && compare(value, values[1] ?? "") <= 0;
		default:
			if (value === null) return null;
			return dateFunction(name, String(value), column, String(values[0] ?? ""), world);
	}
}

/** Whether one account is above or under another, or is that one where the name says so. */
function isRelative(name: string, account: string, other: string, world: NaiveWorld): boolean {
	if (name.endsWith("OrEqual") && account === other) return true;
	return name.startsWith("Under") ? above(account, world).has(other) : above(other, world).has(account);
}

/** All accounts above one: parent by parent, until there is none or it is known. */
function above(account: string, { tables }: NaiveWorld): ReadonlySet<string> {
	const found = new Set<string>();
	let at: string | undefined = account;
	while (at !== undefined) {
		const id: string = at;
		const parent: unknown = tables.get("account")?.find(({ accountid }) => accountid === id)?.parentaccountid;
		at = isLink(parent) && !found.has(parent.id) ? parent.id : undefined;
		if (at !== undefined) found.add(at);
	}
	return found;
}

/** For a moment or a date: is it of that day, month, ... of the user. */
function dateFunction(
	name: string,
	value: string,
	column: SandboxColumn,
	argument: string,
	world: NaiveWorld,
): boolean {
	const day = column.kind === "date" ? value : localDay(Date.parse(value), world.timeZone);
	const today = localDay(world.now, world.timeZone);
	switch (name) {
		case "Today":
			return day === today;
		case "Yesterday":
			return day === shifted(today, -1);
		case "Tomorrow":
			return day === shifted(today, 1);
		case "ThisMonth":
			return day.slice(0, 7) === today.slice(0, 7);
		case "ThisYear":
			return day.slice(0, 4) === today.slice(0, 4);
		case "On":
			return day === argument;
		case "OnOrAfter":
			return day >= argument;
		case "OnOrBefore":
			return day <= argument;
		case "LastXDays":
			return (
				day >= shifted(today, -Number(argument)) &&
				(column.kind === "date" ? day <= today : Date.parse(value) <= world.now)
			);
		case "NextXDays":
			return (
				day <= shifted(today, Number(argument)) &&
				(column.kind === "date" ? day > today : Date.parse(value) >= world.now)
			);
		case "OlderThanXDays":
			return day < shifted(today, -Number(argument));
		default:
			return assert.fail(name);
	}
}

/** The day on the calendar of the zone: "2026-03-15". */
function localDay(time: number, timeZone: string): string {
	return new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(time);
}

function shifted(day: string, days: number): string {
	return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function literals(expression: Expression | undefined): readonly (string | number)[] {
	if (expression === undefined) return [];
	const items = expression.kind === "array" ? expression.items : [expression];
	return items.map((item) => {
		assert.equal(item.kind, "literal");
		return typeof item.value === "number" ? item.value : String(item.value);
	});
}

/** Functions take texts for all types. */
function typed(value: string | number, column: SandboxColumn): string | number {
	if (column.kind === "integer" || column.kind === "decimal" || column.kind === "dateTime") {
		return Number.isNaN(Number(value)) ? String(value) : Number(value);
	}
	return column.kind === "boolean"
		? Number(value === "true" || value === 1)
		: (keptValue(value, column) ?? String(value));
}
