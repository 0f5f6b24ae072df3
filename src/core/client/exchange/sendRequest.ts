import type { ClientParts } from "../clientParts.ts";
import type { ClientProblem, RequestIdentity } from "../clientProblem.ts";
import { isWrite } from "../isWrite.ts";
import type { RequestEnd } from "../requestLog.ts";
import type { RequestOptions } from "../requestOptions.ts";
import { type Answer, type Effort, endOf, replyOf, serviceRequestId } from "./answerFacts.ts";
import { attempt, type AttemptOutcome } from "./attempt.ts";
import {
	cancelled,
	type Course,
	decide,
	type Decision,
	type DecisionParts,
	newCourse,
	unlessUnsure,
} from "./decide.ts";
import type { ExchangeRequest, ExchangeResult } from "./exchange.ts";
import type { LimitPause } from "./limitPause.ts";
import type { OwnOrigins } from "./ownOrigins.ts";
import type { Slots } from "./slots.ts";
import { untilAborted } from "./untilAborted.ts";

/** A request that may be sent as it stands. */
export interface PreparedRequest extends Omit<ExchangeRequest, "url" | "headers"> {
	readonly identity: RequestIdentity;
	readonly url: URL;
	readonly headers: Readonly<Record<string, string>>;
}

/** What all requests of a client share. */
export interface SendParts extends Pick<ClientParts, "fetch" | "tokens" | "clock" | "random" | "writes" | "log"> {
	readonly ownUrls: OwnOrigins;
	readonly slots: Slots;
	readonly pause: LimitPause;
	readonly timeout: number;
	readonly attempts: number;
}

/** Sends it, and again as far as that cannot write twice, and tells the log. Never rejects. */
export async function sendRequest(request: PreparedRequest, parts: SendParts): Promise<ExchangeResult> {
	return await new Sending(request, parts).run();
}

/** A person who waits longer for a token than this (milliseconds) is told. */
const tokenPatience = 400;

/** One request on its way, all its attempts. */
class Sending {
	readonly #request: PreparedRequest;
	readonly #parts: SendParts;
	readonly #options: RequestOptions;
	readonly #signal: AbortSignal;
	readonly #decisions: DecisionParts;
	readonly #startedAt: number;
	readonly #ended: (end: RequestEnd) => void;
	#course: Course = newCourse;
	#url: URL;
	#sent = 0;
	#waitedUntil = 0;
	#lastAnswer: Answer | undefined;
	#refusedToken: string | undefined;
	#lastToken: string | undefined;

