import type { Outcome } from "../core/base/outcome.ts";
import type { SignInProblem } from "../core/client/signInProblem.ts";
import type { TokenRequest } from "../core/client/tokenProvider.ts";
import { AccountChoice, isNamed } from "./accountChoice.ts";
import type { AccountStore } from "./accountStore.ts";
import type { Account, AuthParts, SignInTarget } from "./auth.ts";
import type { FlowResult } from "./flow.ts";
import { HeldTokens } from "./heldTokens.ts";
import type { Flows } from "./msalFlows.ts";
import { clientIdOf } from "./publicClientId.ts";
import { Questions } from "./questions.ts";
import { Renewals } from "./renewals.ts";
import { accountKey } from "./secretKeys.ts";
import type { TokenMemory } from "./tokenMemory.ts";
import type { TokenPlace } from "./tokenPlace.ts";
import { applicationKey, isApplication } from "./wanted.ts";

type TokenOutcome = Outcome<string, SignInProblem>;

/** Gets tokens: from memory, else by renewing without a person, else by asking one. */
export class TokenGetter {
	readonly #parts: AuthParts;
	readonly #store: AccountStore;
	readonly #memory: TokenMemory;
	readonly #choice: AccountChoice;
	readonly #held: HeldTokens;
	readonly #renewals: Renewals;
	readonly #questions: Questions;

	constructor(parts: AuthParts, store: AccountStore, memory: TokenMemory, loadFlows: () => Promise<Flows>) {
		this.#parts = parts;
		this.#store = store;
		this.#memory = memory;
		this.#choice = new AccountChoice(store);
		this.#held = new HeldTokens(memory, this.#choice);
		const getting = { auth: parts, store, choice: this.#choice, held: this.#held, loadFlows };
		this.#renewals = new Renewals(getting);
		this.#questions = new Questions(getting, this.#renewals);
	}

	async token(target: SignInTarget, place: TokenPlace, { refused, signal }: TokenRequest): Promise<TokenOutcome> {
		const wanted = { target, place, refused };
		const held = this.#held.good(wanted);
		if (held !== undefined) return { ok: true, value: held };
		const renewed = await this.#renewals.renew(wanted, signal);
		if (renewed.ok) return outcomeOf(renewed);
		// Renewal begins before the end, so that a network that is away for a moment does no harm.
		const still = this.#held.valid(wanted);
		if (still !== undefined) return { ok: true, value: still };
		if (!renewed.needsPerson || isApplication(target)) return outcomeOf(renewed);
		if (!target.mayAsk()) return { ok: false, problem: { ...renewed.problem, code: "signInNeeded" } };
		const asked = await this.#questions.askIfNeeded(wanted, renewed.claims, signal);
		if (!asked.ok) return outcomeOf(asked);
		// The question may have been another environment's: the answer holds for this one too.
		const { account } = asked.value;
		if (account !== undefined && target.account === undefined) this.#choice.remember(target, account.id);
		return outcomeOf(await this.#renewals.renew(wanted, signal));
	}

	/** Asks in any case; applications get a token. */
	async signIn(target: SignInTarget, place: TokenPlace, signal: AbortSignal): Promise<Outcome<Account, SignInProblem>> {
		const result = isApplication(target)
			? await this.#renewals.asApplication({ target, place }, signal)
			: await this.#questions.askAnyone({ target, place }, signal);
		if (!result.ok) return { ok: false, problem: result.problem };
		const id = clientIdOf(target);
		return { ok: true, value: result.value.account ?? { id, name: id, tenant: place.tenant } };
	}

	/** See Auth. */
	async accountOf(target: Omit<SignInTarget, "origins" | "mayAsk">): Promise<Account | undefined> {
		if (isApplication(target)) {
			const id = clientIdOf(target);
			const isKept = (await this.#store.secret(target.environmentId)) !== undefined;
			return isKept ? { id, name: id, tenant: target.tenant ?? "" } : undefined;
		}
		const named = this.#choice.named(target);
		if (named === undefined) return undefined;
		return (await this.#store.accounts()).find((account) => isNamed(account, named));
	}

	forgetAccount(accountId: string): void {
		this.#choice.forgetAccount(accountId);
		for (const authority of this.#parts.clouds.flatMap(({ authorities }) => authorities))
			this.#memory.forgetAccount(accountKey(authority, accountId));
	}

	forgetEnvironment(environmentId: string): void {
		this.#choice.forgetEnvironment(environmentId);
		this.#memory.forgetAccount(applicationKey(environmentId));
	}

	forgetAll(): void {
		this.#choice.forgetAll();
		this.#memory.clear();
	}

	/** Lets go of the question that is open, and forgets the tokens in memory. */
	close(): void {
		this.#questions.close();
		this.forgetAll();
	}
}

function outcomeOf(result: FlowResult): TokenOutcome {
	return result.ok ? { ok: true, value: result.value.token } : { ok: false, problem: result.problem };
}
