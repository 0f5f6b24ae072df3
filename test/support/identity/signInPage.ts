import type Provider from "oidc-provider";
import { readAll } from "./listenTls.ts";
import type { AuthorityState } from "./authorityState.ts";
import { entraDescription } from "./entraErrors.ts";
import { loginPage } from "./pages.ts";
import { userOf } from "./provider.ts";
import type { TestUser } from "./registrations.ts";
import { scopesOf } from "./scopes.ts";

/** Serves the one page on which a person signs in and consents, for the browser and for codes of other devices alike. */
export function serveSignInPage(provider: Provider, state: AuthorityState): void {
	provider.use(async (context, next) => {
		if (!context.path.startsWith("/interaction/")) {
			await next();
			return;
		}
		const { req, res } = context;
		const action = `/${state.tenant}${context.path}`;
		const interaction = await provider.interactionDetails(req, res);
		if (context.method !== "POST") {
			context.body = loginPage(action);
			return;
		}
		const form = new URLSearchParams((await readAll(req)).toString("utf8"));
		const user = userOf(state, ({ userName }) => userName === form.get("username"));
		const cancelled = form.get("action") === "cancel";
		if (!cancelled && user?.password !== form.get("password")) {
			context.body = loginPage(action, "User or password is wrong.");
			return;
		}
		const result =
			user === undefined || cancelled
				? refusal({ error: "access_denied", code: 65004, text: "The user has cancelled" })
				: user.refusal !== undefined
					? refusal(user.refusal)
					: await signedIn(provider, user, interaction.params);
		context.respond = false;
		await provider.interactionFinished(req, res, result, { mergeWithLastSubmission: false });
	});
}

function refusal(refused: NonNullable<TestUser["refusal"]>): Record<string, unknown> {
	return { error: refused.error, error_description: entraDescription(refused) };
}

/** The user has signed in, has chosen the account and has consented to everything. */
async function signedIn(
	provider: Provider,
	{ id }: TestUser,
	{ client_id: clientId, resource, scope }: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
	const grant = new provider.Grant({ accountId: id, clientId: String(clientId) });
	grant.addOIDCScope(String(scope));
	const resources = (Array.isArray(resource) ? resource : [resource]).filter((one) => typeof one === "string");
	for (const one of resources) grant.addResourceScope(one, scopesOf(one).join(" "));
	return { login: { accountId: id }, select_account: {}, consent: { grantId: await grant.save() } };
}
