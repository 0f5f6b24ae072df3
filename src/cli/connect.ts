import { randomUUID } from "node:crypto";
import type { ClientProblem } from "../core/client/clientProblem.ts";
import { createClient } from "../core/client/createClient.ts";
import type { DataverseClient } from "../core/client/dataverseClient.ts";
import type { SignInProblemCode } from "../core/client/signInProblem.ts";
import type { Progress } from "../core/client/requestOptions.ts";
import type { TokenProvider } from "../core/client/tokenProvider.ts";
import { systemClock } from "../disk/systemClock.ts";
import { cliSignIn, waiting } from "../words/cliSignIn.ts";
import { clientProblemMessage } from "../words/clientProblem.ts";
import { ownRegistration } from "../words/signInProblem.ts";
import type { CommandContext } from "./command.ts";
import type { Terminal } from "./terminal.ts";
import type { CommandTokens } from "./tokens.ts";

/** Where the client id that everybody shares may be what is wrong. */
const ownRegistrationHelps: readonly SignInProblemCode[] = ["consentMissing", "conditionalAccess", "wrongClient"];

/** A client that only reads. The token goes to these origins and nowhere else. */
export function readingClient(
	origins: readonly [app: string, api?: string],
	tokens: TokenProvider,
	{ connection }: CommandContext,
): DataverseClient {
	return createClient({
		origins,
		tokens,
		fetch: connection.fetch,
		clock: systemClock,
		random: Math.random,
		newId: randomUUID,
		writes: { mayWrite: () => false },
		log: { started: () => () => undefined },
		// A person waits at the terminal, and can call it again.
		attempts: 3,
	});
}

/** What each request of a command takes: Ctrl+C ends it, and a person is told why it takes so long. */
export function requestOptions({ terminal, untilStopped }: CommandContext) {
	const abort = new AbortController();
	void untilStopped().then(() => {
		abort.abort();
	});
	return {
		signal: abort.signal,
		onProgress: (progress: Progress) => {
			if (progress.kind === "waiting") terminal.say(waiting(Math.ceil(progress.seconds)));
		},
	};
}

/** Says what went wrong and what to do. Of a token that was given there is no sign-in that could be done again. */
export function sayProblem(problem: ClientProblem, { isGiven }: CommandTokens, terminal: Terminal): void {
	if (isGiven && problem.code === "signIn") {
		terminal.say(cliSignIn.refused);
		return;
	}
	const { sentence, next } = clientProblemMessage(problem);
	terminal.say(sentence);
	if (next !== undefined) terminal.say(next);
	if (problem.code !== "signIn" || !ownRegistrationHelps.includes(problem.problem.code)) return;
	terminal.say(ownRegistration.when);
	terminal.say(ownRegistration.how);
}
