import type { RequestContext } from "../service/requestContext.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";

/** PUT of a property sets it; PUT of a navigation property's `$ref` associates. */
export function put(context: RequestContext): ServiceResponse {
	throw new Error(`not built yet: put ${context.request.url}`);
}
