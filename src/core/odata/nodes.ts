/**
 * The tree of an OData URL (OData 4.01, Part 2: URL Conventions, and its ABNF). This file is the contract between the
 * parser and everyone who reads a URL.
 *
 * - Every node has a `kind` and its place in the text that was parsed: `start` and `end` are UTF-16 offsets of the text
 *   as given, percent-encoding included. Names and values are decoded: `%C3%A9` is one character of a value and six of
 *   the text. `+` is a plus, as in OData's grammar, never a space.
 * - Parsing never fails. Where something must stand and does not, there is a `Missing` node, and a problem says so.
 *   A tree whose problems are all harmless (`isHarmless` of problem.ts) has no `Missing`.
 * - The parser knows no schema. `accounts(1)` may be a key or a call, `a.b` a cast or a bound operation: the tree tells
 *   what was written, and who knows the names decides.
 * - It accepts what OData accepts. What a service refuses is said by those who read the tree.
 * - Key words (`eq`, `$filter`, `any`, `contains`) are canonical in the tree whatever case they were written in; names
 *   of the schema keep their case.
 * - The nodes of `$apply` are in applyNodes.ts, those of `$search` in searchNodes.ts.
 * - A node that was made or changed and never parsed has `start` and `end` of -1 (see change.ts, print.ts).
 */
import type { AggregateItem, Transformation } from "./applyNodes.ts";
import type { ContextUrl } from "./contextNodes.ts";
import type { Problem } from "./problem.ts";
import type { SearchExpression } from "./searchNodes.ts";

/** A place in the text that was parsed. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** What every entry point besides `parseRequest` returns. Problems are in the order of their places. */
export interface Parsed<Tree> {
	readonly text: string;
	readonly tree: Tree;
	readonly problems: readonly Problem[];
}

export interface RequestUri {
	readonly text: string;
	/** Where an absolute URL or one with a leading slash names its service: `https://host/api/data/v9.2/`. */
	readonly root?: Span;
	readonly path: Path;
	/** In the order written, also repeated ones. Separators are no nodes. */
	readonly options: readonly QueryOption[];
	/** Of the text after `#`, the sign included. */
	readonly fragment?: Span;
	/** The fragment of `$metadata#...`, read. */
	readonly context?: ContextUrl;
	/** Those that services pass over are among them: see `isHarmless` in problem.ts. */
	readonly problems: readonly Problem[];
}

/** Something must stand here. `start` equals `end`. */
export interface Missing extends Span {
	readonly kind: "missing";
}

/** The name of a lambda variable, an alias of a computed value, a parameter. */
export interface Identifier extends Span {
	readonly kind: "identifier";
	readonly name: string;
}

// ---- Paths: of the resource, inside expressions, of $select and $expand items

/** The path of a request; no segments for the service itself. */
export interface Path extends Span {
	readonly kind: "resourcePath";
	readonly segments: readonly PathSegment[];
}

export type PathSegment =
	| NameSegment
	| QualifiedNameSegment
	| SystemSegment
	| LambdaSegment
	| AggregateSegment
	| AnnotationSegment
	| StarSegment
	| TextSegment
	| AliasReference
	| Missing;

/** `accounts`, `accounts(1)`, `name`, `_ownerid_value`, `ProductsByCategory(categoryId=2)(1)`. */
export interface NameSegment extends Span {
	readonly kind: "name";
	readonly name: string;
	/** The parentheses after the name: key or arguments, that is for the reader to tell. `()` has no items. */
	readonly arguments?: Arguments;
	/** A second pair of parentheses: the key into what a function returned. */
	readonly key?: Arguments;
}

/** A name with dots: a cast, a bound function or action: `Microsoft.Dynamics.CRM.systemuser`. */
export interface QualifiedNameSegment extends Span {
	readonly kind: "qualifiedName";
	/** The whole of it: "Microsoft.Dynamics.CRM.systemuser". */
	readonly name: string;
	readonly arguments?: Arguments;
	readonly key?: Arguments;
}

