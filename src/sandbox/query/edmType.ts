import type { BinaryOperator, Literal } from "../../core/odata/nodes.ts";
import type { StorageKind } from "../schema/sandboxTable.ts";

const columnTypes: Readonly<Record<StorageKind, string>> = {
	guid: "Edm.Guid",
	text: "Edm.String",
	integer: "Edm.Int32",
	long: "Edm.Int64",
	decimal: "Edm.Decimal",
	double: "Edm.Double",
	boolean: "Edm.Boolean",
	dateTime: "Edm.DateTimeOffset",
	date: "Edm.Date",
	choices: "Edm.String",
	binary: "Edm.Binary",
	any: "Edm.String",
};

/** The type that `$metadata` gives a column of that kind. */
export function edmTypeOfColumn(kind: StorageKind): string {
	return columnTypes[kind];
}

/** The type of a literal as the service names it in its sentences. */
export function edmTypeOfLiteral(literal: Literal): string {
	switch (literal.type) {
		case "null":
			return "<null>";
		case "boolean":
			return "Edm.Boolean";
		case "integer":
			return Math.abs(Number(literal.value)) <= 0x7fffffff ? "Edm.Int32" : "Edm.Int64";
		case "decimal":
		case "double":
			return "Edm.Double";
		case "string":
			return "Edm.String";
		case "guid":
			return "Edm.Guid";
		case "date":
			return "Edm.Date";
		case "dateTimeOffset":
			return "Edm.DateTimeOffset";
		case "timeOfDay":
			return "Edm.TimeOfDay";
		case "duration":
			return "Edm.Duration";
		case "binary":
			return "Edm.Binary";
		case "enum":
			return literal.typeName;
		case "geography":
		case "geometry":
			return literal.type === "geography" ? "Edm.Geography" : "Edm.Geometry";
	}
}

/** The type of the rows of a table. */
export function typeOfRows(table: string): string {
	return `Microsoft.Dynamics.CRM.${table}`;
}

export type Comparison = "eq" | "ne" | "gt" | "ge" | "lt" | "le";

export function isComparison(operator: BinaryOperator): operator is Comparison {
	return operator in comparisonNames;
}

/** How the service's sentences name the operators. */
export const comparisonNames: Readonly<Record<Comparison, string>> = {
	eq: "Equal",
	ne: "NotEqual",
	gt: "GreaterThan",
	ge: "GreaterThanOrEqual",
	lt: "LessThan",
	le: "LessThanOrEqual",
};
