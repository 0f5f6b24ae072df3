import type { Preferences } from "./preferences.ts";
import type { Refusal } from "./refusal.ts";
import type { ServiceResponse } from "./serviceRequest.ts";
import { wantsAnnotation } from "./wantsAnnotation.ts";

export const jsonType = "application/json; odata.metadata=minimal";

/** The OData error of a refusal. Details come only where the request asked for their annotations. */
export function errorResponse(
	refusal: Refusal,
	preferences: Preferences | undefined,
	requestId: string,
): ServiceResponse {
	const { status, code, message, headers } = refusal;
	const details = preferences === undefined ? {} : errorDetails(refusal, preferences);
	return {
		status,
		headers: new Map([
			["odata-version", "4.0"],
			["content-type", jsonType],
			["req_id", requestId],
			...Object.entries(headers),
		]),
		body: JSON.stringify({ error: { code, message, ...details } }),
	};
}

/**
 * What the service adds on request; status and sub-code of an operation are those of plug-ins, which the sandbox has not.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/compose-http-requests-handle-errors
 */
function errorDetails({ code, message }: Refusal, { annotations }: Preferences): Readonly<Record<string, string>> {
	const all: Readonly<Record<string, string>> = {
		...(code !== "" && { "Microsoft.PowerApps.CDS.HelpLink": helpLink(code) }),
		"Microsoft.PowerApps.CDS.TraceText": "",
		"Microsoft.PowerApps.CDS.InnerError.Message": message,
	};
	return Object.fromEntries(
		Object.entries(all)
			.filter(([term]) => wantsAnnotation(annotations, term))
			.map(([term, value]) => [`@${term}`, value]),
	);
}

function helpLink(code: string): string {
	const error = `Microsoft.Crm.CrmException%3a${code.replace(/^0x/, "")}`;
	return `http://go.microsoft.com/fwlink/?LinkID=398563&error=${error}&client=platform`;
}
