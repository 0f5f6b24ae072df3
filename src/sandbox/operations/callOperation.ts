import type { RequestContext } from "../service/requestContext.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";

/**
 * Calls the function or action that the path names: unbound as its first segment, bound as its last. What is neither a
 * known operation nor a known entity set is refused as a segment that is not there.
 */
export function callOperation(context: RequestContext): ServiceResponse {
	throw new Error(`not built yet: ${context.request.url}`);
}
