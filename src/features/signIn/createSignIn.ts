import type { ExtensionContext } from "vscode";
import { createAuth } from "../../auth/createAuth.ts";
import { askEnvironment } from "../../auth/tokenPlace.ts";
import type { Cloud } from "../../core/environment/cloud.ts";
import { cloudOf } from "../../core/environment/cloudOf.ts";
import type { Environment, SignInMethod } from "../../core/environment/environment.ts";
import { systemClock } from "../../disk/systemClock.ts";
import { editorFetch } from "../../host/editorFetch.ts";
import type { Log } from "../../host/log.ts";
import { say } from "../../host/say.ts";
import { readSetting } from "../../host/settings.ts";
import { StoredState } from "../../host/storedState.ts";
import type { DiscoveryTokens } from "../../host/tokenSource.ts";
import { trustedClouds } from "../../host/trustedClouds.ts";
import { signInPromptWords } from "../../words/signInPrompts.ts";
import { askCertificate, askClientId, askSecret } from "./askApplication.ts";
import { showDeviceCode } from "./deviceCodePrompt.ts";
import { discoveryTokens, type PersonalMethod } from "./discovery.ts";
import { EditorAccounts } from "./editorAccount.ts";
import { type FindAuthority, EditorWay, storedLeft } from "./editorWay.ts";
import { originsOf } from "./msalWay.ts";
import { openInBrowser } from "./openInBrowser.ts";
import { pickPerson } from "./pickPerson.ts";
import { Prompts } from "./prompts.ts";
import { secretStoreOf } from "./secretStorage.ts";
import { editorSessions } from "./sessionSource.ts";
import { SignIn } from "./signIn.ts";
import { withSignInProgress } from "./signInProgress.ts";

/** Sign-in once its code is loaded. */
export interface LoadedSignIn {
	readonly signIn: SignIn;
	discover(cloud: Cloud, methods: readonly SignInMethod[]): Promise<DiscoveryTokens | undefined>;
	/** Forgets everyone, for Remove All Data. */
	removeData(): Promise<void>;
	dispose(): void;
}

interface Parts {
	readonly context: Pick<ExtensionContext, "secrets" | "globalState">;
	readonly log: Log;
	readonly changed: () => void;
}

/** An entry of its own: loaded with the first token or question about who is signed in. MSAL comes later still. */
export function createSignIn({ context, log, changed }: Parts): LoadedSignIn {
	const left = new StoredState(context.globalState, storedLeft);
	const accounts = new EditorAccounts(editorSessions);
	const prompts = new Prompts(withSignInProgress, say(signInPromptWords.otherFirst));
	const auth = createAuth({
		secrets: secretStoreOf(context.secrets),
		clouds: trustedClouds,
		openBrowser: async (url) => {
			prompts.current?.report(say(signInPromptWords.browserWaits));
			return openInBrowser(url);
		},
		showDeviceCode: (code, done) => {
			const report = (text: string) => prompts.current?.report(text);
			showDeviceCode(code, done, { clock: systemClock, report, openPage: openInBrowser });
		},
		log: (text) => {
			log.info(text);
		},
		remember: (secret) => {
			log.remember(secret);
		},
		fetch: editorFetch,
		clock: systemClock,
	});
	const questions = { clientId: askClientId, secret: askSecret, certificate: askCertificate, ownClientId };
	const signIn = new SignIn({
		auth,
		editor: new EditorWay(accounts, authorityFinder(), likelyAuthority, left),
		questions,
		prompts,
		changed,
	});
	return {
		signIn,
		discover: async (cloud, methods) => {
			const person = await pickPerson(await auth.accounts(), methods.filter(isPersonalMethod));
			return person && discoveryTokens(cloud, person, { prompts, auth, accounts, ownClientId: ownClientId() });
		},
		removeData: async () => {
			await auth.removeAll();
			await left.remove();
			changed();
		},
		dispose: () => {
			auth.dispose();
		},
	};
}

function ownClientId(): string | undefined {
	const set = readSetting("signIn.clientId").trim();
	return set === "" ? undefined : set;
}

function isPersonalMethod(method: SignInMethod): method is PersonalMethod {
	return method === "interactive" || method === "deviceCode" || method === "editor";
}

/** Who signs people in to the cloud that the address belongs to; the commercial one's where it tells none. */
function likelyAuthority({ url }: Environment): string {
	return (cloudOf(url, trustedClouds) ?? trustedClouds[0])?.authorities[0] ?? "";
}

/** Asks each environment once where its users sign in. */
function authorityFinder(): FindAuthority {
	const known = new Map<string, Awaited<ReturnType<FindAuthority>>>();
	const parts = { fetch: editorFetch, clock: systemClock, clouds: trustedClouds };
	return async (environment, signal) => {
		const key = JSON.stringify([environment.url, environment.tenant]);
		const before = known.get(key);
		if (before !== undefined) return before;
		const { tenant } = environment;
		const found = await askEnvironment(parts, { origins: originsOf(environment), ...(tenant && { tenant }) }, signal);
		if (found.ok) known.set(key, found);
		return found;
	};
}
