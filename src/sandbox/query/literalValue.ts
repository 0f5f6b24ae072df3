import type { Literal } from "../../core/odata/nodes.ts";
import type { SandboxColumn } from "../schema/sandboxTable.ts";
import type { SqlValue } from "../storage/database.ts";
import { fold } from "../storage/fold.ts";
import { dateText, dateTimeText, readTime } from "./dateText.ts";
import { type Comparison, comparisonNames, edmTypeOfColumn, edmTypeOfLiteral } from "./edmType.ts";
import { badLiteral, incompatibleTypes } from "./queryRefusals.ts";

const guidForm = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;
const longest = 2n ** 63n;

/** The id as it is kept; undefined where the text is none. Braces are let through, as the service does. */
export function guidValue(text: string): string | undefined {
	return guidForm.exec(text)?.[1]?.toLowerCase();
}

/**
 * The value of a literal (not null) in the form in which the column's are compared. Refuses what has another type:
 * numbers do not stand in quotes, texts do; an id may, since the service's own examples write it so.
 */
export function literalValue(literal: Literal, column: SandboxColumn, operator: Comparison): SqlValue {
	const value = compatibleValue(literal, column, operator);
	if (value !== undefined) return value;
	throw incompatibleTypes(edmTypeOfColumn(column.kind), edmTypeOfLiteral(literal), comparisonNames[operator]);
}

function compatibleValue(literal: Literal, column: SandboxColumn, operator: Comparison): SqlValue | undefined {
	switch (column.kind) {
		case "guid":
			if (literal.type === "guid") return literal.value.toLowerCase();
			return literal.type === "string" ? guidValue(literal.value) : undefined;
		case "text":
			return literal.type === "string" ? fold(literal.value) : undefined;
		case "integer":
		case "long":
		case "decimal":
		case "double":
			return isNumber(literal) ? numberValue(literal.value) : undefined;
		case "boolean":
			return literal.type === "boolean" ? Number(literal.value) : undefined;
		case "dateTime":
		case "date":
			return timeValue(literal, column.kind, operator);
		case "choices":
			return literal.type === "string" ? choicesText(literal.value) : undefined;
		case "any":
			return scalarValue(literal);
		case "binary":
			return undefined;
	}
}

type NumberNode = Extract<Literal, { value: number | bigint }>;

function isNumber(literal: Literal): literal is NumberNode {
	return literal.type === "integer" || literal.type === "decimal" || literal.type === "double";
}

/** SQLite's whole numbers end at 64 bits. */
export function numberValue(value: number | bigint): number | bigint {
	return typeof value === "bigint" && (value >= longest || value < -longest) ? Number(value) : value;
}

/** What is kept has whole seconds: the literal is moved to the second that gives the same answer. */
function timeValue(literal: Literal, kind: "dateTime" | "date", operator: Comparison): string | undefined {
	if (literal.type !== "date" && literal.type !== "dateTimeOffset") return undefined;
	const read = readTime(literal.value);
	if (read === undefined) throw badLiteral(edmTypeOfLiteral(literal), literal.value);
	if (kind === "date") return dateText(read.time);
	if (!read.hasFraction) return dateTimeText(read.time);
	// No moment that is kept equals one between two seconds.
	if (operator === "eq" || operator === "ne") return `${dateTimeText(read.time)}+`;
	return dateTimeText(operator === "lt" || operator === "ge" ? read.time + 1000 : read.time);
}

/** Numbers of a multi-select value, in the order in which they are kept. */
export function choicesText(text: string): string {
	const numbers = text.split(",").map((part) => Number(part.trim()));
	return numbers.every(Number.isInteger) ? numbers.sort((a, b) => a - b).join(",") : text;
}

/** A column of undocumented type takes any scalar, and so do its comparisons. */
function scalarValue(literal: Literal): SqlValue | undefined {
	if (isNumber(literal)) return numberValue(literal.value);
	if (literal.type === "boolean") return Number(literal.value);
	return literal.value;
}
