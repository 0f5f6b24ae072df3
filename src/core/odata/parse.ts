/**
 * The entry points of the parser. All of them take text as it stands in a URL (percent-encoding allowed), read the whole
 * of it, and never throw.
 */
import type {
	ApplyOption,
	ComputeItem,
	ExpandItem,
	Expression,
	Literal,
	Missing,
	OrderByItem,
	Parsed,
	Path,
	QueryOption,
	RequestUri,
	SelectItem,
} from "./nodes.ts";
import type { SearchExpression } from "./searchNodes.ts";

/**
 * A request: what stands after the service root ("accounts(1)?$select=name"), or a whole URL, absolute or from the
 * leading slash on. In a whole URL the root ends after `/api/data/vN.N/`, where there is none after the host.
 */
export function parseRequest(text: string): RequestUri {
	return unwritten(text);
}

/** What stands after the `?`. */
export function parseQueryOptions(text: string): Parsed<readonly QueryOption[]> {
	return unwritten(text);
}

/** A resource path alone. */
export function parsePath(text: string): Parsed<Path> {
	return unwritten(text);
}

/** An expression alone: the value of `$filter`, an argument. */
export function parseExpression(text: string): Parsed<Expression> {
	return unwritten(text);
}

/** The value of each option. */
export function parseFilter(text: string): Parsed<Expression> {
	return unwritten(text);
}
export function parseOrderBy(text: string): Parsed<readonly OrderByItem[]> {
	return unwritten(text);
}
export function parseSelect(text: string): Parsed<readonly SelectItem[]> {
	return unwritten(text);
}
export function parseExpand(text: string): Parsed<readonly ExpandItem[]> {
	return unwritten(text);
}
export function parseCompute(text: string): Parsed<readonly ComputeItem[]> {
	return unwritten(text);
}
export function parseSearch(text: string): Parsed<SearchExpression> {
	return unwritten(text);
}
export function parseApply(text: string): Parsed<ApplyOption["transformations"]> {
	return unwritten(text);
}

/** A single literal as in a URL. */
export function parseLiteral(text: string): Parsed<Literal | Missing> {
	return unwritten(text);
}

function unwritten(text: string): never {
	throw new Error(`The parser is being written: ${text}`);
}
