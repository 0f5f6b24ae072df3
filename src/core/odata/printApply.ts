/** The value of `$apply` back to text. */
import type {
	AggregateItem,
	GroupByTransformation,
	HierarchyParameter,
	Transformation,
	TransformationSequence,
} from "./applyNodes.ts";
import type { Identifier, Missing } from "./nodes.ts";
import { printArguments, printExpression } from "./printExpression.ts";
import { printComputeItem, printOrderByItem } from "./printOption.ts";
import { printSearch } from "./printSearch.ts";
import { blank, kept, type Printing } from "./printText.ts";

export function printTransformations(nodes: readonly Transformation[], printing: Printing): string {
	return nodes.map((node) => kept(printing, node) ?? printMade(node, printing)).join("/");
}

function printMade(node: Transformation, printing: Printing): string {
	switch (node.kind) {
		case "aggregate":
			return `aggregate(${node.items.map((item) => printAggregateItem(item, printing)).join(",")})`;
		case "groupby": {
			const keys = node.keys.map((key) => printKey(key, printing)).join(",");
			return `groupby((${keys})${behindComma(node.then, printing)})`;
		}
		case "filterBy":
			return `filter(${printExpression(node.expression, printing)})`;
		case "searchFor":
			return `search(${printSearch(node.expression, printing)})`;
		case "sortBy":
			return `orderby(${node.items.map((item) => printOrderByItem(item, printing)).join(",")})`;
		case "computeNew":
			return `compute(${node.items.map((item) => printComputeItem(item, printing)).join(",")})`;
		case "limit":
			return `${node.name}(${printExpression(node.count, printing)})`;
		case "rank":
			return `${node.name}(${printExpression(node.amount, printing)},${printExpression(node.by, printing)})`;
		case "concat":
			return `concat(${printSequences(node.sequences, printing)})`;
		case "nest": {
			const sequences = printSequences(node.sequences, printing);
			if (node.path === undefined) return `nest(${sequences})`;
			return `addnested(${printExpression(node.path, printing)},${sequences})`;
		}
		case "join": {
			const path = printExpression(node.path, printing);
			const name = `${path}${printAlias(node.alias, printing)}`;
			return `${node.outer ? "outerjoin" : "join"}(${name}${behindComma(node.then, printing)})`;
		}
		case "hierarchy":
			return `${node.name}(${printParameters(node.parameters, printing)})`;
		case "identity":
			return "identity";
		case "customTransformation":
			return `${node.name}${printArguments(node.arguments, printing)}`;
		case "missing":
			return "";
	}
}

/** What is done with each group or row, if anything. */
function behindComma(then: readonly Transformation[], printing: Printing): string {
	return then.length === 0 ? "" : `,${printTransformations(then, printing)}`;
}

function printSequences(nodes: readonly TransformationSequence[], printing: Printing): string {
	return nodes.map((node) => printSequence(node, printing)).join(",");
}

function printSequence(node: TransformationSequence, printing: Printing): string {
	const text = kept(printing, node);
	return text ?? `${printTransformations(node.transformations, printing)}${printAlias(node.alias, printing)}`;
}

function printKey(node: GroupByTransformation["keys"][number], printing: Printing): string {
	if (node.kind !== "rollup") return printExpression(node, printing);
	const name = node.recursive ? "rolluprecursive" : "rollup";
	return kept(printing, node) ?? `${name}(${printParameters(node.parameters, printing)})`;
}

function printParameters(nodes: readonly HierarchyParameter[], printing: Printing): string {
	return nodes.map((node) => printParameter(node, printing)).join(",");
}

function printParameter(node: HierarchyParameter, printing: Printing): string {
	switch (node.kind) {
		case "sequence":
			return printSequence(node, printing);
		case "orderByItem":
			return printOrderByItem(node, printing);
		case "keyWord":
			return kept(printing, node) ?? node.word.replace(" ", blank(printing));
		default:
			return printExpression(node, printing);
	}
}

export function printAggregateItem(node: AggregateItem, printing: Printing): string {
	const text = kept(printing, node);
	if (text !== undefined) return text;
	const from = node.from.map((step) => {
		const paths = step.paths.map((path) => printExpression(path, printing)).join(",");
		return `${word("from", printing)}${paths}${printMethod(step.method, printing)}`;
	});
	const what = `${printExpression(node.expression, printing)}${printMethod(node.method, printing)}`;
	return `${what}${from.join("")}${printAlias(node.alias, printing)}`;
}

function printMethod(node: Identifier | Missing | undefined, printing: Printing): string {
	return node?.kind === "identifier" ? `${word("with", printing)}${node.name}` : "";
}

function printAlias(node: Identifier | Missing | undefined, printing: Printing): string {
	return node?.kind === "identifier" ? `${word("as", printing)}${node.name}` : "";
}

function word(text: string, printing: Printing): string {
	const space = blank(printing);
	return `${space}${text}${space}`;
}
