import type { CallExpression, Expression } from "../../core/odata/nodes.ts";
import { fold } from "../storage/fold.ts";
import { edmTypeOfLiteral } from "./edmType.ts";
import { type ColumnOperand, readOperand } from "./operand.ts";
import { noTextFunction } from "./queryRefusals.ts";
import { comparedColumn, nullableColumn, type Row } from "./row.ts";
import { type TextFunction, type TextMatch, textMatch } from "./textPattern.ts";
import type { Translation } from "./translation.ts";
import { type ValueTest, writeTest } from "./valueTest.ts";

/** `contains(column,'text')` and its relatives: a text column first, a text behind it. */
export function writeTextCondition(
	name: TextFunction,
	call: CallExpression,
	row: Row,
	negated: boolean,
	translation: Translation,
): string {
	const values = call.arguments.items.map((item) => (item.kind === "positional" ? item.value : undefined));
	const [column, text] = values;
	if (values.length !== 2 || column === undefined || text === undefined) throw noTextFunction(name);
	const operand = textColumn(column, row, translation);
	const pattern = translation.resolve(text);
	if (operand === undefined || pattern.kind !== "literal") throw noTextFunction(name);
	if (pattern.type !== "null" && edmTypeOfLiteral(pattern) !== "Edm.String") throw noTextFunction(name);
	const match = pattern.type === "null" ? undefined : textMatch(name, fold(String(pattern.value)));
	return writeTest(operand, textTest(operand, match, translation), negated, translation);
}

function textColumn(expression: Expression, row: Row, translation: Translation): ColumnOperand | undefined {
	const operand = readOperand(expression, row, translation);
	return operand.kind === "column" && operand.column.kind === "text" ? operand : undefined;
}

/** @param match absent: the text to look for is null, and so is every answer. */
function textTest({ column }: ColumnOperand, match: TextMatch | undefined, translation: Translation): ValueTest {
	return {
		write: (row, negated) => {
			if (match === undefined) return "NULL";
			const compared = comparedColumn(row, column);
			const condition = sqlOf(compared, match, translation);
			return negated ? `(${nullableColumn(row, column)} IS NULL OR NOT ${condition})` : condition;
		},
		nullMeets: false,
		nullMeetsOpposite: match !== undefined,
	};
}

function sqlOf(column: string, match: TextMatch, translation: Translation): string {
	switch (match.kind) {
		case "part":
			return `(instr(${column}, ${translation.bind(match.part)}) > 0)`;
		case "range":
			return `(${column} >= ${translation.bind(match.from)} AND ${column} < ${translation.bind(match.to)})`;
		case "glob":
			return `(${column} GLOB ${translation.bind(match.glob)})`;
		case "never":
			return "(0)";
	}
}
