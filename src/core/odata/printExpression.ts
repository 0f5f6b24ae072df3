/** Expressions and paths back to text. */
import type {
	Arguments,
	Expression,
	Literal,
	NamedArgument,
	PathSegment,
	PositionalArgument,
	SystemSegment,
} from "./nodes.ts";
import { operatorPower, unaryPower } from "./operators.ts";
import { printAggregateItem } from "./printApply.ts";
import { printNestedOptions } from "./printOption.ts";
import { blank, encoded, kept, type Printing, quotedText } from "./printText.ts";

export function printExpression(node: Expression, printing: Printing): string {
	return kept(printing, node) ?? printMade(node, printing);
}

/** An operand: in parentheses where it binds less tightly than what it belongs to. */
function printOperand(node: Expression, least: number, printing: Printing): string {
	const text = printExpression(node, printing);
	return powerOf(node) < least ? `(${text})` : text;
}

function powerOf(node: Expression): number {
	if (node.kind === "logical" || node.kind === "binary") return operatorPower(node.operator);
	return node.kind === "unary" ? unaryPower : Infinity;
}

function printMade(node: Expression, printing: Printing): string {
	const space = blank(printing);
	const list = (items: readonly Expression[]): string => items.map((item) => printExpression(item, printing)).join(",");
	switch (node.kind) {
		case "literal":
			return printLiteral(node, printing);
		case "path":
			return printSegments(node.segments, printing);
		case "logical": {
			const least = operatorPower(node.operator) + 1;
			return node.operands
				.map((operand) => printOperand(operand, least, printing))
				.join(`${space}${node.operator}${space}`);
		}
		case "binary": {
			const power = operatorPower(node.operator);
			const left = printOperand(node.left, power, printing);
			return `${left}${space}${node.operator}${space}${printOperand(node.right, power + 1, printing)}`;
		}
		case "unary": {
			const operand = printOperand(node.operand, unaryPower, printing);
			return node.operator === "not" ? `not${space}${operand}` : `-${guarded(operand)}`;
		}
		case "call": {
			const key = node.key === undefined ? "" : printArguments(node.key, printing);
			return `${node.name}${printArguments(node.arguments, printing)}${key}`;
		}
		case "case": {
			const branches = node.branches.map(({ condition, value }) => `${list([condition])}:${list([value])}`);
			return `case(${branches.join(",")})`;
		}
		case "list":
			return `(${list(node.items)})`;
		case "array":
			return `[${list(node.items)}]`;
		case "object": {
			const members = node.members.map(({ name, value }) => `${jsonText(name, printing)}:${list([value])}`);
			return `{${members.join(",")}}`;
		}
		case "aliasReference":
			return node.name;
		case "group":
			return `(${printExpression(node.expression, printing)})`;
		case "missing":
			return "";
	}
}

/** Behind a minus sign a number would become another number, and `INF` another word. */
function guarded(operand: string): string {
	return /^[\dI]/.test(operand) ? `(${operand})` : operand;
}

function printLiteral(node: Literal, printing: Printing): string {
	switch (node.type) {
		case "null":
			return "null";
		case "boolean":
			return String(node.value);
		case "integer":
		case "decimal":
		case "double":
			return printNumber(node.value, node.type);
		case "string":
			return node.doubleQuoted ? jsonText(node.value, printing) : quotedText(node.value, printing);
		case "duration":
		case "binary":
		case "geography":
		case "geometry":
			return `${node.type}${quotedText(node.value, printing)}`;
		case "enum":
			return `${node.typeName}${quotedText(node.value, printing)}`;
		case "guid":
		case "date":
		case "dateTimeOffset":
		case "timeOfDay":
			return node.value.replaceAll("+", "%2B");
	}
}

/** So that it is read as the same type again. */
function printNumber(value: number | bigint, type: "integer" | "decimal" | "double"): string {
	if (typeof value === "bigint") return String(value);
	if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "INF" : "-INF";
	const text = Object.is(value, -0) ? "-0" : String(value);
	if (type === "double") return (text.includes("e") ? text : `${text}e0`).replace("+", "");
	if (type === "integer" || text.includes(".") || text.includes("e")) return text.replace("+", "");
	return `${text}.0`;
}

function jsonText(value: string, printing: Printing): string {
	return `"${encoded(JSON.stringify(value).slice(1, -1), printing)}"`;
}

export function printSegments(segments: readonly PathSegment[], printing: Printing): string {
	return segments.map((segment) => printSegment(segment, printing)).join("/");
}

function printSegment(node: PathSegment, printing: Printing): string {
	const text = kept(printing, node);
	if (text !== undefined) return text;
	switch (node.kind) {
		case "name":
		case "qualifiedName": {
			const given = node.arguments === undefined ? "" : printArguments(node.arguments, printing);
			return `${node.name}${given}${node.key === undefined ? "" : printArguments(node.key, printing)}`;
		}
		case "system":
			return printSystemSegment(node, printing);
		case "lambda": {
			if (node.body === undefined) return `${node.operator}()`;
			const variable = node.variable?.kind === "identifier" ? node.variable.name : "";
			return `${node.operator}(${variable}:${printExpression(node.body, printing)})`;
		}
		case "aggregateSegment":
			return `aggregate(${node.items.map((item) => printAggregateItem(item, printing)).join(",")})`;
		case "annotation":
			return `@${node.name}${node.qualifier === undefined ? "" : `%23${node.qualifier}`}`;
		case "star":
			return node.namespace === undefined ? "*" : `${node.namespace}.*`;
		case "text":
			return encoded(node.text, printing);
		case "aliasReference":
			return node.name;
		case "missing":
			return "";
	}
}

function printSystemSegment(node: SystemSegment, printing: Printing): string {
	const given = node.arguments === undefined ? "" : printArguments(node.arguments, printing);
	const key = node.key === undefined ? "" : printArguments(node.key, printing);
	const options = node.options === undefined ? "" : printNestedOptions(node.options, printing);
	return `${node.name}${given}${key}${options}`;
}

export function printArguments(node: Arguments, printing: Printing): string {
	const text = kept(printing, node);
	return text ?? `(${node.items.map((item) => printArgument(item, printing)).join(",")})`;
}

function printArgument(node: PositionalArgument | NamedArgument, printing: Printing): string {
	const text = kept(printing, node);
	if (text !== undefined) return text;
	const value = printExpression(node.value, printing);
	return node.kind === "named" ? `${node.name}=${value}` : value;
}
