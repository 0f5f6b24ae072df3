import { authorityUrl, isNamed } from "./accountChoice.ts";
import type { FlowResult } from "./flow.ts";
import { clientIdOf } from "./publicClientId.ts";
import type { GettingParts, Renewals } from "./renewals.ts";
import { accountKey } from "./secretKeys.ts";
import { SharedJobs } from "./sharedJobs.ts";
import { Turns } from "./turns.ts";
import { cancelled, requestOf, type Wanted } from "./wanted.ts";

/**
 * Asks a person to sign in, one question at a time for all environments. Who wants the same shares the question, and what
 * an answer before has settled is not asked again.
 */
export class Questions {
	readonly #parts: GettingParts;
	readonly #renewals: Renewals;
	readonly #jobs = new SharedJobs<FlowResult>();
	readonly #turns = new Turns();
	/** Aborted when all is closed: nobody is there to answer then. */
	readonly #closed = new AbortController();
	/** Sign-ins so far: tells who waited for a turn whether something has changed. */
	#signIns = 0;

	constructor(parts: GettingParts, renewals: Renewals) {
		this.#parts = parts;
		this.#renewals = renewals;
	}

	/** Asks where no other answer will do. `claims` is what the service wants besides. */
	askIfNeeded(wanted: Wanted, claims: string | undefined, signal: AbortSignal): Promise<FlowResult> {
		const { target, place } = wanted;
		const signIns = this.#signIns;
		const who = this.#parts.choice.named(target) ?? "";
		const question = [authorityUrl(place), clientIdOf(target), target.method, who].join(" ");
		return this.#jobs.join(question, signal, cancelled, async (shared) => {
			const result = await this.#turns.take(shared, async () => {
				if (this.#signIns !== signIns) {
					const renewed = await this.#renewals.renew(wanted, shared);
					if (renewed.ok || !renewed.needsPerson) return renewed;
				}
				return await this.#ask(wanted, claims, shared);
			});
			return result ?? cancelled;
		});
	}

	/** Asks in any case, and whoever it may be. */
	async askAnyone({ target, place }: Wanted, signal: AbortSignal): Promise<FlowResult> {
		const { account: _, ...anyone } = target;
		return (await this.#turns.take(signal, () => this.#ask({ target: anyone, place }, undefined, signal))) ?? cancelled;
	}

	/** Lets go of the question that is open. */
	close(): void {
		this.#closed.abort();
	}

	/** Whoever signs in is kept, also where it is not who was expected. */
	async #ask(wanted: Wanted, claims: string | undefined, asking: AbortSignal): Promise<FlowResult> {
		const { auth, store, choice, held, loadFlows } = this.#parts;
		const { target, place } = wanted;
		const signal = AbortSignal.any([asking, this.#closed.signal]);
		const name = await this.#expectedName(wanted);
		const { askInBrowser, askWithDeviceCode } = await loadFlows();
		const ask = target.method === "deviceCode" ? askWithDeviceCode : askInBrowser;
		const options = { ...(claims !== undefined && { claims }), ...(name !== undefined && { loginHint: name }) };
		const access = { save: (cache: string) => store.add(cache, place.authority) };
		const result = await ask(auth, requestOf(wanted, signal), options, access);
		if (!result.ok) return result;
		this.#signIns += 1;
		const { account } = result.value;
		if (account !== undefined && target.account !== undefined && !isNamed(account, target.account)) {
			const problem = { code: "otherAccount", ...(name !== undefined && { subject: name }) } as const;
			return { ok: false, problem, needsPerson: false };
		}
		if (account !== undefined) {
			choice.remember(target, account.id);
			held.keep(wanted, result.value, accountKey(place.authority, account.id));
		}
		return result;
	}

	/** An id says nothing to a person, nor to the page where one signs in. */
	async #expectedName({ target, place }: Wanted): Promise<string | undefined> {
		if (target.account === undefined) return undefined;
		const known = await this.#parts.choice.find(target, place);
		return known?.name ?? (target.account.includes("@") ? target.account : undefined);
	}
}
