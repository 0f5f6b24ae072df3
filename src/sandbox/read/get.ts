import type { RequestContext } from "../service/requestContext.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";

/** GET on everything that is made of rows: sets, records, properties, `$value`, `$ref`, `$count`, navigation paths. */
export function get(context: RequestContext): ServiceResponse {
	throw new Error(`not built yet: get ${context.request.url}`);
}
