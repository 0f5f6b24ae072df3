/**
 * A fixed map from the rules of OData's grammar (odata-abnf-construction-rules and odata-aggregation-abnf) to the
 * functions that read what each rule describes. The grammar names properties by what they are; this parser knows no
 * schema, so all rules for paths are one.
 */
import { charCode } from "./charCodes.ts";
import { literalRules, type ParseRule } from "./literalRules.ts";
import type { Expression, QueryOption } from "./nodes.ts";
import {
	parsed,
	parseApply,
	parseExpression,
	parseLiteral,
	parsePath,
	parseQueryOptions,
	parseRequest,
} from "./parse.ts";
import { readNamedArguments } from "./readArguments.ts";
import { readComputeItems } from "./readCompute.ts";
import { readExpandItem } from "./readExpand.ts";
import { readOrderByItem } from "./readOrderBy.ts";
import { readLambda } from "./readPathSegments.ts";
import { readList as readInList } from "./readParentheses.ts";
import { readSearchExpression } from "./readSearch.ts";
import { readSelectItem } from "./readSelect.ts";
import { readScheme } from "./readServiceRoot.ts";
import { Reader } from "./reader.ts";

/** An expression that must be of one of those kinds. */
function expression(...kinds: readonly Expression["kind"][]): ParseRule {
	return (text) => {
		const result = parseExpression(text);
		if (result.problems.length > 0 || kinds.includes(result.tree.kind)) return result;
		return { ...result, problems: [{ code: "expectedExpression", start: 0, end: text.length }] };
	};
}

/** A call of that function. */
function call(name: string): ParseRule {
	return (text) => {
		const result = parseExpression(text);
		if (result.problems.length > 0 || (result.tree.kind === "call" && result.tree.name === name)) return result;
		return { ...result, problems: [{ code: "expectedToken", start: 0, end: text.length, expected: name }] };
	};
}

/** One option, which must be of one of those kinds; all kinds where none is given. */
function option(...kinds: readonly QueryOption["kind"][]): ParseRule {
	return (text) => {
		const result = parseQueryOptions(text);
		const [first, second] = result.tree;
		const wrong = first !== undefined && kinds.length > 0 && !kinds.includes(first.kind);
		if (wrong) return { ...result, problems: [{ code: "unexpectedOption", start: 0, end: first.nameEnd }] };
		if (second === undefined) return result;
		const behind = { code: "unexpectedText" as const, start: second.start - 1, end: text.length };
		return { ...result, problems: [...result.problems.filter(({ start }) => start < behind.start), behind] };
	};
}

/** A name of one part, or of several with dots. */
function name(qualified: boolean): ParseRule {
	return (text) => parsed(text, (reader) => (qualified ? reader.qualifiedIdentifier() : reader.identifier()));
}

function lambda(operator: "any" | "all"): ParseRule {
	return (text) =>
		parsed(text, (reader) => {
			const isThere = reader.takeWord(operator) && reader.peek() === charCode.open;
			return isThere ? readLambda(reader, operator, 0) : reader.missing("expectedToken", operator);
		});
}

/** The same as behind the word it belongs to: arguments without a function, a list without `in`. */
function parenthesised(read: (reader: Reader) => unknown): ParseRule {
	return (text) =>
		parsed(text, (reader) => (reader.peek() === charCode.open ? read(reader) : reader.missing("expectedToken", "(")));
}

/** One argument: read within parentheses, and everything moved back by one. */
const parameter: ParseRule = (text) => {
	const { tree, problems } = parenthesised(readNamedArguments)(`(${text})`);
	const inText = (place: number): number => Math.min(place - 1, text.length);
	const moved = problems.map((problem) => ({ ...problem, start: inText(problem.start), end: inText(problem.end) }));
	return { text, tree, problems: moved };
};

/** An absolute URL. Without a scheme the first thing that is missing is a part of it. */
const absolute: ParseRule = (text) => {
	const reader = Reader.of(text);
	readScheme(reader);
	const { problems } = parseRequest(text);
	const own = reader.finish();
	return { text, tree: undefined, problems: own.length > 0 ? own : problems };
};

const relative: ParseRule = (text) => {
	const tree = parseRequest(text);
	return { text, tree, problems: tree.problems };
};

const paths = expression("path", "call", "aliasReference");
const operators = expression("logical", "binary");

