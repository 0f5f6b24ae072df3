import type { SearchExpression } from "./searchNodes.ts";
import { blank, encoded, kept, type Printing, quotedText } from "./printText.ts";

/** NOT binds tightest, then AND, then OR: an operand that binds less is put in parentheses. */
export function printSearch(node: SearchExpression, printing: Printing): string {
	const text = kept(printing, node);
	if (text !== undefined) return text;
	const space = blank(printing);
	switch (node.kind) {
		case "searchWord":
			return encoded(node.text, printing).replaceAll(";", "%3B");
		case "searchPhrase":
			return `"${encoded(node.text.replace(/["\\]/g, "\\$&"), printing)}"`;
		case "searchText":
			return quotedText(node.text, printing);
		case "searchNot":
			return `NOT${space}${printOperand(node.operand, 3, printing)}`;
		case "searchBinary": {
			const least = powerOf(node) + 1;
			const operands = node.operands.map((operand) => printOperand(operand, least, printing));
			return operands.join(`${space}${node.operator}${space}`);
		}
		case "searchGroup":
			return `(${printSearch(node.expression, printing)})`;
		case "missing":
			return "";
	}
}

function printOperand(node: SearchExpression, least: number, printing: Printing): string {
	const text = printSearch(node, printing);
	return powerOf(node) < least ? `(${text})` : text;
}

function powerOf(node: SearchExpression): number {
	if (node.kind === "searchBinary") return node.operator === "OR" ? 1 : 2;
	return node.kind === "searchNot" ? 3 : 4;
}
