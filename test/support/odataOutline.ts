/** Trees of OData URLs as short text for tables of tests: "(and (eq name 'a') (contains(…)))". */
import type { Arguments, Expression, Literal, PathSegment, QueryOption } from "../../src/core/odata/nodes.ts";
import type { SearchExpression } from "../../src/core/odata/searchNodes.ts";

/** Operators first, so that precedence shows; missing nodes as `?`. */
export function expressionOutline(node: Expression): string {
	const list = (items: readonly Expression[]): string => items.map(expressionOutline).join(" ");
	switch (node.kind) {
		case "literal":
			return literalOutline(node);
		case "path":
			return node.segments.map(segmentOutline).join("/");
		case "logical":
			return `(${node.operator} ${list(node.operands)})`;
		case "binary":
			return `(${node.operator} ${expressionOutline(node.left)} ${expressionOutline(node.right)})`;
		case "unary":
			return `(${node.operator} ${expressionOutline(node.operand)})`;
		case "call": {
			const key = node.key === undefined ? "" : argumentsOutline(node.key);
			return `${node.builtIn ? "" : "fn:"}${node.name}${argumentsOutline(node.arguments)}${key}`;
		}
		case "case":
			return `case(${node.branches.map(({ condition, value }) => `${list([condition])}:${list([value])}`).join(" ")})`;
		case "list":
			return `(list${node.items.length === 0 ? "" : " "}${list(node.items)})`;
		case "array":
			return `[${list(node.items)}]`;
		case "object":
			return `{${node.members.map(({ name, value }) => `${name}:${list([value])}`).join(" ")}}`;
		case "aliasReference":
			return node.name;
		case "group":
			return `<${expressionOutline(node.expression)}>`;
		case "missing":
			return "?";
	}
}

function literalOutline(node: Literal): string {
	switch (node.type) {
		case "string":
			return node.doubleQuoted ? `"${node.value}"` : `'${node.value}'`;
		case "enum":
			return `${node.typeName}:${node.value}`;
		case "integer":
			return `${String(node.value)}${typeof node.value === "bigint" ? "n" : ""}`;
		case "null":
		case "boolean":
			return String(node.value);
		default:
			return `${node.type}:${String(node.value)}`;
	}
}

export function argumentsOutline({ items }: Arguments): string {
	const written = items.map((item) => {
		const value = expressionOutline(item.value);
		return item.kind === "named" ? `${item.name}=${value}` : value;
	});
	return `(${written.join(", ")})`;
}

/** A name stands for itself, everything else begins with what it is. */
export function segmentOutline(node: PathSegment): string {
	switch (node.kind) {
		case "name":
		case "qualifiedName": {
			const given = [node.arguments, node.key].map((pair) => (pair === undefined ? "" : argumentsOutline(pair)));
			return `${node.kind === "name" ? "" : "q:"}${node.name}${given.join("")}`;
		}
		case "system": {
			const given = [node.arguments, node.key].map((pair) => (pair === undefined ? "" : argumentsOutline(pair)));
			const options = node.options === undefined ? "" : `(${node.options.map(optionOutline).join("; ")})`;
			return `${node.name}${given.join("")}${options}`;
		}
		case "lambda": {
			if (node.body === undefined) return `${node.operator}()`;
			const variable = node.variable?.kind === "identifier" ? node.variable.name : "?";
			return `${node.operator}(${variable}: ${expressionOutline(node.body)})`;
		}
		case "aggregateSegment":
			return `aggregate(${String(node.items.length)})`;
		case "annotation":
			return `@${node.name}${node.qualifier === undefined ? "" : `#${node.qualifier}`}`;
		case "star":
			return `${node.namespace ?? ""}*`;
		case "text":
			return `text:${node.text}`;
		case "aliasReference":
			return node.name;
		case "missing":
			return "?";
	}
}

export function optionOutline(node: QueryOption): string {
	switch (node.kind) {
		case "select":
		case "expand":
			return `${node.kind} ${node.items.map(({ segments, options }) => itemOutline(segments, options)).join(", ")}`;
		case "filter":
			return `filter ${expressionOutline(node.expression)}`;
		case "orderby": {
			const items = node.items.map(({ expression, direction = "" }) => `${expressionOutline(expression)} ${direction}`);
			return `orderby ${items.map((item) => item.trim()).join(", ")}`;
		}
		case "compute": {
			const items = node.items.map(({ expression, alias }) => {
				return `${expressionOutline(expression)} as ${alias.kind === "identifier" ? alias.name : "?"}`;
			});
			return `compute ${items.join(", ")}`;
		}
		case "apply":
			return `apply ${node.transformations.map(({ kind }) => kind).join("/")}`;
		case "search":
			return `search ${searchOutline(node.expression)}`;
		case "alias":
			return `${node.written} ${expressionOutline(node.value)}`;
		case "custom":
			return `custom ${node.written}${node.value === undefined ? "" : `=${node.value}`}`;
		default:
			return `${node.kind} ${String(node.value ?? "?")}`;
	}
}

function itemOutline(segments: readonly PathSegment[], options: readonly QueryOption[]): string {
	const inner = options.length === 0 ? "" : `(${options.map(optionOutline).join("; ")})`;
	return `${segments.map(segmentOutline).join("/")}${inner}`;
}

export function searchOutline(node: SearchExpression): string {
	switch (node.kind) {
		case "searchWord":
			return node.text;
		case "searchPhrase":
			return `"${node.text}"`;
		case "searchText":
			return `'${node.text}'`;
		case "searchNot":
			return `(NOT ${searchOutline(node.operand)})`;
		case "searchBinary":
			return `(${node.operator} ${node.operands.map(searchOutline).join(" ")})`;
		case "searchGroup":
			return `<${searchOutline(node.expression)}>`;
		case "missing":
			return "?";
	}
}
