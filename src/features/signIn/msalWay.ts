import type { Auth, SignInTarget } from "../../auth/auth.ts";
import type { TokenProvider } from "../../core/client/tokenProvider.ts";
import type { Environment, SignInSettings } from "../../core/environment/environment.ts";
import type { Entered } from "./entered.ts";

export type MsalSettings = Exclude<SignInSettings, { readonly method: "editor" }>;

/** Both addresses of an environment, the app's first. */
export function originsOf({ url, apiUrl }: Environment): SignInTarget["origins"] {
	return apiUrl === undefined ? [url] : [url, apiUrl];
}

/** Sign-in through `src/auth`: people by browser or code, applications by secret or certificate. */
export class MsalWay {
	readonly #auth: Auth;

	constructor(auth: Auth) {
		this.#auth = auth;
	}

	tokens(environment: Environment, settings: MsalSettings, mayAsk: boolean): TokenProvider {
		return this.#auth.tokens(targetOf(environment, settings, mayAsk));
	}

	async enter(environment: Environment, settings: MsalSettings, signal: AbortSignal): Promise<Entered> {
		const entered = await this.#auth.signIn(targetOf(environment, settings, true), signal);
		if (!entered.ok) return entered;
		const { id, name } = entered.value;
		return {
			ok: true,
			value: { user: name, settings: isPersonal(settings) ? { ...settings, account: id } : settings },
		};
	}

	async user(environment: Environment, settings: MsalSettings): Promise<string | undefined> {
		return (await this.#auth.accountOf(targetOf(environment, settings, false)))?.name;
	}

	async leave({ id }: Environment, settings: MsalSettings): Promise<void> {
		if (!isPersonal(settings)) await this.#auth.storeSecret(id, undefined);
		else if (settings.account !== undefined) await this.#auth.signOut(settings.account);
	}
}

type PersonalSettings = Extract<MsalSettings, { readonly method: "interactive" | "deviceCode" }>;

export function isPersonal(settings: MsalSettings): settings is PersonalSettings {
	return settings.method === "interactive" || settings.method === "deviceCode";
}

function targetOf(environment: Environment, settings: MsalSettings, ask: boolean): SignInTarget {
	const { tenant } = environment;
	const account = isPersonal(settings) ? settings.account : undefined;
	return {
		environmentId: environment.id,
		origins: originsOf(environment),
		method: settings.method,
		mayAsk: () => ask,
		...(tenant !== undefined && { tenant }),
		...(settings.clientId !== undefined && { clientId: settings.clientId }),
		...(account !== undefined && { account }),
	};
}
