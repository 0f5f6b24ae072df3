import type { RequestContext } from "../service/requestContext.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";

/** `$metadata`: the CSDL of everything that the sandbox answers. */
export function metadataDocument(context: RequestContext): ServiceResponse {
	throw new Error(`not built yet: ${context.request.url}`);
}
