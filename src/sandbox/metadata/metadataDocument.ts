import { gunzipSync, gzipSync } from "node:zlib";
import { createSandboxSchema } from "../schema/createSandboxSchema.ts";
import type { SandboxSchema } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { queryOptionNotSupported } from "../service/serviceRefusals.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";
import { csdlDocument } from "./csdl/csdlDocument.ts";

/** Fifteen million characters, a twelfth of that when compressed: so it is kept, as long as its schema lives. */
const documents = new WeakMap<SandboxSchema, Uint8Array>();

/** `$metadata`: the CSDL of everything that the sandbox answers. Made at the first request, which reads all tables. */
export function metadataDocument({ schema, uri }: RequestContext): ServiceResponse {
	const [option] = uri.options.filter(({ kind }) => kind !== "alias" && kind !== "custom");
	if (option !== undefined) throw queryOptionNotSupported(option.written);
	const known = documents.get(schema);
	if (known !== undefined) return xml(gunzipSync(known), known);
	// Its own schema: what all tables need would stay in the one of the service for good.
	const text = Buffer.from(csdlDocument(createSandboxSchema(schema.catalog)), "utf8");
	const gzipped = gzipSync(text, { level: 1 });
	documents.set(schema, gzipped);
	return xml(text, gzipped);
}

function xml(body: Uint8Array, gzipped: Uint8Array): ServiceResponse {
	return { status: 200, headers: new Map([["content-type", "application/xml"]]), body, gzipped };
}
