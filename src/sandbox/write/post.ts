import type { RequestContext } from "../service/requestContext.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";

/** POST to a set creates; POST to a collection's `$ref` associates. */
export function post(context: RequestContext): ServiceResponse {
	throw new Error(`not built yet: post ${context.request.url}`);
}
