import type { BinaryExpression, Literal } from "../../core/odata/nodes.ts";
import { type Comparison, comparisonNames, edmTypeOfColumn, edmTypeOfLiteral, isComparison } from "./edmType.ts";
import { literalValue } from "./literalValue.ts";
import { type ColumnOperand, type NavigationOperand, type Operand, readOperand, typeOfOperand } from "./operand.ts";
import { differentRows, incompatibleTypes, notImplemented, operandNotSingle } from "./queryRefusals.ts";
import { comparedColumn, nullableColumn, type Row } from "./row.ts";
import type { Translation } from "./translation.ts";
import { type ValueTest, writeTest } from "./valueTest.ts";
import { checkBinary } from "./writtenCase.ts";

/** The operator that is met where this one is not, null aside. */
const opposite: Readonly<Record<Comparison, Comparison>> = {
	eq: "ne",
	ne: "eq",
	gt: "le",
	ge: "lt",
	lt: "ge",
	le: "gt",
};

/** `IS NOT` is met by null too, as the service's "ne" is; `=` keeps an index usable. */
const sqlOperators: Readonly<Record<Comparison, string>> = {
	eq: "=",
	ne: "IS NOT",
	gt: ">",
	ge: ">=",
	lt: "<",
	le: "<=",
};

/** A column with a value, or with another column of its row. */
export function writeComparison(
	binary: BinaryExpression,
	row: Row,
	negated: boolean,
	translation: Translation,
): string {
	checkBinary(binary, translation.scope.context.uri);
	const { operator, left, right } = binary;
	if (!isComparison(operator)) throw notImplemented();
	const first = readOperand(left, row, translation);
	const second = readOperand(right, row, translation);
	if (first.kind === "literal") throw notImplemented();
	if (first.kind === "navigation" || second.kind === "navigation") throw notComparable(first, second, operator);
	if (second.kind === "column") return writeColumns(first, second, operator, negated, translation);
	return writeTest(first, literalTest(first, second, operator, translation), negated, translation);
}

function literalTest(
	{ column }: ColumnOperand,
	literal: Literal,
	operator: Comparison,
	translation: Translation,
): ValueTest {
	if (literal.type === "null") return nullTest(column, operator);
	// Multi-select values are compared as sets, which have no order.
	if (column.kind === "choices" && operator !== "eq" && operator !== "ne") throw notImplemented();
	const value = literalValue(literal, column, operator);
	return {
		write: (row, negated) => {
			const sql = sqlOperators[negated ? opposite[operator] : operator];
			return `${comparedColumn(row, column)} ${sql} ${translation.bind(value)}`;
		},
		nullMeets: operator === "ne",
		nullMeetsOpposite: operator === "eq",
	};
}

/** Nothing is greater or less than null, and nothing is not. */
function nullTest(column: ColumnOperand["column"], operator: Comparison): ValueTest {
	return {
		write: (row, negated) => {
			const asked = negated ? opposite[operator] : operator;
			if (asked !== "eq" && asked !== "ne") return "NULL";
			return `${nullableColumn(row, column)} IS ${asked === "eq" ? "" : "NOT "}NULL`;
		},
		nullMeets: operator === "eq",
		nullMeetsOpposite: operator === "ne",
	};
}

function writeColumns(
	first: ColumnOperand,
	second: ColumnOperand,
	operator: Comparison,
	negated: boolean,
	translation: Translation,
): string {
	if (first.column.kind !== second.column.kind) {
		const types = [edmTypeOfColumn(first.column.kind), edmTypeOfColumn(second.column.kind)] as const;
		throw incompatibleTypes(...types, comparisonNames[operator]);
	}
	if (!isSameRow(first, second)) throw differentRows();
	const sql = sqlOperators[negated ? opposite[operator] : operator];
	const test: ValueTest = {
		write: (row) => `${comparedColumn(row, first.column)} ${sql} ${comparedColumn(row, second.column)}`,
		nullMeets: false,
		nullMeetsOpposite: false,
	};
	return writeTest(first, test, negated, translation);
}

function isSameRow(first: ColumnOperand, second: ColumnOperand): boolean {
	if (first.row !== second.row || first.lookups.length !== second.lookups.length) return false;
	return first.lookups.every((navigation, index) => navigation === second.lookups[index]);
}

/** A record or a collection is no value: `primarycontactid eq ...` is the usual mistake. */
function notComparable(first: Exclude<Operand, Literal>, second: Operand, operator: Comparison): Error {
	const name = comparisonNames[operator];
	if (isCollection(first) || isCollection(second)) return operandNotSingle(name);
	const right = second.kind === "literal" ? edmTypeOfLiteral(second) : typeOfOperand(second);
	return incompatibleTypes(typeOfOperand(first), right, name);
}

function isCollection(operand: Operand): operand is NavigationOperand {
	return operand.kind === "navigation" && operand.navigation.kind !== "lookup";
}
