import { authentication, env, EventEmitter, type ExtensionContext, UIKind } from "vscode";
import { later } from "../../host/later.ts";
import type { Log } from "../../host/log.ts";
import type { TokenSource } from "../../host/tokenSource.ts";
import { methodOrder } from "./methodOrder.ts";

/** Sign-in, with the way to forget everyone for Remove All Data. */
export interface RegisteredSignIn extends TokenSource {
	removeData(): Promise<void>;
	dispose(): void;
}

/** Sign-in for whoever sends requests. Its code is loaded with the first question to it. */
export function registerSignIn(context: ExtensionContext, log: Log): RegisteredSignIn {
	const changes = new EventEmitter<void>();
	const changed = () => {
		changes.fire();
	};
	const loaded = later(async () => {
		const { createSignIn } = await import("./createSignIn.ts");
		return createSignIn({ context, log, changed });
	});
	const methods = () =>
		methodOrder({ remoteName: env.remoteName, screen: env.uiKind === UIKind.Web ? "browser" : "desktop" });
	const parts: readonly { dispose(): unknown }[] = [
		changes,
		context.secrets.onDidChange(changed),
		authentication.onDidChangeSessions(({ provider }) => {
			if (provider.id.startsWith("microsoft")) changed();
		}),
	];
	return {
		tokens: (environment, mayAsk) => ({
			token: async (request) => (await loaded.get()).signIn.token(environment, mayAsk, request),
		}),
		methods,
		signIn: async (environment, method) => (await loaded.get()).signIn.signIn(environment, method),
		discover: async (cloud) => (await loaded.get()).discover(cloud, methods()),
		user: async (environment) =>
			environment.signIn === undefined ? undefined : (await loaded.get()).signIn.user(environment),
		signOut: async (environment) => (await loaded.get()).signIn.signOut(environment),
		forget: async (environment, others) => (await loaded.get()).signIn.forget(environment, others),
		onDidChange: changes.event,
		removeData: async () => (await loaded.get()).removeData(),
		dispose: () => {
			loaded.loaded?.dispose();
			for (const part of parts) part.dispose();
		},
	};
}
