import type { Outcome } from "../core/base/outcome.ts";
import type { TokenProvider } from "../core/client/tokenProvider.ts";
import type { Cloud } from "../core/environment/cloud.ts";
import type { EnvironmentAddress } from "../core/environment/readEnvironmentUrl.ts";
import { systemClock } from "../disk/systemClock.ts";
import { cliSignIn, enterCode } from "../words/cliSignIn.ts";
import type { Message } from "../words/message.ts";
import { passingSecrets } from "./passingSecrets.ts";
import type { CommandContext, ParsedArguments } from "./command.ts";

/** Where a command's tokens come from. They are kept in memory only, until the program ends. */
export interface CommandTokens {
	/** The person gave the token itself: there is no other where it is refused. */
	readonly isGiven: boolean;
	ofEnvironment(address: EnvironmentAddress): TokenProvider;
	ofDiscovery(cloud: Cloud): TokenProvider;
	close(): void;
}

/** From standard input, by device code, or from the environment variable; a sentence where there is none. */
export async function openTokens(
	given: ParsedArguments,
	context: CommandContext,
): Promise<Outcome<CommandTokens, Message>> {
	if (given.switches.has("device-code")) return { ok: true, value: await byDeviceCode(given, context) };
	const { readInput, token: fromEnvironment } = context.connection;
	const text = given.switches.has("token-stdin") ? await readInput() : fromEnvironment();
	if (text === undefined || text === "") return { ok: false, problem: cliSignIn.noToken };
	const token = text.trim().replace(/^bearer(?:\s+|$)/i, "");
	// It becomes a header, so nothing else may pass.
	return /^[\x21-\x7e]+$/.test(token)
		? { ok: true, value: ofToken(token) }
		: { ok: false, problem: cliSignIn.notAToken };
}

function ofToken(token: string): CommandTokens {
	const provider: TokenProvider = {
		token: ({ refused }) =>
			Promise.resolve(
				refused === token ? { ok: false, problem: { code: "signInNeeded" } } : { ok: true, value: token },
			),
	};
	return { isGiven: true, ofEnvironment: () => provider, ofDiscovery: () => provider, close: () => undefined };
}

async function byDeviceCode(
	{ values }: ParsedArguments,
	{ terminal, connection }: CommandContext,
): Promise<CommandTokens> {
	const { createAuth } = await import("../auth/createAuth.ts");
	const { clouds, fetch } = connection;
	const auth = createAuth({
		clouds,
		fetch,
		clock: systemClock,
		secrets: passingSecrets(),
		openBrowser: () => Promise.resolve(false),
		showDeviceCode: ({ url, userCode, expiresAt }) => {
			terminal.say(enterCode(url, userCode, Math.round((expiresAt - systemClock.now()) / 60_000)));
		},
		log: () => undefined,
	});
	const [tenant, clientId] = [values.get("tenant"), values.get("client-id")];
	const asked = {
		method: "deviceCode" as const,
		mayAsk: () => true,
		...(tenant !== undefined && { tenant }),
		...(clientId !== undefined && { clientId }),
	};
	return {
		isGiven: false,
		ofEnvironment: ({ url, apiUrl }) =>
			auth.tokens({ ...asked, environmentId: url, origins: apiUrl === undefined ? [url] : [url, apiUrl] }),
		ofDiscovery: (cloud) => auth.discoveryTokens(cloud, asked),
		close: () => {
			auth.dispose();
		},
	};
}
