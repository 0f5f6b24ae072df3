import type { Literal } from "../../core/odata/nodes.ts";
import type { SandboxColumn } from "../schema/sandboxTable.ts";
import type { SqlValue } from "../storage/database.ts";
import { conditionValue } from "./conditionValue.ts";
import type { FunctionArguments } from "./functionArguments.ts";
import type { NamesWith } from "./queryFunctions.ts";
import { badConditionValue, functionNotForColumn, valueMissing, wrongValueCount } from "./queryRefusals.ts";
import { comparedColumn, nullableColumn } from "./row.ts";
import type { Translation } from "./translation.ts";

/** The functions with a list of values; each that says "not" is the opposite of another, and is met by null as well. */
export type ValueFunction = NamesWith<"values">;

export function writeValueFunction(
	name: ValueFunction,
	{ values }: FunctionArguments,
	column: SandboxColumn,
	negated: boolean,
	translation: Translation,
): string {
	checkColumn(name, column, translation);
	if (values.length === 0) throw valueMissing(name);
	const { row } = translation;
	const compared = comparedColumn(row, column);
	switch (name) {
		case "In":
		case "NotIn":
			return either((name === "NotIn") !== negated, nullableColumn(row, column), () => {
				const list = values.map((value) => translation.bind(conditionValue(value, column, translation)));
				return `${compared} IN (${list.join(", ")})`;
			});
		case "Between":
		case "NotBetween":
			if (values.length !== 2) throw wrongValueCount(name, 2, values.length);
			return either((name === "NotBetween") !== negated, nullableColumn(row, column), () => {
				const borders = values.map((value) => translation.bind(conditionValue(value, column, translation)));
				return `${compared} BETWEEN ${borders.join(" AND ")}`;
			});
		case "ContainValues":
		case "DoesNotContainValues":
			return either((name === "DoesNotContainValues") !== negated, nullableColumn(row, column), () => {
				// Kept as "1,2,10": with commas around, no number is found inside another.
				const parts = values.map((value) => translation.bind(choiceText(value, column, translation)));
				return parts.map((part) => `instr(',' || ${compared} || ',', ${part}) > 0`).join(" OR ");
			});
	}
}

function either(isOpposite: boolean, nullable: string, condition: () => string): string {
	return isOpposite ? `(${nullable} IS NULL OR NOT (${condition()}))` : `(${condition()})`;
}

function choiceText({ value }: Literal, column: SandboxColumn, translation: Translation): SqlValue {
	const number = /^\s*-?\d+\s*$/.test(String(value)) ? Number(value) : undefined;
	if (number !== undefined) return `,${number},`;
	throw badConditionValue(translation.scope.table.logicalName, column.logicalName, "System.Int32");
}

function checkColumn(name: ValueFunction, { kind, logicalName }: SandboxColumn, translation: Translation): void {
	const forChoices = name === "ContainValues" || name === "DoesNotContainValues";
	if ((kind === "choices") === forChoices && kind !== "binary") return;
	throw functionNotForColumn(name, translation.scope.table.logicalName, logicalName);
}
