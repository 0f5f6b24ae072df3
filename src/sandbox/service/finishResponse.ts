import { jsonType } from "./errorResponse.ts";
import type { Preferences } from "./preferences.ts";
import type { ServiceRequest, ServiceResponse } from "./serviceRequest.ts";

/** Adds what every answer of the service carries; what a handler has set stays. */
export function finishResponse(
	response: ServiceResponse,
	request: ServiceRequest,
	preferences: Preferences | undefined,
): ServiceResponse {
	const headers = new Map([["odata-version", "4.0"], ...response.headers]);
	if (response.body !== undefined && !headers.has("content-type")) headers.set("content-type", jsonType);
	const applied =
		preferences === undefined || headers.has("preference-applied") ? "" : appliedTo(response, request, preferences);
	if (applied !== "") headers.set("preference-applied", applied);
	return { ...response, headers };
}

/** The preferences that made a difference to this answer, as RFC 7240 wants them named. */
function appliedTo(
	{ status, body }: ServiceResponse,
	{ method, headers }: ServiceRequest,
	{ maxPageSize, returnRepresentation, annotations }: Preferences,
): string {
	if (status >= 300 || body === undefined) return "";
	const applied: string[] = [];
	if (returnRepresentation && method !== "GET") applied.push("return=representation");
	if (annotations.length > 0 && headers.has("prefer"))
		applied.push(`odata.include-annotations="${annotations.join(",")}"`);
	if (maxPageSize !== undefined && method === "GET") applied.push(`odata.maxpagesize=${maxPageSize}`);
	return applied.join(", ");
}
