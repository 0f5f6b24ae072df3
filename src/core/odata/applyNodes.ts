/** The tree of `$apply` (OData Extension for Data Aggregation 4.0). What nodes.ts says about all nodes holds here. */
import type {
	Arguments,
	ComputeItem,
	Expression,
	Identifier,
	Missing,
	OrderByItem,
	PathExpression,
	Span,
} from "./nodes.ts";
import type { SearchExpression } from "./searchNodes.ts";

export type Transformation =
	| AggregateTransformation
	| GroupByTransformation
	| FilterTransformation
	| SearchTransformation
	| OrderByTransformation
	| ComputeTransformation
	| LimitTransformation
	| RankTransformation
	| ConcatTransformation
	| NestTransformation
	| JoinTransformation
	| HierarchyTransformation
	| IdentityTransformation
	| CustomTransformation
	| Missing;

/** `aggregate(revenue with sum as total,$count as rows)`. */
export interface AggregateTransformation extends Span {
	readonly kind: "aggregate";
	readonly items: readonly AggregateItem[];
}

/**
 * `revenue with sum as total`, `$count as rows`, `Forecast` (a custom aggregate), `Amount with sum from Time with
 * average as Daily`. The method is "sum", "min", "max", "average", "countdistinct" or a qualified name.
 */
export interface AggregateItem extends Span {
	readonly kind: "aggregateItem";
	readonly expression: Expression;
	readonly method?: Identifier | Missing;
	readonly from: readonly AggregateFrom[];
	readonly alias?: Identifier | Missing;
}

export interface AggregateFrom extends Span {
	readonly kind: "aggregateFrom";
	readonly paths: readonly Expression[];
	readonly method?: Identifier | Missing;
}

/** `groupby((statuscode,customerid/name),aggregate(...))`. */
export interface GroupByTransformation extends Span {
	readonly kind: "groupby";
	readonly keys: readonly (PathExpression | RollupKey | Missing)[];
	/** What is done with each group; none where only the distinct values are asked for. */
	readonly then: readonly Transformation[];
}

/** `rollup(a,b)` and `rolluprecursive(...)`. */
export interface RollupKey extends Span {
	readonly kind: "rollup";
	readonly recursive: boolean;
	readonly parameters: readonly HierarchyParameter[];
}

export interface FilterTransformation extends Span {
	readonly kind: "filterBy";
	readonly expression: Expression;
}

export interface SearchTransformation extends Span {
	readonly kind: "searchFor";
	readonly expression: SearchExpression;
}

export interface OrderByTransformation extends Span {
	readonly kind: "sortBy";
	readonly items: readonly OrderByItem[];
}

export interface ComputeTransformation extends Span {
	readonly kind: "computeNew";
	readonly items: readonly ComputeItem[];
}

/** `top(5)`, `skip(10)`. */
export interface LimitTransformation extends Span {
	readonly kind: "limit";
	readonly name: "top" | "skip";
	readonly count: Expression;
}

export type RankName = "topcount" | "topsum" | "toppercent" | "bottomcount" | "bottomsum" | "bottompercent";

/** `topcount(2,Amount)`. */
export interface RankTransformation extends Span {
	readonly kind: "rank";
	readonly name: RankName;
	readonly amount: Expression;
	readonly by: Expression;
}

/** `concat(a/b,c)`: each sequence sees the same input. */
export interface ConcatTransformation extends Span {
	readonly kind: "concat";
	readonly sequences: readonly TransformationSequence[];
}

export interface TransformationSequence extends Span {
	readonly kind: "sequence";
	readonly transformations: readonly Transformation[];
	/** In `nest` and `addnested`: `... as Name`. */
	readonly alias?: Identifier | Missing;
}

/** `nest(identity as Rows)`, `addnested(Sales,filter(...) as Big)`: only the latter has a path. */
export interface NestTransformation extends Span {
	readonly kind: "nest";
	readonly path?: Expression;
	readonly sequences: readonly TransformationSequence[];
}

/** `join(Sales as Sale,filter(...))`, `outerjoin(...)`. */
export interface JoinTransformation extends Span {
	readonly kind: "join";
	readonly outer: boolean;
	readonly path: Expression;
	readonly alias: Identifier | Missing;
	readonly then: readonly Transformation[];
}

/** `ancestors(...)`, `descendants(...)`, `traverse(...)`. */
export interface HierarchyTransformation extends Span {
	readonly kind: "hierarchy";
	readonly name: "ancestors" | "descendants" | "traverse";
	readonly parameters: readonly HierarchyParameter[];
}

/** One parameter by its form: a path, a number, a sequence, an ordering, `preorder`, `keep start`. */
export type HierarchyParameter = Expression | TransformationSequence | OrderByItem | HierarchyKeyWord;

export interface HierarchyKeyWord extends Span {
	readonly kind: "keyWord";
	readonly word: "preorder" | "postorder" | "keep start";
}

export interface IdentityTransformation extends Span {
	readonly kind: "identity";
}

/** A function of the service: `Custom.condense()`. */
export interface CustomTransformation extends Span {
	readonly kind: "customTransformation";
	readonly name: string;
	readonly arguments: Arguments;
}