export type SystemSegmentName =
	| "$ref"
	| "$count"
	| "$value"
	| "$metadata"
	| "$batch"
	| "$entity"
	| "$all"
	| "$crossjoin"
	| "$filter"
	| "$each"
	| "$query"
	| "$it"
	| "$this"
	| "$these"
	| "$root";

/** A segment that OData defines. `$filter(...)` and `$crossjoin(A,B)` have arguments, `$count(...)` may have options. */
export interface SystemSegment extends Span {
	readonly kind: "system";
	readonly name: SystemSegmentName;
	/** `$filter`: one positional expression. `$crossjoin`: one positional path per entity set. */
	readonly arguments?: Arguments;
	/** `$filter(...)(key)`. */
	readonly key?: Arguments;
	/** `$count($filter=...;$search=...)` inside expressions. */
	readonly options?: readonly QueryOption[];
}

/** `any()`, `any(x:x/name eq 'a')`, `all(x:...)`. Without a lambda (`any()` only) both are absent. */
export interface LambdaSegment extends Span {
	readonly kind: "lambda";
	readonly operator: "any" | "all";
	readonly variable?: Identifier | Missing;
	readonly body?: Expression;
}

/** `Sales/aggregate(Amount with sum)` inside an expression. */
export interface AggregateSegment extends Span {
	readonly kind: "aggregateSegment";
	readonly items: readonly AggregateItem[];
}

/** `@Core.Messages`, `@Measures.Currency#qualifier`: the value of an annotation. */
export interface AnnotationSegment extends Span {
	readonly kind: "annotation";
	/** Without the `@`. */
	readonly name: string;
	readonly qualifier?: string;
}

/** `*` or `Model.*`. */
export interface StarSegment extends Span {
	readonly kind: "star";
	/** Of `Model.*`: "Model". */
	readonly namespace?: string;
}

/** A segment of a resource path that is no name: a key as a segment (`2001`, `O'Neil`), an ordinal (`-1`). Decoded. */
export interface TextSegment extends Span {
	readonly kind: "text";
	readonly text: string;
}

/** What stands in parentheses, these included in the span: key values or arguments. Not mixed when well-formed. */
export interface Arguments extends Span {
	readonly kind: "arguments";
	readonly items: readonly (PositionalArgument | NamedArgument)[];
}

export interface PositionalArgument extends Span {
	readonly kind: "positional";
	readonly value: Expression;
}

/** `accountnumber='x'`, `PropertyName='name'`, `p=@p1`. */
export interface NamedArgument extends Span {
	readonly kind: "named";
	readonly name: string;
	/** Where the name ends: before the `=`. */
	readonly nameEnd: number;
	readonly value: Expression;
}

// ---- Expressions

export type Expression =
	| Literal
	| PathExpression
	| LogicalExpression
	| BinaryExpression
	| UnaryExpression
	| CallExpression
	| CaseExpression
	| ListExpression
	| ArrayExpression
	| ObjectExpression
	| AliasReference
	| GroupExpression
	| Missing;

/**
 * A path inside an expression: properties, navigation, casts, lambdas, calls that are followed by more, `$it/...`,
 * a lambda variable at its beginning. At least one segment.
 */
export interface PathExpression extends Span {
	readonly kind: "path";
	readonly segments: readonly PathSegment[];
}

/** `a and b and c`: a whole chain of one operator is one node, so long chains are no deep trees. Two operands or more. */
export interface LogicalExpression extends Span {
	readonly kind: "logical";
	readonly operator: "and" | "or";
	readonly operands: readonly Expression[];
}

export type BinaryOperator =
	"eq" | "ne" | "gt" | "ge" | "lt" | "le" | "has" | "in" | "add" | "sub" | "mul" | "div" | "divby" | "mod";

export interface BinaryExpression extends Span {
	readonly kind: "binary";
	readonly operator: BinaryOperator;
	readonly operatorStart: number;
	readonly left: Expression;
	/** Of `in`: a list, an array, or anything else that is a collection. */
	readonly right: Expression;
}

export interface UnaryExpression extends Span {
	readonly kind: "unary";
	readonly operator: "not" | "-";
	readonly operand: Expression;
}

