import type { RequestContext } from "../service/requestContext.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";

/** DELETE of a record, of a property's value, or of a link. */
export function remove(context: RequestContext): ServiceResponse {
	throw new Error(`not built yet: remove ${context.request.url}`);
}
