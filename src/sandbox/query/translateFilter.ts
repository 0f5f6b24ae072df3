import type { CallExpression, Expression, LogicalExpression, PathExpression } from "../../core/odata/nodes.ts";
import { writeComparison } from "./comparison.ts";
import { lambdaOf, writeLambda } from "./lambda.ts";
import { writeQueryFunction } from "./queryFunctionCondition.ts";
import { queryFunction } from "./queryFunctions.ts";
import { filterNotBoolean, lambdaNotBoolean, notImplemented, unknownFunction } from "./queryRefusals.ts";
import { readPath } from "./operand.ts";
import type { Row } from "./row.ts";
import type { QueryScope } from "./scope.ts";
import type { SqlFragment } from "./sqlFragment.ts";
import { writeTextCondition } from "./textCondition.ts";
import { isTextFunction } from "./textPattern.ts";
import { Translation } from "./translation.ts";
import { checkLogical, checkUnary } from "./writtenCase.ts";

/**
 * The condition of `$filter` (of a nested one in `$expand` too) as SQL that is true for the rows to be returned. Refuses
 * what the service refuses. The tree has to be without problems.
 */
export function translateFilter(expression: Expression, scope: QueryScope): SqlFragment {
	const translation = new Translation(scope);
	const sql = writeCondition(expression, translation.row, false, translation);
	return { sql, values: translation.values };
}

/**
 * `not` goes down to the conditions, each of which has its opposite; so nothing in the SQL hides an index, and what null
 * means is said in one place, where a condition is written.
 */
function writeCondition(expression: Expression, row: Row, negated: boolean, translation: Translation): string {
	const resolved = translation.resolve(expression);
	switch (resolved.kind) {
		case "logical":
			return writeLogical(resolved, row, negated, translation);
		case "binary":
			return writeComparison(resolved, row, negated, translation);
		case "unary":
			checkUnary(resolved, translation.scope.context.uri);
			if (resolved.operator !== "not") throw notImplemented();
			return writeCondition(resolved.operand, row, !negated, translation);
		case "call":
			return writeCall(resolved, row, negated, translation);
		case "path":
			return writePath(resolved, row, negated, translation);
		case "case":
			throw notImplemented();
		case "literal":
			// OData takes `true` for a filter. Nothing is known of the service.
			if (resolved.type === "boolean") throw notImplemented();
			throw notBoolean(row);
		default:
			throw notBoolean(row);
	}
}

function writeLogical(logical: LogicalExpression, row: Row, negated: boolean, translation: Translation): string {
	checkLogical(logical, translation.scope.context.uri);
	const { operator, operands } = logical;
	const isAnd = (operator === "and") !== negated;
	const conditions = operands.map((operand) => writeCondition(operand, row, negated, translation));
	return `(${conditions.join(isAnd ? " AND " : " OR ")})`;
}

function writeCall(call: CallExpression, row: Row, negated: boolean, translation: Translation): string {
	const written = translation.written(call);
	if (written !== call.name) throw unknownFunction(written);
	if (isTextFunction(call.name)) return writeTextCondition(call.name, call, row, negated, translation);
	const name = queryFunction(call.name);
	if (name !== undefined) return writeQueryFunction(name, call, row, negated, translation);
	throw call.builtIn ? notImplemented() : unknownFunction(call.name);
}

/** A path that is a condition by itself ends with a lambda. A boolean column has to be compared. */
function writePath(path: PathExpression, row: Row, negated: boolean, translation: Translation): string {
	const lambda = lambdaOf(path);
	if (lambda !== undefined) return writeLambda(path, lambda, row, negated, translation, writeCondition);
	const operand = readPath(path, row, translation);
	if (operand.kind === "column" && operand.column.kind === "boolean") throw notImplemented();
	throw notBoolean(row);
}

function notBoolean(row: Row): Error {
	return row.variable === undefined ? filterNotBoolean() : lambdaNotBoolean();
}
