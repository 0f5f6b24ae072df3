/**
 * The entry points of the parser. All of them take text as it stands in a URL (percent-encoding allowed), read the whole
 * of it, and never throw.
 */
import type { Transformation } from "./applyNodes.ts";
import type { ContextUrl } from "./contextNodes.ts";
import type {
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
import type { OptionContext } from "./optionContext.ts";
import { readApply } from "./readApply.ts";
import { readContext } from "./readContext.ts";
import { readComputeItems } from "./readCompute.ts";
import { readExpandItems } from "./readExpand.ts";
import { readExpression } from "./readExpression.ts";
import { readLiteral } from "./readLiteral.ts";
import { readOption } from "./readOption.ts";
import { readOrderByItems } from "./readOrderBy.ts";
import { readResourcePath } from "./readResourcePath.ts";
import { readSearch } from "./readSearch.ts";
import { readSelectItems } from "./readSelect.ts";
import { readServiceRoot } from "./readServiceRoot.ts";
import { Reader } from "./reader.ts";
import type { SearchExpression } from "./searchNodes.ts";

/**
 * A request: what stands after the service root ("accounts(1)?$select=name"), or a whole URL, absolute or from the
 * leading slash on. In a whole URL the root ends after `/api/data/vN.N/`, where there is none after the host.
 */
export function parseRequest(text: string): RequestUri {
	const reader = Reader.of(text);
	const end = reader.text.length;
	const hash = plain(reader, "#", 0, end);
	const question = plain(reader, "?", 0, hash);
	reader.startValue(question);
	const root = readServiceRoot(reader);
	const path = readResourcePath(reader);
	const context = contextOf(path);
	const options = question < hash ? readOptions(reader, question + 1, hash, context) : noOptions;
	const needsId = context === "entity" || context === "entityCast";
	if (needsId && !options.some(({ kind }) => kind === "id")) reader.problem("expectedToken", hash, hash, "$id");
	const behind = hash < end ? readFragment(reader, hash, end, path) : undefined;
	const problems = reader.finish();
	if (root === undefined && behind === undefined) return { text, path, options, problems };
	return { text, ...(root && { root }), path, options, ...behind, problems };
}

const noOptions: readonly QueryOption[] = [];

/** The place of the first such character between the two that was not encoded; `end` where there is none. */
function plain(reader: Reader, character: string, start: number, end: number): number {
	let pos = reader.text.indexOf(character, start);
	while (pos >= 0 && pos < end && reader.isEncoded(pos)) pos = reader.text.indexOf(character, pos + 1);
	return pos < 0 || pos > end ? end : pos;
}

/** `$batch`, `$metadata` and `$entity` take few options. */
function contextOf({ segments }: Path): OptionContext {
	const first = segments[0];
	if (first?.kind !== "system") return "request";
	if (first.name === "$batch" || first.name === "$metadata") return "document";
	if (first.name === "$entity") return segments.length > 1 ? "entityCast" : "entity";
	return "request";
}

/** Options between ampersands. Nothing at all is no option; nothing between two of them is a slip. */
function readOptions(reader: Reader, start: number, end: number, context: OptionContext): readonly QueryOption[] {
	if (start === end) return noOptions;
	const options: QueryOption[] = [];
	let pos = start;
	for (;;) {
		const next = plain(reader, "&", pos, end);
		reader.pos = pos;
		reader.startValue(next);
		if (next > pos) options.push(readOption(reader, context));
		else reader.problem("emptyOption", pos, pos);
		if (next === end) return options;
		pos = next + 1;
	}
}

/** Only `$metadata` has fragments (context URLs); elsewhere the sign was meant as a character of a value. */
function readFragment(
	reader: Reader,
	start: number,
	end: number,
	{ segments: [first] }: Path,
): Pick<RequestUri, "fragment" | "context"> {
	const fragment = { start: reader.at(start), end: reader.at(end) };
	reader.startValue(end);
	reader.pos = start;
	if (first?.kind !== "system" || first.name !== "$metadata") {
		reader.problem("unencodedCharacter", start, start + 1, "%23");
		return { fragment };
	}
	const context = readContext(reader);
	reader.expectEnd();
	return { fragment, context };
}

/** What stands after the `?`. */
export function parseQueryOptions(text: string): Parsed<readonly QueryOption[]> {
	return parsed(text, (reader) => {
		const options = readOptions(reader, 0, reader.text.length, "request");
		reader.pos = reader.text.length;
		return options;
	});
}

/** A resource path alone. */
export function parsePath(text: string): Parsed<Path> {
	return parsed(text, readResourcePath);
}

/** An expression alone: the value of `$filter` or of an alias. */
export function parseExpression(text: string): Parsed<Expression> {
	return parsed(text, readExpression);
}

export function parseFilter(text: string): Parsed<Expression> {
	return parseExpression(text);
}

export function parseOrderBy(text: string): Parsed<readonly OrderByItem[]> {
	return parsed(text, readOrderByItems);
}

export function parseSelect(text: string): Parsed<readonly SelectItem[]> {
	return parsed(text, readSelectItems);
}

export function parseExpand(text: string): Parsed<readonly ExpandItem[]> {
	return parsed(text, readExpandItems);
}

export function parseCompute(text: string): Parsed<readonly ComputeItem[]> {
	return parsed(text, readComputeItems);
}

export function parseSearch(text: string): Parsed<SearchExpression> {
	return parsed(text, readSearch);
}

export function parseApply(text: string): Parsed<readonly Transformation[]> {
	return parsed(text, readApply);
}

/** The fragment of a context URL, from its `#` on. */
export function parseContext(text: string): Parsed<ContextUrl> {
	return parsed(text, readContext);
}

/** A single literal as in a URL. */
export function parseLiteral(text: string): Parsed<Literal | Missing> {
	return parsed(text, readLiteral);
}

/** Reads the whole text with one of the read functions; what it leaves over is a problem. */
export function parsed<Tree>(text: string, read: (reader: Reader) => Tree): Parsed<Tree> {
	const reader = Reader.of(text);
	const tree = read(reader);
	reader.expectEnd();
	return { text, tree, problems: reader.finish() };
}
