import type { Literal } from "../../core/odata/nodes.ts";
import type { SandboxColumn, StorageKind } from "../schema/sandboxTable.ts";
import type { SqlValue } from "../storage/database.ts";
import { fold } from "../storage/fold.ts";
import { keptWallTime, wallTime } from "./dateCondition.ts";
import { guidValue } from "./literalValue.ts";
import { badConditionValue } from "./queryRefusals.ts";
import type { Translation } from "./translation.ts";

/** What the service calls the type that a value has to be of. */
const typeNames: Readonly<Record<StorageKind, string>> = {
	guid: "System.Guid",
	text: "System.String",
	integer: "System.Int32",
	long: "System.Int64",
	decimal: "System.Decimal",
	double: "System.Double",
	boolean: "System.Boolean",
	dateTime: "System.DateTime",
	date: "System.DateTime",
	choices: "System.Int32",
	binary: "System.Byte[]",
	any: "System.String",
};

/**
 * A value of a query function in the form in which the column's are compared. Functions take texts for all types
 * (`PropertyValues=["5","2000"]`), so this reads texts; a number or id without quotes is as good.
 */
export function conditionValue(literal: Literal, column: SandboxColumn, translation: Translation): SqlValue {
	const value = read(literal, column, translation);
	if (value !== undefined) return value;
	throw badConditionValue(translation.scope.table.logicalName, column.logicalName, typeNames[column.kind]);
}

function read(literal: Literal, column: SandboxColumn, translation: Translation): SqlValue | undefined {
	const text = String(literal.value);
	switch (column.kind) {
		case "guid":
			return guidValue(text);
		case "text":
			return fold(text);
		case "integer":
		case "long":
			return /^[+-]?\d+$/.test(text) ? Number(text) : undefined;
		case "decimal":
		case "double":
			return /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
		case "boolean":
			return booleans.get(text.toLowerCase());
		case "dateTime":
		case "date":
			return keptWallTime(wallTime(literal, column, translation), column, translation.clock);
		case "any":
			return text;
		case "choices":
		case "binary":
			return undefined;
	}
}

const booleans: ReadonlyMap<string, number> = new Map([
	["true", 1],
	["1", 1],
	["false", 0],
	["0", 0],
]);
