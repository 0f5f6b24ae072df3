import type { RequestContext } from "./requestContext.ts";
import type { ServiceResponse } from "./serviceRequest.ts";

/** Answers one request, or throws a `Refusal`. Writes are atomic by themselves. */
export type Handler = (context: RequestContext) => ServiceResponse;
