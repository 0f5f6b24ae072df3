import type { RequestContext } from "../service/requestContext.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";

/** GET on the definitions of tables, columns, choices, relationships and keys. */
export function definitions(context: RequestContext): ServiceResponse {
	throw new Error(`not built yet: ${context.request.url}`);
}
