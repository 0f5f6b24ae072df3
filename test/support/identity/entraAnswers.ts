import type Provider from "oidc-provider";
import type { KoaContextWithOIDC } from "oidc-provider";
import type { AuthorityState } from "./authorityState.ts";
import { entraBody, type EntraError, entraError } from "./entraErrors.ts";
import { deviceCodePath, shortDevicePath, tokenPath } from "./provider.ts";

interface Answer {
	readonly error?: string;
	readonly error_description?: string;
	readonly access_token?: string;
	readonly id_token?: string;
	readonly refresh_token?: string;
	readonly device_code?: string;
	readonly user_code?: string;
	readonly verification_uri?: string;
}

/** Gives the answers of token and device code endpoint the form in which Entra gives them, which MSAL reads. */
export function answerAsEntra(provider: Provider, state: AuthorityState): void {
	const details = new WeakMap<object, string>();
	const remember = (context: KoaContextWithOIDC, error: { readonly error_detail?: string | undefined }): void => {
		details.set(context.req, error.error_detail ?? "");
	};
	provider.on("authorization.success", (_context, answer) => {
		if (typeof answer?.code === "string") state.issued.add(answer.code);
	});
	provider.on("grant.error", remember);
	provider.on("device_authorization.error", remember);
	provider.use(async (context, next) => {
		if (context.method !== "POST" || (context.path !== tokenPath && context.path !== deviceCodePath)) {
			await next();
			return;
		}
		const refusal = context.path === tokenPath ? state.refusals.shift() : undefined;
		if (refusal !== undefined) {
			refuse(context, refusal);
			return;
		}
		await next();
		dress(context as unknown as KoaContextWithOIDC, state, details.get(context.req));
	});
}

function dress(context: KoaContextWithOIDC, state: AuthorityState, detail = ""): void {
	const answer = context.body as Answer;
	const sent = (context.oidc as KoaContextWithOIDC["oidc"] | undefined)?.body ?? {};
	if (context.path === tokenPath) state.grants.push(String(sent.grant_type));
	for (const proof of [sent.client_assertion, sent.code_verifier]) {
		if (typeof proof === "string") state.issued.add(proof);
	}
	if (answer.error !== undefined) {
		const known = entraError(`${answer.error} ${detail} ${answer.error_description ?? ""}`);
		const other = { error: answer.error, code: 9002313, text: `${answer.error_description ?? ""} ${detail}` };
		refuse(context, known ?? other);
		return;
	}
	for (const secret of [answer.access_token, answer.id_token, answer.refresh_token, answer.device_code]) {
		if (secret !== undefined) state.issued.add(secret);
	}
	if (answer.device_code !== undefined) {
		const page = new URL(shortDevicePath, answer.verification_uri).href;
		const message = `Open ${page} and enter the code ${answer.user_code ?? ""}.`;
		context.body = { ...answer, verification_uri: page, interval: state.pollInterval, message };
	} else if (answer.id_token !== undefined) {
		context.body = { ...answer, client_info: clientInfo(answer.id_token), ext_expires_in: 3600 };
	}
}

function refuse(context: Pick<KoaContextWithOIDC, "status" | "body" | "query">, error: EntraError): void {
	context.status = error.status ?? 400;
	context.body = entraBody(error, String(context.query["client-request-id"] ?? ""));
}

/** Who the tokens are of, in the form from which MSAL makes the id of the account. */
function clientInfo(idToken: string): string {
	const claims = JSON.parse(Buffer.from(idToken.split(".")[1] ?? "", "base64url").toString("utf8")) as {
		readonly oid: string;
		readonly tid: string;
	};
	return Buffer.from(JSON.stringify({ uid: claims.oid, utid: claims.tid })).toString("base64url");
}
