/**
 * For a test: signs in with a secret over the platform's own `fetch`, in a process of its own, because Node reads the
 * certificates that it is to trust besides its own only when it starts. Prints "signed in" or the problem's code. What it
 * needs stands as JSON in DVW_SIGN_IN.
 */
import { createAuth } from "../../../src/auth/createAuth.ts";
import type { Cloud } from "../../../src/core/environment/cloud.ts";
import { systemClock } from "../../../src/disk/systemClock.ts";
import { MemorySecrets } from "./memorySecrets.ts";

export interface SignInOnce {
	readonly cloud: Cloud;
	readonly environmentUrl: string;
	readonly clientId: string;
	readonly secret: string;
}

const { cloud, environmentUrl, clientId, secret } = JSON.parse(process.env.DVW_SIGN_IN ?? "") as SignInOnce;
const auth = createAuth({
	secrets: new MemorySecrets(),
	clouds: [cloud],
	openBrowser: () => Promise.resolve(false),
	showDeviceCode: () => undefined,
	log: () => undefined,
	fetch: globalThis.fetch,
	clock: systemClock,
});
await auth.storeSecret("one", secret);
const outcome = await auth.signIn(
	{ environmentId: "one", origins: [environmentUrl], method: "clientSecret", clientId, mayAsk: () => false },
	new AbortController().signal,
);
console.log(outcome.ok ? "signed in" : outcome.problem.code);
