/** Query options back to text. */
import type { ComputeItem, ExpandItem, OrderByItem, QueryOption, SelectItem } from "./nodes.ts";
import { printTransformations } from "./printApply.ts";
import { printExpression, printSegments } from "./printExpression.ts";
import { printSearch } from "./printSearch.ts";
import { blank, encoded, kept, type Printing } from "./printText.ts";

export function printOption(node: QueryOption, printing: Printing): string {
	const text = kept(printing, node);
	if (text !== undefined) return text;
	if (node.kind === "custom") return printCustom(node.written, node.value, printing);
	return `${node.written}=${printValue(node, printing)}`;
}

function printCustom(name: string, value: string | undefined, printing: Printing): string {
	const written = encoded(name, printing);
	return value === undefined ? written : `${written}=${encoded(value, printing)}`;
}

function printValue(node: Exclude<QueryOption, { kind: "custom" }>, printing: Printing): string {
	switch (node.kind) {
		case "select":
			return node.items.map((item) => printPathItem(item, printing)).join(",");
		case "expand":
			return node.items.map((item) => printPathItem(item, printing)).join(",");
		case "filter":
			return printExpression(node.expression, printing);
		case "orderby":
			return node.items.map((item) => printOrderByItem(item, printing)).join(",");
		case "compute":
			return node.items.map((item) => printComputeItem(item, printing)).join(",");
		case "apply":
			return printTransformations(node.transformations, printing);
		case "search":
			return printSearch(node.expression, printing);
		case "alias":
			return printExpression(node.value, printing);
		case "top":
		case "skip":
		case "index":
		case "count":
		case "levels":
			return node.value === undefined ? "" : String(node.value);
		case "format":
		case "skiptoken":
		case "deltatoken":
		case "id":
		case "schemaversion":
			return encoded(node.value, printing);
	}
}

function printPathItem(node: SelectItem | ExpandItem, printing: Printing): string {
	const text = kept(printing, node);
	if (text !== undefined) return text;
	const options = node.options.length === 0 ? "" : printNestedOptions(node.options, printing);
	return `${printSegments(node.segments, printing)}${options}`;
}

/** Options in parentheses. */
export function printNestedOptions(options: readonly QueryOption[], printing: Printing): string {
	return `(${options.map((option) => printOption(option, printing)).join(";")})`;
}

export function printOrderByItem(node: OrderByItem, printing: Printing): string {
	const text = kept(printing, node);
	if (text !== undefined) return text;
	const direction = node.direction === undefined ? "" : `${blank(printing)}${node.direction}`;
	return `${printExpression(node.expression, printing)}${direction}`;
}

export function printComputeItem(node: ComputeItem, printing: Printing): string {
	const text = kept(printing, node);
	if (text !== undefined) return text;
	const alias = node.alias.kind === "identifier" ? node.alias.name : "";
	const space = blank(printing);
	return `${printExpression(node.expression, printing)}${space}as${space}${alias}`;
}
