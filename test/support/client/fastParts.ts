import { randomUUID } from "node:crypto";
import type { ClientParts } from "../../../src/core/client/clientParts.ts";
import { fastClock } from "./fastClock.ts";

/** What a client of one origin is made of: the platform's own fetch, a token, no lock, and time that runs faster. */
export function fastParts(origin: string, token: string): ClientParts {
	return {
		origins: [origin],
		fetch,
		tokens: { token: () => Promise.resolve({ ok: true, value: token }) },
		clock: fastClock(),
		// Twenty seconds of real time: no busy machine is mistaken for a service that does not answer.
		timeout: 2_000_000,
		random: Math.random,
		newId: randomUUID,
		writes: { mayWrite: () => true },
		log: { started: () => () => undefined },
	};
}
