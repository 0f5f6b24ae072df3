/** The items of `aggregate(...)` (Data Aggregation, "Transformation aggregate"). */
import type { AggregateFrom, AggregateItem } from "./applyNodes.ts";
import type { Expression, Identifier, Missing } from "./nodes.ts";
import { readAlias, takeKeyWord } from "./readCompute.ts";
import { readDataPath } from "./readDataPath.ts";
import { readExpression } from "./readExpression.ts";
import { readList } from "./readList.ts";
import { takeSystemName } from "./readPathSegments.ts";
import type { Reader } from "./reader.ts";

const methods: ReadonlySet<string> = new Set(["sum", "min", "max", "average", "countdistinct"]);

/**
 * `Amount with sum as Total`, `$count as Rows`, `Forecast`. A result needs its name, except where it has one (a custom
 * aggregate) and in the function `aggregate`, which has only one result: there `named` is false.
 */
export function readAggregateItem(reader: Reader, named: boolean): AggregateItem {
	const start = reader.at(reader.pos);
	const expression = readAggregated(reader);
	const counts = isCount(expression);
	const method = !counts && takeKeyWord(reader, "with") ? readMethod(reader) : undefined;
	const from = readFrom(reader, method !== undefined);
	const isCustom = method === undefined && !counts && expression.kind === "path";
	if (method === undefined && !counts && !isCustom) expectWith(reader);
	const mustBeNamed = named && (!isCustom || from.length > 0);
	const alias = named ? readName(reader, mustBeNamed) : undefined;
	const item: AggregateItem = { kind: "aggregateItem", start, end: reader.at(reader.pos), expression, from };
	return { ...item, ...(method && { method }), ...(alias && { alias }) };
}

/** What is aggregated. Types may stand alone here: `Self.DigitalProduct with Custom.discount`. */
function readAggregated(reader: Reader): Expression {
	const start = reader.at(reader.pos);
	if (takeSystemName(reader, "$count")) {
		const end = reader.at(reader.pos);
		return { kind: "path", start, end, segments: [{ kind: "system", start, end, name: "$count" }] };
	}
	const typesAllowed = reader.typesAllowed;
	reader.typesAllowed = true;
	const expression = readExpression(reader);
	reader.typesAllowed = typesAllowed;
	return expression;
}

function isCount(expression: Expression): boolean {
	if (expression.kind !== "path") return false;
	const last = expression.segments.at(-1);
	return last?.kind === "system" && last.name === "$count";
}

/** The name of a method; those that a service defines are qualified. */
function readMethod(reader: Reader): Identifier | Missing {
	const method = reader.qualifiedIdentifier();
	if (method.kind === "identifier" && !methods.has(method.name) && !method.name.includes(".")) {
		reader.problem("expectedToken", reader.pos, reader.pos, ".");
	}
	return method;
}

/** `from Time with average from Product/Name with max`. The aggregate of a method needs one at every step. */
function readFrom(reader: Reader, withMethod: boolean): readonly AggregateFrom[] {
	const steps: AggregateFrom[] = [];
	for (;;) {
		const start = reader.at(reader.pos);
		if (!takeKeyWord(reader, "from")) return steps;
		const paths = readList(reader, (inner) => readDataPath(inner, false));
		const method = takeKeyWord(reader, "with") ? readMethod(reader) : undefined;
		if (method === undefined && withMethod) expectWith(reader);
		const step: AggregateFrom = { kind: "aggregateFrom", start, end: reader.at(reader.pos), paths };
		steps.push(method === undefined ? step : { ...step, method });
	}
}

function expectWith(reader: Reader): void {
	reader.skipBlanks();
	reader.problem("expectedToken", reader.pos, reader.pos, "with");
}

function readName(reader: Reader, required: boolean): Identifier | Missing | undefined {
	if (required) return readAlias(reader);
	return takeKeyWord(reader, "as") ? reader.identifier() : undefined;
}
