import type { Outcome } from "../core/base/outcome.ts";
import type { SignInProblem } from "../core/client/signInProblem.ts";
import type { TokenRequest } from "../core/client/tokenProvider.ts";
import { AccountChoice, authorityUrl, isNamed } from "./accountChoice.ts";
import type { AccountStore } from "./accountStore.ts";
import type { Account, AuthParts, SignInTarget } from "./auth.ts";
import type { FlowRequest, FlowResult, Grant } from "./flow.ts";
import type { Flows } from "./msalFlows.ts";
import { clientIdOf } from "./publicClientId.ts";
import { accountKey } from "./secretKeys.ts";
import { SharedJobs } from "./sharedJobs.ts";
import type { KnownAccount } from "./storeIndex.ts";
import type { TokenMemory } from "./tokenMemory.ts";
import type { TokenPlace } from "./tokenPlace.ts";
import { Turns } from "./turns.ts";

type TokenOutcome = Outcome<string, SignInProblem>;

/**
 * Gets tokens: from memory, else by renewing without a person, else by asking one. Whoever wants the same at the same time
 * shares the work. A person is asked one thing at a time, and not again for what an answer before has settled.
 */
export class TokenGetter {
	readonly #parts: AuthParts;
	readonly #store: AccountStore;
	readonly #memory: TokenMemory;
	readonly #loadFlows: () => Promise<Flows>;
	readonly #choice: AccountChoice;
	readonly #renewals = new SharedJobs<FlowResult>();
	readonly #questions = new SharedJobs<FlowResult>();
	readonly #turns = new Turns();
	/** Aborted when all is closed: nobody is there to answer then. */
	readonly #closed = new AbortController();
	/** Sign-ins so far: tells who waited for a turn whether something has changed. */
	#signIns = 0;

	constructor(parts: AuthParts, store: AccountStore, memory: TokenMemory, loadFlows: () => Promise<Flows>) {
		this.#parts = parts;
		this.#loadFlows = loadFlows;
		this.#store = store;
		this.#memory = memory;
		this.#choice = new AccountChoice(store);
	}

	async token(target: SignInTarget, place: TokenPlace, { refused, signal }: TokenRequest): Promise<TokenOutcome> {
		const held = this.#memory.good(this.#keyOf(target, place), refused);
		if (held !== undefined) return { ok: true, value: held };
		const renewed = await this.#renew(target, place, refused, signal);
		if (renewed.ok) return { ok: true, value: renewed.value.token };
		const still = this.#memory.valid(this.#keyOf(target, place), refused);
		if (still !== undefined) return { ok: true, value: still };
		if (!renewed.needsPerson || isApplication(target)) return refusal(renewed);
		if (!target.mayAsk()) return { ok: false, problem: { ...renewed.problem, code: "signInNeeded" } };
		const asked = await this.#askInTurn(target, place, renewed.claims, signal);
		if (!asked.ok) return refusal(asked);
		// The question may have been another environment's: the answer holds for this one too.
		if (asked.value.account !== undefined && target.account === undefined)
			this.#choice.remember(target, asked.value.account.id);
		const got = this.#memory.good(this.#keyOf(target, place), refused);
		if (got !== undefined) return { ok: true, value: got };
		const own = await this.#renew(target, place, refused, signal);
		return own.ok ? { ok: true, value: own.value.token } : refusal(own);
	}