	constructor(request: PreparedRequest, parts: SendParts) {
		this.#request = request;
		this.#parts = parts;
		this.#options = request.options ?? {};
		this.#signal = this.#options.signal ?? new AbortController().signal;
		this.#url = request.url;
		this.#startedAt = parts.clock.now();
		this.#decisions = {
			repeat: request.repeat,
			write: request.write,
			isBatch: request.isBatch === true,
			unsure: request.unsure ?? { reason: "unconditional" },
			attempts: parts.attempts,
			now: () => parts.clock.now(),
			random: parts.random,
		};
		this.#ended = parts.log.started({
			method: request.method,
			url: request.url.href,
			headers: request.headers,
			startedAt: this.#startedAt,
			...(request.body !== undefined && { body: request.body }),
		});
	}

	async run(): Promise<ExchangeResult> {
		for (;;) {
			const result = await this.#round();
			if (result === undefined) continue;
			this.#ended(endOf(result, this.#lastAnswer, this.#effort()));
			return result;
		}
	}

	/** One attempt and what follows from it; a result where that was the last. */
	async #round(): Promise<ExchangeResult | undefined> {
		const problem = this.#whyNot() ?? (await this.#waitForLimit()) ?? (await this.#haveToken());
		if (problem !== undefined) return this.#failed(problem);
		if (!(await this.#parts.slots.enter(this.#signal))) return this.#failed(cancelled(false));
		let outcome: AttemptOutcome | undefined;
		try {
			const mayGo = this.#whyNot() === undefined && !this.#isPaused();
			outcome = mayGo ? await this.#attempt() : undefined;
		} finally {
			this.#parts.slots.leave();
		}
		// Things have changed while it stood in the queue: it is looked at anew.
		if (outcome === undefined) return undefined;
		this.#lastAnswer = outcome.kind === "answer" ? outcome : undefined;
		return await this.#follow(decide(outcome, this.#course, this.#decisions));
	}

	async #follow(decision: Decision): Promise<ExchangeResult | undefined> {
		this.#course = decision.course;
		switch (decision.kind) {
			case "done":
				return this.#answered(decision.answer);
			case "fail":
				return this.#failed(decision.problem);
			case "renew":
				this.#refusedToken = this.#lastToken;
				return undefined;
			case "redirect":
				return this.#redirect(decision.location);
			case "wait":
				if (decision.reason === "failure") await this.#wait(decision.milliseconds, "failure");
				// All requests of the client wait for a limit, this one as well.
				else this.#parts.pause.extend(this.#parts.clock.now() + decision.milliseconds);
				return undefined;
		}
	}

	/** Asked before each attempt: the lock may have closed meanwhile, and the person may have given up. */
	#whyNot(): ClientProblem | undefined {
		if (this.#signal.aborted) return cancelled(false);
		if (this.#request.write && !this.#parts.writes.mayWrite()) return { code: "readOnly" };
		return undefined;
	}

	/** This request or another has met a limit: to go on would only prolong it. */
	async #waitForLimit(): Promise<ClientProblem | undefined> {
		const { pause, clock } = this.#parts;
		while (this.#isPaused()) {
			const { until } = pause;
			await this.#wait(until - clock.now(), "limit");
			this.#waitedUntil = until;
		}
		return this.#whyNot();
	}

	/** A pause that was waited for is over, even where the clock says that a moment is left. */
	#isPaused(): boolean {
		const { pause, clock } = this.#parts;
		return pause.until > this.#waitedUntil && pause.until > clock.now() && !this.#signal.aborted;
	}

	async #wait(milliseconds: number, reason: "limit" | "failure"): Promise<void> {
		const { attempts, limits } = this.#course;
		this.#options.onProgress?.({ kind: "waiting", seconds: milliseconds / 1000, reason, attempt: attempts + limits });
		await this.#parts.clock.wait(milliseconds, this.#signal);
	}

	/** Asks for a token of the origin that it goes to. The provider answers from memory while one is good. */
	async #haveToken(): Promise<ClientProblem | undefined> {
		const { tokens, clock } = this.#parts;
		const waited = new AbortController();
		const { onProgress } = this.#options;
		if (onProgress !== undefined) {
			void clock.wait(tokenPatience, waited.signal).then(() => {
				if (!waited.signal.aborted) onProgress({ kind: "signingIn" });
			});
		}
		const asked = tokens.token({
			origin: this.#url.origin,
			signal: this.#signal,
			...(this.#refusedToken !== undefined && { refused: this.#refusedToken }),
		});
		const answer = await untilAborted(asked, this.#signal);
		waited.abort();
		if (answer === undefined) return cancelled(false);
		if (answer.ok) this.#lastToken = answer.value;
		else return answer.problem.code === "cancelled" ? cancelled(false) : { code: "signIn", problem: answer.problem };
		return undefined;
	}

	async #attempt(): Promise<AttemptOutcome> {
		const { method, headers, body } = this.#request;
		const { fetch, clock } = this.#parts;
		this.#sent += 1;
		const sent = { ...headers, authorization: `Bearer ${this.#lastToken ?? ""}` };
		return await attempt(
			{ url: this.#url.href, method, headers: sent, ...(body !== undefined && { body }) },
			{ fetch, clock, signal: this.#signal, timeout: this.#options.timeout ?? this.#parts.timeout },
		);
	}

	/**
	 * Nothing documents a redirect of the Web API. A read follows it within the environment, where it is one there as well; a
	 * write is never sent to another address than the one that was asked for.
	 */
	#redirect(location: string): ExchangeResult | undefined {
		const own = this.#parts.ownUrls.resolve(location, this.#url.href);
		if (!own.ok) return this.#failed({ code: "foreignOrigin", origin: own.origin });
		const { method, headers, body, write } = this.#request;
		const path = own.url.pathname;
		if (write || isWrite({ method, path, headers, ...(body !== undefined && { body }) }))
			return this.#failed({ code: "unreadable", what: "redirect" });
		this.#url = own.url;
		return undefined;
	}

	#answered(answer: Answer): ExchangeResult {
		const { status, headers, text } = answer;
		const request = this.#identity();
		const reply = replyOf(answer, this.#effort(), request.clientRequestId);
		const value = { status, headers, text, repeated: this.#course.echo, reply, request, url: this.#url.href };
		return { ok: true, value };
	}

	/** After a lost write only the service's own refusal, or a problem that says so already, stands as it is. */
	#failed(problem: ClientProblem): ExchangeResult {
		const told = problem.code === "service" ? problem : unlessUnsure(problem, this.#course, this.#decisions);
		return { ok: false, problem: { ...told, request: this.#identity() }, repeated: this.#course.echo };
	}

	#identity(): RequestIdentity {
		return { ...this.#request.identity, ...serviceRequestId(this.#lastAnswer) };
	}

	#effort(): Effort {
		const milliseconds = this.#parts.clock.now() - this.#startedAt;
		return { milliseconds, retries: Math.max(0, this.#sent - 1) };
	}
}
