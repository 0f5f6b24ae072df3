import type { CallExpression } from "../../core/odata/nodes.ts";
import type { SandboxColumn } from "../schema/sandboxTable.ts";
import { notInSandboxYet } from "../service/serviceRefusals.ts";
import { writeDayFunction, writeRangeFunction } from "./dateCondition.ts";
import { type RangeName, rangeOf } from "./dateRange.ts";
import { type FunctionArguments, readArguments } from "./functionArguments.ts";
import { isHierarchyFunction, writeHierarchyFunction } from "./hierarchyFunctions.ts";
import { type NamesWith, parametersOf, type QueryFunctionName } from "./queryFunctions.ts";
import { functionInLambda, noSuchAttribute } from "./queryRefusals.ts";
import type { Row } from "./row.ts";
import type { Translation } from "./translation.ts";
import { isUserFunction, writeUserFunction } from "./userFunctions.ts";
import { writeValueFunction } from "./valueFunctions.ts";

/** A query function of the service as a condition on a column of the query's own row. */
export function writeQueryFunction(
	name: QueryFunctionName,
	call: CallExpression,
	row: Row,
	negated: boolean,
	translation: Translation,
): string {
	translation.count();
	if (row.variable !== undefined) throw functionInLambda(call.name);
	const given = readArguments(name, call, translation);
	const column = columnNamed(given.property, translation);
	if (isValueFunction(name)) return writeValueFunction(name, given, column, negated, translation);
	if (isUserFunction(name)) return writeUserFunction(name, column, negated, translation);
	if (isHierarchyFunction(name)) return writeHierarchyFunction(name, given, column, negated, translation);
	const condition = dateCondition(name, given, column, translation);
	return negated ? `NOT ${condition}` : condition;
}

function dateCondition(
	name: QueryFunctionName,
	given: FunctionArguments,
	column: SandboxColumn,
	translation: Translation,
): string {
	if (name === "On" || name === "OnOrAfter" || name === "OnOrBefore") {
		return writeDayFunction(name, given, column, translation);
	}
	if (isRangeName(name)) return writeRangeFunction(name, given, column, translation);
	throw notInSandboxYet(`The query function ${name}`);
}

/** Query functions go by the names of columns, also for lookups; `_x_value` is a name of OData alone. */
function columnNamed(name: string, { scope: { table } }: Translation): SandboxColumn {
	const column = table.columns.get(name);
	if (column?.stored === true && column.validForRead) return column;
	throw noSuchAttribute(table.logicalName, name);
}

function isValueFunction(name: QueryFunctionName): name is NamesWith<"values"> {
	return parametersOf[name] === "values";
}

function isRangeName(name: string): name is RangeName {
	return Object.hasOwn(rangeOf, name);
}