	/** Asks in any case; applications get a token. */
	async signIn(target: SignInTarget, place: TokenPlace, signal: AbortSignal): Promise<Outcome<Account, SignInProblem>> {
		const { account: _, ...anyone } = target;
		const result = isApplication(target)
			? await this.#askAsApplication(target, place, signal)
			: await this.#turns.take(signal, () => this.#ask(anyone, place, undefined, signal));
		if (result === undefined) return { ok: false, problem: { code: "cancelled" } };
		if (!result.ok) return refusal(result);
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

	/** Lets go of the question that is open, and forgets the tokens in memory. */
	close(): void {
		this.#closed.abort();
		this.forgetAll();
	}

	forgetAll(): void {
		this.#choice.forgetAll();
		this.#memory.clear();
	}

	async #renew(
		target: SignInTarget,
		place: TokenPlace,
		refused: string | undefined,
		signal: AbortSignal,
	): Promise<FlowResult> {
		const account = isApplication(target) ? undefined : await this.#choice.find(target, place);
		if (account === undefined && !isApplication(target)) return nobody;
		// Found only now which account it is, or renewed for somebody else meanwhile.
		const key = this.#keyOf(target, place);
		const held = this.#memory.good(key, refused);
		if (held !== undefined) return { ok: true, value: { token: held, expiresAt: 0 } };
		return await this.#renewals.join(key, signal, cancelled, (shared) =>
			account === undefined
				? this.#askAsApplication(target, place, shared)
				: this.#renewAccount(target, place, account, shared),
		);
	}

	async #renewAccount(
		target: SignInTarget,
		place: TokenPlace,
		account: KnownAccount,
		signal: AbortSignal,
	): Promise<FlowResult> {
		const cache = await this.#store.cacheOf(account);
		if (cache === undefined) return nobody;
		const { renew } = await this.#loadFlows();
		const request = requestOf(target, place, signal, account);
		const access = {
			load: () => this.#store.cacheOf(account),
			save: (changed: string) => this.#store.renew(account, changed),
		};
		let result = await renew(this.#parts, request, account.id, access);
		// Another window has renewed at the same time, and so used up what we had read.
		if (!result.ok && result.needsPerson && (await this.#store.cacheOf(account)) !== cache)
			result = await renew(this.#parts, request, account.id, access);
		const isThere = (await this.#store.cacheOf(account)) !== undefined;
		if (result.ok && isThere) this.#keep(target, place, result.value, accountKey(place.authority, account.id));
		return result;
	}

	/** Waits until no other question is open, and asks only where that one has not settled this one as well. */
	#askInTurn(
		target: SignInTarget,
		place: TokenPlace,
		claims: string | undefined,
		signal: AbortSignal,
	): Promise<FlowResult> {
		const signIns = this.#signIns;
		const question = [authorityUrl(place), clientIdOf(target), target.method, this.#choice.named(target) ?? ""].join(
			" ",
		);
		return this.#questions.join(question, signal, cancelled, async (shared) => {
			const result = await this.#turns.take(shared, async () => {
				if (this.#signIns !== signIns) {
					const renewed = await this.#renew(target, place, undefined, shared);
					if (renewed.ok || !renewed.needsPerson) return renewed;
				}
				return await this.#ask(target, place, claims, shared);
			});
			return result ?? cancelled;
		});
	}

	/** Asks the person, now. Whoever signs in is kept, also where it is not who was expected. */
	async #ask(
		target: SignInTarget,
		place: TokenPlace,
		claims: string | undefined,
		asking: AbortSignal,
	): Promise<FlowResult> {
		const signal = AbortSignal.any([asking, this.#closed.signal]);
		const expected = await this.#choice.find(target, place);
		const { askInBrowser, askWithDeviceCode } = await this.#loadFlows();
		const ask = target.method === "deviceCode" ? askWithDeviceCode : askInBrowser;
		// An id says nothing to a person, nor to the page where one signs in.
		const name = expected?.name ?? (target.account?.includes("@") === true ? target.account : undefined);
		const options = {
			...(claims !== undefined && { claims }),
			...(target.account !== undefined && name !== undefined && { loginHint: name }),
		};
		const access = { save: (cache: string) => this.#store.add(cache, place.authority) };
		const result = await ask(this.#parts, requestOf(target, place, signal), options, access);
		if (!result.ok) return result;
		this.#signIns += 1;
		const { account } = result.value;
		if (account !== undefined && target.account !== undefined && !isNamed(account, target.account)) {
			const problem = { code: "otherAccount", ...(name !== undefined && { subject: name }) } as const;
			return { ok: false, problem, needsPerson: false };
		}
		if (account !== undefined) {
			this.#choice.remember(target, account.id);
			this.#keep(target, place, result.value, accountKey(place.authority, account.id));
		}
		return result;
	}

	async #askAsApplication(target: SignInTarget, place: TokenPlace, signal: AbortSignal): Promise<FlowResult> {
		const secret = await this.#store.secret(target.environmentId);
		const fits = typeof secret === (target.method === "clientSecret" ? "string" : "object");
		if (secret === undefined || !fits) return nobody;
		const { askAsApplication } = await this.#loadFlows();
		const result = await askAsApplication(this.#parts, requestOf(target, place, signal), secret);
		if (result.ok) this.#keep(target, place, result.value, applicationKey(target.environmentId));
		return result;
	}

	#keep(target: SignInTarget, place: TokenPlace, { token, expiresAt }: Grant, account: string): void {
		this.#memory.keep(this.#keyOf(target, place), { token, expiresAt, account });
	}

	/** What a token in memory is found by: who, by which client, for what. */
	#keyOf(target: SignInTarget, place: TokenPlace): string {
		const who = isApplication(target) ? applicationKey(target.environmentId) : (this.#choice.named(target) ?? "");
		return [authorityUrl(place), clientIdOf(target), who, place.scope].join(" ");
	}
}

const cancelled: FlowResult = { ok: false, problem: { code: "cancelled" }, needsPerson: false };
const nobody: FlowResult = { ok: false, problem: { code: "signInNeeded" }, needsPerson: true };

function refusal({ problem }: Extract<FlowResult, { ok: false }>): {
	readonly ok: false;
	readonly problem: SignInProblem;
} {
	return { ok: false, problem };
}

function isApplication({ method }: Pick<SignInTarget, "method">): boolean {
	return method === "clientSecret" || method === "certificate";
}

function applicationKey(environmentId: string): string {
	return `application ${environmentId}`;
}

function requestOf(target: SignInTarget, place: TokenPlace, signal: AbortSignal, account?: KnownAccount): FlowRequest {
	return { authority: authorityUrl(place, account), scope: place.scope, clientId: clientIdOf(target), signal };
}
