/**
 * A fixed map from the rules of OData's grammar (odata-abnf-construction-rules and odata-aggregation-abnf) to the
 * functions that read what each rule describes. The grammar names properties by what they are; this parser knows no
 * schema, so all rules for paths are one.
 */
import { literalRules, type ParseRule } from "./literalRules.ts";
import {
	parsed,
	parseApply,
	parseContext,
	parseExpression,
	parseLiteral,
	parsePath,
	parseQueryOptions,
} from "./parse.ts";
import { systemOptionKinds } from "./optionContext.ts";
import {
	absolute,
	beginning,
	call,
	expression,
	lambda,
	name,
	option,
	parenthesised,
	relative,
	within,
} from "./parseAsRule.ts";
import { readNamedArguments } from "./readArguments.ts";
import { readComputeItems } from "./readCompute.ts";
import { readExpandItem } from "./readExpand.ts";
import { readOrderByItem } from "./readOrderBy.ts";
import { readList } from "./readParentheses.ts";
import { readSearchExpression } from "./readSearch.ts";
import { readSelectItem } from "./readSelect.ts";

const parameter = within("(", parenthesised(readNamedArguments), ")");

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
	notExpr: beginning("not"),
	negateExpr: beginning("-"),
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
	listExpr: parenthesised(readList),
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
	groupbyElement: within("groupby((", parseApply, "))"),
	groupbyList: within("groupby(", parseApply, ")"),
	aggregateExpr: within("aggregate(", parseApply, ")"),
	computeExpr: within("compute(", parseApply, ")"),
	computeItem: (text) => parsed(text, readComputeItems),
	orderbyItem: (text) => parsed(text, readOrderByItem),
	selectItem: (text) => parsed(text, readSelectItem),
	expandItem: (text) => parsed(text, readExpandItem),
};

/** What follows the first segment of a path, and the first operand of an expression. */
const tails = [
	...[
		...["collectionNavigation", "collectionNavPath", "singleNavigation", "singleNavPath", "collectionPath"],
		...["primitivePath", "complexColPath", "complexPath", "complexNavPath", "boundOperation", "filterInPath", "each"],
		...["count", "ref", "value", "querySegment", "ordinalIndex", "keyPathSegments"],
	].map((rule) => [rule, within("a", parsePath)] as const),
	...[
		...["collectionNavigationExpr", "collectionNavNoCastExpr", "singleNavigationExpr", "collectionPathExpr"],
		...["complexColPathExpr", "complexPathExpr", "primitivePathExpr", "filterExpr", "andExpr", "orExpr", "eqExpr"],
		...["neExpr", "ltExpr", "leExpr", "gtExpr", "geExpr", "hasExpr", "inExpr", "addExpr", "subExpr", "mulExpr"],
		...["divExpr", "divbyExpr", "modExpr"],
	].map((rule) => [rule, within("a", parseExpression)] as const),
] as const;

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

/** `aggregateTrafo` and its like. */
const transformationRules = [
	...["apply", "aggregate", "compute", "concat", "groupby", "join", "outerjoin", "nest", "preserving", "hierarchy"],
	...["bottomcount", "bottompercent", "bottomsum", "topcount", "toppercent", "topsum", "filter", "identity", "orderby"],
	...["search", "skip", "top", "ancestors", "descendants", "traverse"],
].map((transformation) => [`${transformation}Trafo`, parseApply] as const);

const optionRules: Readonly<Record<string, ParseRule>> = {
	systemQueryOption: option(...systemOptionKinds),
	queryOption: option(),
	batchOptions: parseQueryOptions,
	metadataOptions: parseQueryOptions,
	entityOptions: parseQueryOptions,
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
	levels: within("$expand=a(", option("expand"), ")"),
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
	["context", parseContext],
	["contextFragment", within("#", parseContext)],
	["queryOptions", parseQueryOptions] as const,
	...Object.entries(expressionRules),
	["distanceMethodCallExpr", call("geo.distance")] as const,
	["geoLengthMethodCallExpr", call("geo.length")] as const,
	["intersectsMethodCallExpr", call("geo.intersects")] as const,
	...methodRules,
	...tails,
	...transformationRules,
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