/**
 * A name with parentheses that is the whole operand: `contains(name,'a')`, `now()`,
 * `Microsoft.Dynamics.CRM.In(PropertyName='x',PropertyValues=['a'])`, also `Items(1)`. With a `/` after it, it is the
 * segment of a path instead. OData's own functions are in lower case whatever was written (`matchesPattern` is as here).
 */
export interface CallExpression extends Span {
	readonly kind: "call";
	readonly name: string;
	readonly nameEnd: number;
	/** True for the functions that OData itself defines (functionNames.ts). */
	readonly builtIn: boolean;
	readonly arguments: Arguments;
	/** `Function(a=1)(key)`. */
	readonly key?: Arguments;
}

/** `case(X gt 0:1,X lt 0:-1,true:0)`. */
export interface CaseExpression extends Span {
	readonly kind: "case";
	readonly branches: readonly CaseBranch[];
}

export interface CaseBranch extends Span {
	readonly kind: "caseBranch";
	readonly condition: Expression;
	readonly value: Expression;
}

/** The right side of `in`: `('a','b')`, `(1)`, `()`. */
export interface ListExpression extends Span {
	readonly kind: "list";
	readonly items: readonly Expression[];
}

/** `["a",'b',1 add 2]`. */
export interface ArrayExpression extends Span {
	readonly kind: "array";
	readonly items: readonly Expression[];
}

/** `{"Name":"Value","@odata.type":"..."}`. */
export interface ObjectExpression extends Span {
	readonly kind: "object";
	readonly members: readonly ObjectMember[];
}

export interface ObjectMember extends Span {
	readonly kind: "member";
	readonly name: string;
	readonly nameEnd: number;
	readonly value: Expression;
}

/** `@p1`. Its value is the option with kind "alias" and the same name, null where there is none. */
export interface AliasReference extends Span {
	readonly kind: "aliasReference";
	/** With the sign: "@p1". */
	readonly name: string;
}

/** Parentheses around an expression, kept so that a printed tree has them where they were written. */
export interface GroupExpression extends Span {
	readonly kind: "group";
	readonly expression: Expression;
}

// ---- Literals

export type Literal =
	NullLiteral | BooleanLiteral | NumberLiteral | StringLiteral | TextLiteral | EnumLiteral | GeoLiteral;

export interface NullLiteral extends Span {
	readonly kind: "literal";
	readonly type: "null";
	readonly value: null;
}

export interface BooleanLiteral extends Span {
	readonly kind: "literal";
	readonly type: "boolean";
	readonly value: boolean;
}

/**
 * "integer": digits only; a bigint where a number would not be exact. "decimal": with a point. "double": with an
 * exponent, or NaN, INF, -INF. The digits as written are the text between `start` and `end`.
 */
export interface NumberLiteral extends Span {
	readonly kind: "literal";
	readonly type: "integer" | "decimal" | "double";
	readonly value: number | bigint;
}

/** `'O''Neil'`, or a JSON string in an array or object. The value is unescaped and decoded. */
export interface StringLiteral extends Span {
	readonly kind: "literal";
	readonly type: "string";
	readonly value: string;
	/** True for a JSON string. */
	readonly doubleQuoted: boolean;
}

/**
 * Value: what was written, decoded, without prefix and quotes. "guid" with hyphens, case kept; "date" 2012-09-03;
 * "dateTimeOffset" 2012-09-03T13:52Z (seconds may be absent); "timeOfDay" 11:22[:33[.5]]; "duration" P1DT2H of
 * `duration'P1DT2H'`; "binary" the base64url text of `binary'Zm9v'`.
 */
export interface TextLiteral extends Span {
	readonly kind: "literal";
	readonly type: "guid" | "date" | "dateTimeOffset" | "timeOfDay" | "duration" | "binary";
	readonly value: string;
}

/** `Sales.Pattern'Solid,Yellow'`. Without a type name it is a string. */
export interface EnumLiteral extends Span {
	readonly kind: "literal";
	readonly type: "enum";
	readonly typeName: string;
	/** Members as written, decoded: "Solid,Yellow". */
	readonly value: string;
}

