import type { RequestContext } from "../service/requestContext.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";

/** PATCH of a record updates or creates it, as its conditional headers allow. */
export function patch(context: RequestContext): ServiceResponse {
	throw new Error(`not built yet: patch ${context.request.url}`);
}
