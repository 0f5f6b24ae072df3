import type { PathSegment } from "../../core/odata/nodes.ts";
import { definitions } from "../metadata/definitions.ts";
import { definitionSets } from "../metadata/definitionSets.ts";
import { metadataDocument } from "../metadata/metadataDocument.ts";
import { serviceDocument } from "../metadata/serviceDocument.ts";
import { callOperation } from "../operations/callOperation.ts";
import { get } from "../read/get.ts";
import { patch } from "../write/patch.ts";
import { post } from "../write/post.ts";
import { put } from "../write/put.ts";
import { remove } from "../write/remove.ts";
import type { Handler } from "./handler.ts";
import type { RequestContext } from "./requestContext.ts";
import { methodNotSupported, segmentNotFound } from "./serviceRefusals.ts";

/** What is done with rows, by method. */
const rowHandlers: ReadonlyMap<string, Handler> = new Map([
	["GET", get],
	["POST", post],
	["PATCH", patch],
	["PUT", put],
	["DELETE", remove],
]);

/** Who answers a request, by the first and the last segment of its path. */
export function route(context: RequestContext): Handler {
	const { request, uri, schema } = context;
	const byMethod = rowHandlers.get(request.method);
	if (byMethod === undefined) throw methodNotSupported(request.method);
	const { segments } = uri.path;
	const [first] = segments;
	if (first === undefined) return readOnly(request.method, serviceDocument);
	if (first.kind === "system" && first.name === "$metadata") return readOnly(request.method, metadataDocument);
	if (first.kind === "name" && definitionSets.has(first.name)) return definitions;
	if (isOperation(segments.at(-1), context)) return callOperation;
	if (first.kind === "name" && schema.tableBySet(first.name) !== undefined) return byMethod;
	if (first.kind === "name" || first.kind === "qualifiedName") return callOperation;
	throw segmentNotFound(nameOf(first));
}

function readOnly(method: string, handler: Handler): Handler {
	if (method !== "GET") throw methodNotSupported(method);
	return handler;
}

/** A last segment with a dotted name is a bound function or action, unless it names a table: then it is a cast. */
function isOperation(last: PathSegment | undefined, { schema }: RequestContext): boolean {
	if (last?.kind !== "qualifiedName") return false;
	return schema.table(last.name.slice(last.name.lastIndexOf(".") + 1)) === undefined;
}

function nameOf(segment: PathSegment): string {
	return "name" in segment ? segment.name : "";
}
