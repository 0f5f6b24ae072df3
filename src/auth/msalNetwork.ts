import type { INetworkModule, NetworkRequestOptions } from "@azure/msal-node";
import { attempt, type AttemptParts } from "../core/client/exchange/attempt.ts";
import type { SignInProblem } from "../core/client/signInProblem.ts";
import { longestAnswer, networkProblemOf } from "./networkProblem.ts";
import { refusalIn, type ServerRefusal } from "./serverRefusal.ts";

/** What MSAL expects of a network module; its own type for it is not exported. */
interface Answer<Body> {
	readonly headers: Record<string, string>;
	readonly body: Body;
	readonly status: number;
}

/** What library, system and earlier requests were like: the service needs none of it. */
const telemetry = ["x-client-current-telemetry", "x-client-last-telemetry", "x-client-OS", "x-client-CPU"];

/**
 * MSAL's way to the network for one sign-in or renewal. It goes over the `fetch` that was handed in, so that the editor's
 * proxy and certificates hold, and only to the authorities that are trusted: the addresses of an authority's endpoints come
 * from the network themselves. MSAL drops why a request failed; it is kept here.
 */
export class MsalNetwork implements INetworkModule {
	readonly #parts: Pick<AttemptParts, "fetch" | "clock" | "signal">;
	readonly #authorities: readonly string[];
	/** Why the last request got no answer that can be read. */
	problem: SignInProblem | undefined;
	/** What the last answer refused. */
	refusal: ServerRefusal | undefined;

	constructor(parts: Pick<AttemptParts, "fetch" | "clock" | "signal">, authorities: readonly string[]) {
		this.#parts = parts;
		this.#authorities = authorities;
	}

	sendGetRequestAsync<Body>(url: string, options?: NetworkRequestOptions): Promise<Answer<Body>> {
		return this.#send(url, "GET", options);
	}

	sendPostRequestAsync<Body>(url: string, options?: NetworkRequestOptions): Promise<Answer<Body>> {
		return this.#send(url, "POST", options);
	}

	async #send<Body>(url: string, method: string, options: NetworkRequestOptions | undefined): Promise<Answer<Body>> {
		this.problem = undefined;
		this.refusal = undefined;
		const { origin } = new URL(url);
		if (!this.#authorities.includes(origin)) return this.#fail({ code: "unknownAuthority", subject: origin });
		const headers = { ...options?.headers };
		const body = method === "GET" ? {} : { body: withoutTelemetry(options?.body ?? "") };
		const outcome = await attempt({ url, method, headers, ...body }, { ...this.#parts, timeout: longestAnswer });
		if (outcome.kind !== "answer") return this.#fail(networkProblemOf(outcome, origin));
		const parsed = parseObject(outcome.text);
		if (parsed === undefined) return this.#fail(notJson(outcome.status, origin));
		this.refusal = refusalIn(parsed, outcome.status);
		return { headers: { ...outcome.headers }, body: parsed as Body, status: outcome.status };
	}

	#fail(problem: SignInProblem): never {
		this.problem = problem;
		throw new Error(problem.code);
	}
}

/** The identity service answers with JSON, also where it refuses: what does not is something between. */
function notJson(status: number, subject: string): SignInProblem {
	return status === 429 || (status >= 500 && status !== 511) ? { code: "unavailable" } : { code: "proxy", subject };
}

function parseObject(text: string): object | undefined {
	try {
		const parsed: unknown = JSON.parse(text);
		return typeof parsed === "object" && parsed !== null ? parsed : undefined;
	} catch {
		return undefined;
	}
}

/** The form, or the query of a URL, without what only tells about this machine. */
export function withoutTelemetry(form: string): string {
	const kept = form.split("&").filter((pair) => !telemetry.some((name) => pair.startsWith(`${name}=`)));
	return kept.join("&");
}