const expressionRules: Readonly<Record<string, ParseRule>> = {
	commonExpr: parseExpression,
	boolCommonExpr: parseExpression,
	lambdaPredicateExpr: parseExpression,
	parameterValue: parseExpression,
	valueInUrl: parseExpression,
	primitiveLiteral: parseLiteral,
	keyPropertyValue: parseLiteral,
	firstMemberExpr: paths,
	memberExpr: paths,
	directMemberExpr: paths,
	propertyPathExpr: paths,
	rootExpr: paths,
	annotationExpr: paths,
	functionExpr: paths,
	boundFunctionExpr: paths,
	inscopeVariableExpr: paths,
	methodCallExpr: expression("call", "case"),
	boolMethodCallExpr: expression("call"),
	caseMethodCallExpr: expression("case"),
	notExpr: expression("unary"),
	negateExpr: expression("unary"),
	parenExpr: expression("group"),
	boolParenExpr: expression("group"),
	arrayOrObject: expression("array", "object"),
	array: expression("array"),
	object: expression("object"),
	isofExpr: call("isof"),
	castExpr: call("cast"),
	isdefinedExpr: call("isdefined"),
	logicalExpr: operators,
	anyExpr: lambda("any"),
	allExpr: lambda("all"),
	listExpr: parenthesised(readInList),
	functionParameters: parenthesised(readNamedArguments),
	functionExprParameters: parenthesised(readNamedArguments),
	keyPredicate: parenthesised(readNamedArguments),
	simpleKey: parenthesised(readNamedArguments),
	compoundKey: parenthesised(readNamedArguments),
	functionParameter: parameter,
	functionExprParameter: parameter,
	keyValuePair: parameter,
	searchExpr: (text) => parsed(text, readSearchExpression),
	applyExpr: parseApply,
	applyTrafo: parseApply,
	computeItem: (text) => parsed(text, readComputeItems),
	orderbyItem: (text) => parsed(text, readOrderByItem),
	selectItem: (text) => parsed(text, readSelectItem),
	expandItem: (text) => parsed(text, readExpandItem),
};

/** `concatMethodCallExpr` and its like, by what each calls. */
const methodRules = [
	...["concat", "contains", "endsWith", "indexOf", "length", "matchesPattern", "startsWith", "substring"],
	...["toLower", "toUpper", "trim", "year", "month", "day", "hour", "minute", "second", "fractionalseconds"],
	...["totalseconds", "date", "time", "totalOffsetMinutes", "minDateTime", "maxDateTime", "now", "round", "floor"],
	...["ceiling", "hasSubset", "hasSubsequence"],
].map((method) => {
	const called = method === "matchesPattern" ? method : method.toLowerCase();
	return [`${method}MethodCallExpr`, call(called)] as const;
});

const optionRules: Readonly<Record<string, ParseRule>> = {
	systemQueryOption: option(),
	queryOption: option(),
	filter: option("filter"),
	orderby: option("orderby"),
	select: option("select"),
	expand: option("expand"),
	compute: option("compute"),
	search: option("search"),
	apply: option("apply"),
	skip: option("skip"),
	top: option("top"),
	index: option("index"),
	format: option("format"),
	inlinecount: option("count"),
	schemaversion: option("schemaversion"),
	skiptoken: option("skiptoken"),
	deltatoken: option("deltatoken"),
	id: option("id"),
	aliasAndValue: option("alias"),
	customQueryOption: option("custom"),
};

const names = [
	...["odataIdentifier", "entitySetName", "singletonEntity", "entityTypeName", "complexTypeName", "typeDefinitionName"],
	...["enumerationTypeName", "enumerationMember", "termName", "namespacePart", "parameterName", "action"],
	...["actionImport", "function", "primitiveProperty", "complexProperty", "navigationProperty", "streamProperty"],
];
const qualifiedNames = [
	...["namespace", "qualifiedTypeName", "qualifiedEntityTypeName", "qualifiedComplexTypeName"],
	...["qualifiedTypeDefinitionName", "qualifiedEnumTypeName", "optionallyQualifiedTypeName"],
	...["optionallyQualifiedEntityTypeName", "optionallyQualifiedComplexTypeName", "primitiveTypeName"],
];

const named: readonly (readonly [name: string, parse: ParseRule])[] = [
	["odataUri", absolute] as const,
	["odataRelativeUri", relative] as const,
	["resourcePath", parsePath] as const,
	["queryOptions", parseQueryOptions] as const,
	...Object.entries(expressionRules),
	["distanceMethodCallExpr", call("geo.distance")] as const,
	["geoLengthMethodCallExpr", call("geo.length")] as const,
	["intersectsMethodCallExpr", call("geo.intersects")] as const,
	...methodRules,
	...Object.entries(optionRules),
	...names.map((rule) => [rule, name(false)] as const),
	...qualifiedNames.map((rule) => [rule, name(true)] as const),
	...literalRules,
];

const rules: ReadonlyMap<string, ParseRule> = new Map(named.map(([rule, parse]) => [rule.toLowerCase(), parse]));

/** Reads a text by a rule of the grammar, the whole of it. Names of rules have no case in ABNF. */
export function grammarRule(rule: string): ParseRule | undefined {
	return rules.get(rule.toLowerCase());
}

/** All rules that can be read. */
export const grammarRuleNames: readonly string[] = named.map(([rule]) => rule);
