import { jsonMediaType, metadataLevel } from "../read/metadataLevel.ts";
import type { RequestContext } from "../service/requestContext.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";
import type { JsonObject } from "./json.ts";

/**
 * An answer of 200 with that body. Where the request wants no metadata, context and types are left out. Full metadata
 * is not made here: who asks for it gets the minimal kind, and the content type says so.
 */
export function jsonAnswer({ request }: RequestContext, body: JsonObject): ServiceResponse {
	const level = metadataLevel(request.headers.get("accept")) === "none" ? "none" : "minimal";
	return {
		status: 200,
		headers: new Map([["content-type", jsonMediaType(level)]]),
		body: JSON.stringify(body, level === "none" ? withoutTypes : undefined),
	};
}

function withoutTypes(name: string, value: unknown): unknown {
	return name === "@odata.context" || name === "@odata.type" ? undefined : value;
}
