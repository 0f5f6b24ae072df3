import { gunzipSync, gzipSync } from "node:zlib";
import { createSandboxSchema } from "../schema/createSandboxSchema.ts";
import type { SandboxSchema } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { queryOptionNotSupported } from "../service/serviceRefusals.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";
import { csdlDocument } from "./csdl/csdlDocument.ts";

/** The text is some ten million characters, a thirtieth of that when compressed: kept as long as its schema lives. */
const documents = new WeakMap<SandboxSchema, Uint8Array>();

/** `$metadata`: the CSDL of everything that the sandbox answers. Made at the first request, which reads all tables. */
export function metadataDocument({ schema, uri }: RequestContext): ServiceResponse {
	const [option] = uri.options.filter(({ kind }) => kind !== "alias" && kind !== "custom" && kind !== "format");
	if (option !== undefined) throw queryOptionNotSupported(option.written);
	const known = documents.get(schema);
	if (known !== undefined) return xml(gunzipSync(known));
	// Its own schema: what all tables need would stay in the one of the service for good.
	const text = Buffer.from(csdlDocument(createSandboxSchema(schema.catalog)), "utf8");
	documents.set(schema, gzipSync(text, { level: 1 }));
	return xml(text);
}

function xml(body: Uint8Array): ServiceResponse {
	return { status: 200, headers: new Map([["content-type", "application/xml"]]), body };
}
