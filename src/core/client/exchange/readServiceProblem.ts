import { ownValue } from "../../base/ownValue.ts";
import type { ServiceProblem } from "../clientProblem.ts";
import { missingRight } from "./missingRight.ts";

/** What the service said, as far as it is known without knowing the request. */
export type ServiceRefusal = Omit<ServiceProblem, "attempts">;

interface ErrorBody {
	readonly code?: unknown;
	readonly message?: unknown;
	readonly [name: string]: unknown;
}

/**
 * Reads an answer that is a refusal: the OData error of the service, or whatever stood in its way (the page of a proxy).
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/compose-http-requests-handle-errors
 *
 * @param seconds that a `Retry-After` asked for.
 */
export function readServiceProblem(status: number, text: string, seconds?: number): ServiceRefusal {
	const error = errorOf(text);
	const message = error === undefined ? plainText(text) : stringOf(error.message);
	const serviceCode = codeOf(error);
	const innerDetail = error === undefined ? undefined : innerDetailOf(error, message);
	const kind = ownValue(preconditions, serviceCode?.toLowerCase());
	// Of a duplicate rule the documentation shows a 500: .../webapi/manage-duplicate-detection-create-update
	const precondition = status === 412 || (status === 500 && kind === "duplicate") ? kind : undefined;
	const missing = status === 403 ? missingRight(message) : undefined;
	return {
		code: "service",
		status,
		message,
		...(serviceCode !== undefined && { serviceCode }),
		...(innerDetail !== undefined && { innerDetail }),
		...(precondition !== undefined && { precondition }),
		...(missing !== undefined && { missing }),
		...(seconds !== undefined && { retryAfter: seconds }),
	};
}

/** Whether the service itself speaks, and not something between. */
export function isServiceError(text: string): boolean {
	return codeOf(errorOf(text)) !== undefined;
}

/** ConcurrencyVersionMismatch; DuplicateRecord and the violation of an alternate key; DuplicateRecordsFound. */
const preconditions: Readonly<Record<string, NonNullable<ServiceProblem["precondition"]>>> = {
	"0x80060882": "version",
	"0x80040237": "exists",
	"0x80060892": "exists",
	"0x80040333": "duplicate",
};

/** Undefined where the text is no OData error. Older parts of the service write `Message` and its like as well. */
function errorOf(text: string): ErrorBody | undefined {
	if (!text.trimStart().startsWith("{")) return undefined;
	try {
		const body = JSON.parse(text) as { readonly error?: unknown; readonly Message?: unknown };
		if (isObject(body.error)) return body.error;
		return typeof body.Message === "string" ? { message: body.Message } : undefined;
	} catch {
		return undefined;
	}
}

/** Empty codes and zeros say nothing. */
function codeOf(error: ErrorBody | undefined): string | undefined {
	const code = stringOf(error?.code).trim();
	return code === "" || /^0x0*$/i.test(code) || code === "0" ? undefined : code;
}

const annotation = "@Microsoft.PowerApps.CDS.";
/** In the order in which a person wants them, with how each is called. */
const details = [
	["InnerError.Message", "Inner error"],
	["ErrorDetails.OperationStatus", "Operation status"],
	["ErrorDetails.SubErrorCode", "Sub-error"],
	["TraceText", "Trace"],
	["HelpLink", "Help"],
] as const;

function innerDetailOf(error: ErrorBody, message: string): string | undefined {
	const inner = isObject(error.innererror) ? stringOf(error.innererror.message) : "";
	const lines = details.flatMap(([name, label]) => {
		const value = stringOf(error[annotation + name]).trim();
		return value === "" || value === message ? [] : [`${label}: ${value}`];
	});
	if (inner !== "" && inner !== message) lines.unshift(inner);
	return lines.length === 0 ? undefined : lines.join("\n");
}

/** Characters of a page that are looked at: to look for the end of each thing in it takes the square of its length. */
const mostRead = 10_000;

/** The words of a page that is no JSON, short enough for a message. */
function plainText(whole: string): string {
	const text = whole.slice(0, mostRead);
	const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1];
	const words = title ?? text.replace(/<(?:script|style)[\s\S]*?<\/(?:script|style)>|<[^>]*>/gi, " ");
	return words.replace(/\s+/g, " ").trim().slice(0, 300);
}

function stringOf(value: unknown): string {
	return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

function isObject(value: unknown): value is ErrorBody {
	return typeof value === "object" && value !== null;
}
