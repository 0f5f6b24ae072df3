import type { Fetch, FetchInit, FetchResponse } from "../../../src/core/client/fetch.ts";

/** What the n-th request meets: an answer, an error as the platform throws it, or no answer at all. */
export type ScriptedReply =
	| {
			readonly status: number;
			readonly headers?: Readonly<Record<string, string>>;
			/** An error breaks the body off. */
			readonly text?: string | Error;
	  }
	| Error
	| "silence";

export interface SeenRequest extends FetchInit {
	readonly url: string;
}

export interface ScriptedFetch {
	readonly fetch: Fetch;
	readonly seen: readonly SeenRequest[];
}

/** A fetch that answers from a list, in order; the last reply is given for ever. */
export function scriptedFetch(...replies: readonly ScriptedReply[]): ScriptedFetch {
	const seen: SeenRequest[] = [];
	const fetch: Fetch = async (url, init) => {
		const reply = replies[Math.min(seen.length, replies.length - 1)] ?? { status: 204 };
		seen.push({ ...init, url });
		if (init.signal.aborted) throw new Error("aborted");
		if (reply === "silence") return await untilAborted(init.signal);
		if (reply instanceof Error) throw reply;
		return responseOf(reply);
	};
	return { fetch, seen };
}

async function untilAborted(signal: AbortSignal): Promise<never> {
	return await new Promise((_, reject) => {
		signal.addEventListener("abort", () => {
			reject(new Error("aborted"));
		});
	});
}

function responseOf({ status, headers = {}, text = "" }: Exclude<ScriptedReply, Error | string>): FetchResponse {
	return {
		status,
		headers: new Headers(headers),
		text: () => (text instanceof Error ? Promise.reject(text) : Promise.resolve(text)),
	};
}

/** As `fetch` of Node throws it: the reason is the cause. */
export function fetchFailed(code: string, more: Readonly<Record<string, unknown>> = {}): TypeError {
	return new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code, ...more }) });
}
