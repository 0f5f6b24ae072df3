import type { PathSegment } from "../../core/odata/nodes.ts";
import type { Message } from "../../core/schema/model.ts";
import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import {
	methodNotSupported,
	notInSandboxYet,
	queryOptionNotSupported,
	segmentNotFound,
} from "../service/serviceRefusals.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";
import { namesElsewhere } from "./namesElsewhere.ts";
import { answer } from "./operation.ts";
import { setActions, unboundFunctions } from "./operations.ts";
import { parameterValues } from "./parameterValues.ts";

/**
 * Calls the function or action that the path names: unbound as its first segment, bound as its last. What the schema
 * documents and the sandbox does not do says so; what nobody knows is refused as a segment that is not there.
 */
export function callOperation(context: RequestContext): ServiceResponse {
	const { segments } = context.uri.path;
	const last = segments.at(-1);
	if (last?.kind === "qualifiedName" && segments.length > 1) return callBound(context, segments, last.name);
	return callUnbound(context, segments);
}

/** A function that stands by itself. All of the sandbox's are called by GET; what they answer cannot be queried further. */
function callUnbound(context: RequestContext, segments: readonly PathSegment[]): ServiceResponse {
	const [segment, ...more] = segments;
	if (segment?.kind !== "name") throw segmentNotFound(segment?.kind === "qualifiedName" ? segment.name : "");
	const known = unboundFunctions.find(({ name }) => name === segment.name);
	if (known === undefined) throw unknown(context, segment.name);
	if (context.request.method !== "GET") throw methodNotSupported(context.request.method);
	if (more.length > 0) throw notInSandboxYet("A path behind a function");
	const [option] = context.uri.options.filter(({ kind }) => kind !== "alias" && kind !== "custom");
	if (option !== undefined) throw queryOptionNotSupported(option.written);
	const values = parameterValues(context, known, segment.arguments);
	return answer(context, known.name, known.run(context, values));
}

/** An action of a set: the name in full, behind the set alone and not behind one of its records. */
function callBound(context: RequestContext, segments: readonly PathSegment[], qualifiedName: string): ServiceResponse {
	const [set] = segments;
	const table = set?.kind === "name" ? context.schema.tableBySet(set.name) : undefined;
	if (set?.kind !== "name" || table === undefined) throw segmentNotFound(set?.kind === "name" ? set.name : "");
	const name = qualifiedName.replace(/^Microsoft\.Dynamics\.CRM\./, "");
	const action = setActions.find((known) => known.name === name);
	const isOnSet = segments.length === 2 && set.arguments === undefined && name !== qualifiedName;
	if (action === undefined || !isOnSet || !isOffered(table, name)) throw unknownBound(table, name, qualifiedName);
	if (context.request.method !== "POST") throw methodNotSupported(context.request.method);
	return action.run(context, table);
}

/** Where the messages of a table are documented, it has no others; where they are not, nothing speaks against it. */
function isOffered({ table }: SandboxTable, name: string): boolean {
	return table.messages === undefined || messagesOf(table).some((known) => known.name === name);
}

/** What the page of the table lists is a real message that is missing here; everything else does not exist. */
function unknownBound({ table }: SandboxTable, name: string, qualifiedName: string): Error {
	const isSetAction = setActions.some((known) => known.name === name);
	if (!isSetAction && messagesOf(table).some((known) => known.name === name)) return notInSandboxYet(named(name));
	return segmentNotFound(qualifiedName);
}

/** The same for a name that stands alone: messages of any table, and names that belong to none. */
function unknown({ schema }: RequestContext, name: string): Error {
	const isMessage = schema.catalog.entries().some((entry) => entry.kind === "message" && entry.name === name);
	return isMessage || namesElsewhere.has(name) ? notInSandboxYet(named(name)) : segmentNotFound(name);
}

function messagesOf({
	messages = [],
	events = [],
}: {
	readonly messages?: readonly Message[];
	readonly events?: readonly Message[];
}): readonly Message[] {
	return [...messages, ...events];
}

const named = (name: string): string => `The operation ${name}`;