/** `geography'SRID=0;Point(142.1 64.1)'`: the value is what stands in the quotes, decoded. */
export interface GeoLiteral extends Span {
	readonly kind: "literal";
	readonly type: "geography" | "geometry";
	readonly value: string;
}

// ---- Query options

export type QueryOption =
	| SelectOption
	| ExpandOption
	| FilterOption
	| OrderByOption
	| ComputeOption
	| ApplyOption
	| SearchOption
	| NumberOption
	| CountOption
	| LevelsOption
	| TextOption
	| AliasOption
	| CustomOption;

/** `start` to `end` is the whole `name=value`; the name ends at `nameEnd`, the value begins at `valueStart`. */
interface OptionNode extends Span {
	readonly nameEnd: number;
	readonly valueStart: number;
	/** The name as it was written, decoded: "$filter", "filter", "$Filter". `kind` is its canonical form without `$`. */
	readonly written: string;
}

export interface SelectOption extends OptionNode {
	readonly kind: "select";
	readonly items: readonly SelectItem[];
}

/** `name`, `*`, `Address/City`, `Model.*`, `Addresses($filter=...;$top=1)`. */
export interface SelectItem extends Span {
	readonly kind: "selectItem";
	readonly segments: readonly PathSegment[];
	/** What stands in parentheses; none where there are no parentheses. */
	readonly options: readonly QueryOption[];
}

export interface ExpandOption extends OptionNode {
	readonly kind: "expand";
	readonly items: readonly ExpandItem[];
}

/** `primarycontactid($select=fullname)`, `tasks/$ref`, `tasks/$count`, `*($levels=2)`: the last segment tells. */
export interface ExpandItem extends Span {
	readonly kind: "expandItem";
	readonly segments: readonly PathSegment[];
	readonly options: readonly QueryOption[];
}

export interface FilterOption extends OptionNode {
	readonly kind: "filter";
	readonly expression: Expression;
}

export interface OrderByOption extends OptionNode {
	readonly kind: "orderby";
	readonly items: readonly OrderByItem[];
}

export interface OrderByItem extends Span {
	readonly kind: "orderByItem";
	readonly expression: Expression;
	/** Absent: not written, which means ascending. */
	readonly direction?: "asc" | "desc";
}

export interface ComputeOption extends OptionNode {
	readonly kind: "compute";
	readonly items: readonly ComputeItem[];
}

export interface ComputeItem extends Span {
	readonly kind: "computeItem";
	readonly expression: Expression;
	readonly alias: Identifier | Missing;
}

export interface ApplyOption extends OptionNode {
	readonly kind: "apply";
	/** One after the other: `filter(...)/groupby(...)`. */
	readonly transformations: readonly Transformation[];
}

export interface SearchOption extends OptionNode {
	readonly kind: "search";
	readonly expression: SearchExpression;
}

/** Whole numbers; `$index` may be negative. The value is absent where none could be read (a problem says so). */
export interface NumberOption extends OptionNode {
	readonly kind: "top" | "skip" | "index";
	readonly value?: number;
}

export interface CountOption extends OptionNode {
	readonly kind: "count";
	readonly value?: boolean;
}

/** `$levels` inside `$expand`. */
export interface LevelsOption extends OptionNode {
	readonly kind: "levels";
	readonly value?: number | "max";
}

/** Options whose value is text for someone else; decoded. */
export interface TextOption extends OptionNode {
	readonly kind: "format" | "skiptoken" | "deltatoken" | "id" | "schemaversion";
	readonly value: string;
}

/** `@p1=...`. The written name has the sign: "@p1". */
export interface AliasOption extends OptionNode {
	readonly kind: "alias";
	readonly value: Expression;
}

/** An option that OData does not define: `fetchXml=...`, `userQuery=...`, `$unknown=1` (with a problem). */
export interface CustomOption extends OptionNode {
	readonly kind: "custom";
	/** Decoded; absent where there is no `=`. */
	readonly value?: string;
}
