import * as words from "../../words/sandboxWrite.ts";
import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { ServiceRequest } from "../service/serviceRequest.ts";
import { parseJson } from "../values/parseJson.ts";
import type { Payload } from "./payload.ts";
import { scanJson } from "./scanJson.ts";
import { badPayload } from "./writeRefusals.ts";

/** As OData's reader has it by default. */
const deepest = 100;

/**
 * The JSON object that a write sends. Refused where it is none, where a name stands twice in one object, or where
 * values are nested too deep. (The media type is checked before a handler runs.)
 */
export function readBody(request: ServiceRequest, table: SandboxTable): Payload {
	const refuse = (reason: Parameters<typeof badPayload>[2]): never => {
		throw badPayload(request, table, reason);
	};
	const text = decode(request.body);
	if (text === undefined) return refuse(words.invalidJson("The text is not UTF-8."));
	if (text.trim() === "") return refuse(words.emptyBody());
	const value = parse(text);
	if (value instanceof SyntaxError) return refuse(words.invalidJson(value.message));
	if (!isObject(value)) return refuse(words.unexpectedNode(nodeOf(value), "StartObject"));
	const { repeated, depth } = scanJson(text);
	if (repeated !== undefined) return refuse(words.repeatedProperty(repeated));
	if (depth > deepest) return refuse(words.nestedTooDeep(deepest));
	return value;
}

/** True for a JSON object: no array, no null. */
export function isObject(value: unknown): value is Payload {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** How the service's reader calls what a value begins with. */
export function nodeOf(value: unknown): "StartArray" | "StartObject" | "PrimitiveValue" {
	if (Array.isArray(value)) return "StartArray";
	return isObject(value) ? "StartObject" : "PrimitiveValue";
}

/** A byte order mark is dropped. Undefined where the bytes are no UTF-8. */
function decode(body: Uint8Array | undefined): string | undefined {
	try {
		return body === undefined ? "" : new TextDecoder("utf-8", { fatal: true }).decode(body);
	} catch {
		return undefined;
	}
}

function parse(text: string): unknown {
	try {
		return parseJson(text);
	} catch (error) {
		if (error instanceof SyntaxError) return error;
		throw error;
	}
}
