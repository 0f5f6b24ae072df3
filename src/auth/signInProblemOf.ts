import { ownValue } from "../core/base/ownValue.ts";
import type { SignInProblem, SignInProblemCode } from "../core/client/signInProblem.ts";
import { isGuid, numberIn, type ServerRefusal } from "./serverRefusal.ts";
import { codeOfNumber } from "./serverNumbers.ts";

/** A problem, and what only the flows need to know about it. */
export interface FlowProblem {
	readonly problem: SignInProblem;
	/** A person may solve it by signing in interactively. */
	readonly needsPerson: boolean;
	/** What the interactive sign-in must then ask for besides. */
	readonly claims?: string;
}

/** Thrown inside a flow, through MSAL, where we know ourselves what is wrong. */
export class FlowStop extends Error {
	readonly problem: SignInProblem;

	constructor(problem: SignInProblem) {
		super(problem.code);
		this.problem = problem;
	}
}

/** What was seen beside the error itself, most of which MSAL drops. */
export interface Seen {
	/** Why a request got no answer. */
	readonly problem?: SignInProblem | undefined;
	readonly refusal?: ServerRefusal | undefined;
	/** How the application proves itself: says which of them "invalid_client" means. */
	readonly credential?: "secret" | "certificate";
}

/** https://www.rfc-editor.org/rfc/rfc6749#section-5.2, https://www.rfc-editor.org/rfc/rfc8628#section-3.5, OpenID Connect Core 3.1.2.6 */
const byError: Readonly<Record<string, SignInProblemCode>> = {
	access_denied: "cancelled",
	authorization_declined: "cancelled",
	consent_required: "consentMissing",
	interaction_required: "signInNeeded",
	login_required: "signInNeeded",
	invalid_grant: "signInNeeded",
	bad_token: "signInNeeded",
	unauthorized_client: "wrongClient",
	unsupported_grant_type: "wrongClient",
	invalid_tenant: "wrongTenant",
	invalid_resource: "wrongTenant",
	expired_token: "timedOut",
	code_expired: "timedOut",
	temporarily_unavailable: "unavailable",
	server_error: "unavailable",
	slow_down: "unavailable",
};

/** Codes of MSAL itself, and of Node where MSAL lets its errors through. */
const byLibrary: Readonly<Record<string, SignInProblemCode>> = {
	user_canceled: "cancelled",
	device_code_polling_cancelled: "cancelled",
	device_code_expired: "timedOut",
	user_timeout_reached: "timedOut",
	no_tokens_found: "signInNeeded",
	no_account_found: "signInNeeded",
	no_account_in_silent_request: "signInNeeded",
	refresh_token_expired: "signInNeeded",
	token_refresh_required: "signInNeeded",
	untrusted_authority: "unknownAuthority",
	issuer_validation_failed: "unknownAuthority",
	missing_tenant_id_error: "wrongTenant",
	loopback_server_timeout: "portTaken",
	invalid_loopback_server_address_type: "portTaken",
	EADDRINUSE: "portTaken",
	EACCES: "portTaken",
	EADDRNOTAVAIL: "portTaken",
	EPERM: "portTaken",
};

/** What an error of a flow means for a person. No text of the error or of an answer gets into it, save codes. */
export function signInProblemOf(error: unknown, seen: Seen): FlowProblem {
	if (error instanceof FlowStop) return { problem: error.problem, needsPerson: false };
	if (seen.problem !== undefined) return { problem: seen.problem, needsPerson: false };
	const refusal = seen.refusal ?? refusalOf(error);
	if (refusal !== undefined) return ofRefusal(refusal, seen.credential);
	const { code } = partsOf(error);
	const known = ownValue(byLibrary, code);
	const serviceCode = /^[\w.-]{1,60}$/.test(code) && known === undefined ? { serviceCode: code } : {};
	return { problem: { code: known ?? "unknown", ...serviceCode }, needsPerson: known === "signInNeeded" };
}

function ofRefusal(refusal: ServerRefusal, credential: Seen["credential"]): FlowProblem {
	const { error, number, correlationId, claims, status } = refusal;
	const code = codeOfRefusal(refusal, credential);
	const serviceCode = number === undefined ? error : `AADSTS${number}`;
	const isPersonal = code === "signInNeeded" || code === "conditionalAccess" || code === "consentMissing";
	return {
		problem: {
			code: code ?? (status >= 500 || status === 429 ? "unavailable" : "unknown"),
			...(serviceCode !== "" && { serviceCode }),
			...(correlationId !== undefined && { correlationId }),
		},
		needsPerson: isPersonal && credential === undefined,
		...(claims !== undefined && { claims }),
	};
}

function codeOfRefusal(
	{ error, number, subError }: ServerRefusal,
	credential: Seen["credential"],
): SignInProblemCode | undefined {
	const byNumber = number === undefined ? undefined : codeOfNumber(number);
	if (byNumber !== undefined) return byNumber;
	if (subError === "consent_required") return "consentMissing";
	if (error === "invalid_client") {
		if (credential === "secret") return "wrongSecret";
		return credential === "certificate" ? "wrongCertificate" : "wrongClient";
	}
	return ownValue(byError, error);
}

/** The service's answer as MSAL gives it: in the browser's answer to the loopback, which does not go over our network. */
function refusalOf(error: unknown): ServerRefusal | undefined {
	const { code, name, text, subError, correlationId } = partsOf(error);
	const number = numberIn(text);
	if (number === undefined && !(name === "ServerError" || Object.hasOwn(byError, code))) return undefined;
	return {
		error: /^[\w.-]{1,60}$/.test(code) ? code : "",
		status: 400,
		...(number !== undefined && { number }),
		...(subError !== "" && { subError }),
		...(isGuid(correlationId) && { correlationId }),
	};
}

function partsOf(error: unknown) {
	const fields: Readonly<Record<string, unknown>> = typeof error === "object" && error !== null ? { ...error } : {};
	const text = (name: string): string => (typeof fields[name] === "string" ? fields[name] : "");
	return {
		code: text("errorCode") || text("code"),
		name: text("name"),
		text: text("errorMessage"),
		subError: text("subError"),
		correlationId: text("correlationId"),
	};
}
