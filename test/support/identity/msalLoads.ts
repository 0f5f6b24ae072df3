/** For a test: prints whether MSAL is loaded after questions that the store can answer, and after the first token. */
import { registerHooks } from "node:module";

let isLoaded = false;
registerHooks({
	resolve: (specifier, context, next) => {
		const resolved = next(specifier, context);
		isLoaded ||= resolved.url.includes("/@azure/msal-node/");
		return resolved;
	},
});

const { createAuth } = await import("../../../src/auth/createAuth.ts");
const { clouds } = await import("../../../src/core/environment/clouds.ts");
const { passingSecrets } = await import("../../../src/cli/passingSecrets.ts");
const { systemClock } = await import("../../../src/disk/systemClock.ts");

const environment = "https://contoso.crm4.dynamics.com";
const challenge = `Bearer authorization_uri=https://login.microsoftonline.com/contoso.test/oauth2/authorize, resource_id=${environment}/`;
const auth = createAuth({
	clouds,
	clock: systemClock,
	secrets: passingSecrets(),
	fetch: (url) =>
		url.startsWith(environment)
			? Promise.resolve(new Response("", { status: 401, headers: { "www-authenticate": challenge } }))
			: Promise.reject(new Error("offline")),
	openBrowser: () => Promise.resolve(false),
	showDeviceCode: () => undefined,
	log: () => undefined,
});
const target = { environmentId: "1", method: "clientSecret", clientId: "2", origins: [environment] } as const;
const { signal } = new AbortController();
await auth.accounts();
await auth.storeSecret("1", "a secret");
await auth.accountOf(target);
const nobody = await auth
	.tokens({ ...target, method: "interactive", mayAsk: () => false })
	.token({ origin: environment, signal });
console.log(`before: ${isLoaded}, ${nobody.ok ? "" : nobody.problem.code}`);
await auth.tokens({ ...target, mayAsk: () => false }).token({ origin: environment, signal });
console.log(`after: ${isLoaded}`);
auth.dispose();
