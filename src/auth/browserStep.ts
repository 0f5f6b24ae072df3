import { request } from "node:http";
import type { AuthParts } from "./auth.ts";
import { withoutTelemetry } from "./msalNetwork.ts";
import { FlowStop } from "./signInProblemOf.ts";

/** Longest wait for a person in the browser, milliseconds. */
const longestWait = 300_000;

/**
 * Opens the browser for MSAL, and lets go of the loopback where the person gives up or takes too long. MSAL has no way to
 * stop its wait, so it gets the answer that a browser would bring: a refusal with the state of the sign-in.
 */
export class BrowserStep {
	readonly #parts: Pick<AuthParts, "openBrowser" | "clock">;
	readonly #signal: AbortSignal;
	/** Aborted when the sign-in is over. */
	readonly #over = new AbortController();
	/** Why the wait was ended by us. */
	stopped: "cancelled" | "timedOut" | undefined;

	constructor(parts: Pick<AuthParts, "openBrowser" | "clock">, signal: AbortSignal) {
		this.#parts = parts;
		this.#signal = signal;
	}

	/** Given to MSAL. */
	readonly open = async (url: string): Promise<void> => {
		if (this.#signal.aborted) throw new FlowStop({ code: "cancelled" });
		const [address = "", query = ""] = url.split("?");
		this.#stopInTime(new URL(url).searchParams);
		if (!(await this.#parts.openBrowser(`${address}?${withoutTelemetry(query)}`)))
			throw new FlowStop({ code: "browserNotOpened" });
	};

	end(): void {
		this.#over.abort();
	}

	#stopInTime(parameters: URLSearchParams): void {
		const stop = (reason: "cancelled" | "timedOut"): void => {
			if (this.#over.signal.aborted) return;
			this.stopped = reason;
			this.end();
			refuse(parameters);
		};
		const cancel = (): void => {
			stop("cancelled");
		};
		this.#signal.addEventListener("abort", cancel, { once: true });
		this.#over.signal.addEventListener("abort", () => {
			this.#signal.removeEventListener("abort", cancel);
		});
		void this.#parts.clock.wait(longestWait, this.#over.signal).then(() => {
			stop("timedOut");
		});
	}
}

/** Posts to MSAL's loopback, which listens on this address whatever name the redirect URI has. */
function refuse(parameters: URLSearchParams): void {
	const { port } = new URL(parameters.get("redirect_uri") ?? "http://localhost");
	const body = new URLSearchParams({ error: "access_denied", state: parameters.get("state") ?? "" }).toString();
	const headers = { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body) };
	const sent = request({ host: "127.0.0.1", port, method: "POST", path: "/", headers, agent: false }, (answer) => {
		answer.resume();
	});
	// It is gone already: nobody waits any more.
	sent.on("error", () => undefined);
	sent.end(body);
}
