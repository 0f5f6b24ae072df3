/** The client over a sandbox in memory: every request is really answered, and nothing is waited for. */
import { createClient } from "../../../src/core/client/createClient.ts";
import type { ClientParts } from "../../../src/core/client/clientParts.ts";
import type { DataverseClient } from "../../../src/core/client/dataverseClient.ts";
import type { Fetch } from "../../../src/core/client/fetch.ts";
import { RequestJournal } from "../../../src/core/client/requestJournal.ts";
import { virtualClock } from "../client/virtualClock.ts";
import type { SandboxInMemory } from "../sandbox/sandboxInMemory.ts";

export const officeUrl = "http://localhost";

export interface OfficeClient {
	readonly client: DataverseClient;
	readonly journal: RequestJournal;
	/** What the network does with the next requests, each time it is asked; nothing when undefined. */
	fault: ((url: string, method: string) => "lose" | "loseAnswer" | "silence" | undefined) | undefined;
}

export function officeClient(sandbox: SandboxInMemory, parts: Partial<ClientParts> = {}): OfficeClient {
	const journal = new RequestJournal();
	let ids = 0;
	const office: OfficeClient = {
		journal,
		fault: undefined,
		client: createClient({
			origins: [officeUrl],
			fetch: (url, init) => answered(sandbox, office, url, init),
			tokens: { token: () => Promise.resolve({ ok: true, value: "token" }) },
			clock: virtualClock(),
			random: () => 0.5,
			newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, "0")}`,
			writes: { mayWrite: () => true },
			log: journal.logFor("Office"),
			...parts,
		}),
	};
	return office;
}

const answered = async (
	sandbox: SandboxInMemory,
	office: OfficeClient,
	url: string,
	{ method, headers, body, signal }: Parameters<Fetch>[1],
): ReturnType<Fetch> => {
	await Promise.resolve();
	if (signal.aborted) throw new Error("aborted");
	const fault = office.fault?.(url, method);
	if (fault === "lose") throw reset();
	if (fault === "silence") return await untilAborted(signal);
	const { pathname, search } = new URL(url);
	const answer = sandbox.answer(method, pathname + search, { headers, ...(body !== undefined && { body }) });
	if (fault === "loseAnswer") throw reset();
	return {
		status: answer.status,
		headers: new Headers([...answer.headers]),
		text: () => Promise.resolve(answer.text),
	};
};

async function untilAborted(signal: AbortSignal): Promise<never> {
	return await new Promise((_, reject) => {
		signal.addEventListener("abort", () => {
			reject(new Error("aborted"));
		});
	});
}

/** As Node's fetch says it. */
function reset(): TypeError {
	return new TypeError("fetch failed", { cause: Object.assign(new Error("reset"), { code: "ECONNRESET" }) });
}
