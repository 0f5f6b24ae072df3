import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { AccountStore } from "../../../src/auth/accountStore.ts";
import type { AuthParts, SignInTarget } from "../../../src/auth/auth.ts";
import type { CacheAccess, FlowRequest, FlowResult } from "../../../src/auth/flow.ts";
import type { Flows } from "../../../src/auth/msalFlows.ts";
import { TokenGetter } from "../../../src/auth/tokenGetter.ts";
import { TokenMemory } from "../../../src/auth/tokenMemory.ts";
import type { TokenPlace } from "../../../src/auth/tokenPlace.ts";
import type { SignInProblemCode } from "../../../src/core/client/signInProblem.ts";
import { MemorySecrets } from "../../support/identity/memorySecrets.ts";

const authority = "https://login.example";
const hour = 3_600_000;
const never = new AbortController().signal;

/** A question that is open in the browser. */
interface Question {
	readonly scope: string;
	readonly hint: string | undefined;
	readonly claims: string | undefined;
	readonly signal: AbortSignal;
	/** That person signs in. */
	answer(person: string): Promise<void>;
	refuse(code: SignInProblemCode): void;
}

interface Refusal {
	readonly code: SignInProblemCode;
	readonly needsPerson: boolean;
	readonly claims?: string;
	/** What happens elsewhere before the refusal comes. */
	readonly meanwhile?: () => Promise<void>;
}

/** A token getter whose flows are played: renewals answer as they are told to, questions wait to be answered. */
class Rig {
	readonly secrets = new MemorySecrets();
	readonly questions: Question[] = [];
	/** Renewals and requests of applications that were made: what for. */
	readonly renewals: string[] = [];
	/** What the next renewals answer; a token where nothing is told. */
	readonly refusals: Refusal[] = [];
	now = 1_000_000;
	readonly store: AccountStore;
	readonly getter: TokenGetter;
	#number = 0;

	constructor(secrets?: MemorySecrets) {
		this.secrets = secrets ?? this.secrets;
		const clock = { now: () => this.now, wait: () => Promise.resolve() };
		const parts: AuthParts = {
			secrets: this.secrets,
			clouds: [{ id: "test", discovery: "https://disco.example", authorities: [authority], environmentSuffixes: [] }],
			openBrowser: () => assert.fail("no browser here"),
			showDeviceCode: () => assert.fail("no code here"),
			log: () => undefined,
			fetch: () => assert.fail("no network here"),
			clock,
		};
		const memory = new TokenMemory(clock);
		this.store = new AccountStore(
			this.secrets,
			() => undefined,
			(key) => {
				memory.forgetAccount(key);
			},
		);
		this.getter = new TokenGetter(parts, this.store, memory, () => Promise.resolve(this.#flows()));
	}

	/** The token, or the problem's code. */
	async token(
		target: Partial<SignInTarget> = {},
		more: { refused?: string; signal?: AbortSignal; tenant?: string } = {},
	): Promise<string> {
		const { refused, signal = never, tenant = "tenant" } = more;
		const whole = targetOf(target);
		const place: TokenPlace = { authority, tenant, scope: `${whole.origins[0]}/.default` };
		const found = await this.getter.token(whole, place, {
			origin: whole.origins[0],
			signal,
			...(refused !== undefined && { refused }),
		});
		return found.ok ? found.value : found.problem.code;
	}

	async signIn(person: string, target: Partial<SignInTarget> = {}): Promise<string> {
		const whole = targetOf(target);
		const place: TokenPlace = { authority, tenant: "tenant", scope: `${whole.origins[0]}/.default` };
		const signedIn = this.getter.signIn(whole, place, never);
		await (await this.question()).answer(person);
		const found = await signedIn;
		return found.ok ? found.value.name : found.problem.code;
	}

	/** The oldest question that is open; there must be one. */
	async question(): Promise<Question> {
		await this.settled();
		const question = this.questions.shift();
		assert.ok(question !== undefined, "a question is open");
		return question;
	}

	async settled(): Promise<void> {
		for (let turn = 0; turn < 20; turn += 1) await setImmediate();
	}

	#flows(): Flows {
		const ask = (
			_: AuthParts,
			request: FlowRequest,
			options: { loginHint?: string; claims?: string },
			cache: CacheAccess,
		) => this.#open(request, options, cache);
		return {
			renew: (_, { scope, authority: at }, account) => {
				this.renewals.push(`${account} ${scope} ${at}`);
				return this.#next(scope, account);
			},
			askInBrowser: ask,
			askWithDeviceCode: ask,
			askAsApplication: (_, { scope }, secret) => {
				this.renewals.push(`${typeof secret} ${scope}`);
				return this.#next(scope);
			},
		};
	}

	async #next(scope: string, account?: string): Promise<FlowResult> {
		const refusal = this.refusals.shift();
		if (refusal === undefined) return this.#grant(scope, account);
		const { code, meanwhile, ...more } = refusal;
		await meanwhile?.();
		return { ok: false, problem: { code }, ...more };
	}

	#grant(scope: string, id?: string): FlowResult & { readonly ok: true } {
		this.#number += 1;
		const account = id === undefined ? {} : { account: { id, name: `${id}@contoso.test`, tenant: "tenant" } };
		return {
			ok: true,
			value: { token: `${new URL(scope).hostname} ${this.#number}`, expiresAt: this.now + hour, ...account },
		};
	}

	#open(
		{ scope, signal }: FlowRequest,
		options: { loginHint?: string; claims?: string },
		cache: CacheAccess,
	): Promise<FlowResult> {
		return new Promise((resolve) => {
			const refuse = (code: SignInProblemCode): void => {
				resolve({ ok: false, problem: { code }, needsPerson: false });
			};
			signal.addEventListener("abort", () => {
				refuse("cancelled");
			});
			this.questions.push({
				scope,
				hint: options.loginHint,
				claims: options.claims,
				signal,
				refuse,
				answer: async (person) => {
					const entity = {
						home_account_id: person,
						environment: "login.example",
						username: `${person}@contoso.test`,
						realm: "tenant",
					};
					await cache.save(
						JSON.stringify({
							Account: { a: entity },
							RefreshToken: { r: { ...entity, secret: `refresh ${person} ${this.#number}` } },
						}),
					);
					resolve(this.#grant(scope, person));
				},
			});
		});
	}
}

function targetOf(changes: Partial<SignInTarget>): SignInTarget {
	const environmentId = changes.environmentId ?? "one";
	return {
		environmentId,
		origins: [`https://${environmentId}.example`],
		method: "interactive",
		mayAsk: () => true,
		...changes,
	};
}

describe("TokenGetter", () => {
	it("asks once, then answers from memory, then renews without asking", async () => {
		const rig = new Rig();
		const first = rig.token();
		const question = await rig.question();
		assert.equal(question.scope, "https://one.example/.default");
		await question.answer("ada");
		assert.equal(await first, "one.example 1");
		assert.equal(await rig.token(), "one.example 1");
		rig.now += hour;
		assert.equal(await rig.token(), "one.example 2");
		assert.deepEqual(rig.renewals, ["ada https://one.example/.default https://login.example/tenant"]);
		assert.equal(rig.questions.length, 0);
	});

	it("renews what was refused, once for all who were refused the same", async () => {
		const rig = new Rig();
		await rig.signIn("ada");
		const all = [1, 2, 3].map(() => rig.token({}, { refused: "one.example 1" }));
		assert.deepEqual(await Promise.all(all), ["one.example 2", "one.example 2", "one.example 2"]);
		assert.equal(rig.renewals.length, 1);
		assert.equal(await rig.token({}, { refused: "one.example 1" }), "one.example 2");
	});

	it("asks nobody where it may not, and says so", async () => {
		const rig = new Rig();
		assert.equal(await rig.token({ mayAsk: () => false }), "signInNeeded");
		await rig.signIn("ada");
		rig.now += hour;
		rig.refusals.push({ code: "conditionalAccess", needsPerson: true });
		assert.equal(await rig.token({ mayAsk: () => false }), "signInNeeded");
		assert.equal(rig.questions.length, 0);
	});

	it("asks one question for all requests of one environment", async () => {
		const rig = new Rig();
		const all = Array.from({ length: 20 }, () => rig.token());
		await (await rig.question()).answer("ada");
		assert.deepEqual(new Set(await Promise.all(all)), new Set(["one.example 1"]));
		assert.equal(rig.questions.length, 0);
	});

	it("takes the answer for the other environments of the tenant as well", async () => {
		const rig = new Rig();
		const all = ["one", "two", "three"].map((environmentId) => rig.token({ environmentId }));
		await (await rig.question()).answer("ada");
		assert.deepEqual(
			(await Promise.all(all)).map((token) => token.split(" ")[0]),
			["one.example", "two.example", "three.example"],
		);
		assert.equal(rig.questions.length, 0);
		assert.equal(rig.renewals.length, 2);
	});

	it("asks of different people one after the other, each by name", async () => {
		const rig = new Rig();
		const ada = rig.token({ environmentId: "one", account: "ada" });
		const ben = rig.token({ environmentId: "two", account: "ben@contoso.test" });
		const question = await rig.question();
		assert.equal(question.hint, undefined, "an id is no name");
		assert.equal(rig.questions.length, 0, "the second waits");
		await question.answer("ada");
		const second = await rig.question();
		assert.equal(second.hint, "ben@contoso.test");
		await second.answer("ben");
		assert.deepEqual(await Promise.all([ada, ben]), ["one.example 1", "two.example 2"]);
	});

	it("does not ask the second time where the first answer settles it", async () => {
		const rig = new Rig();
		const one = rig.token({ environmentId: "one" });
		const two = rig.token({ environmentId: "two", account: "ada" });
		await (await rig.question()).answer("ada");
		assert.deepEqual(await Promise.all([one, two]), ["one.example 1", "two.example 2"]);
		assert.equal(rig.questions.length, 0);
	});

	it("still asks where the first answer settles nothing", async () => {
		const rig = new Rig();
		await rig.signIn("ada");
		const ben = rig.token({ environmentId: "two", account: "ben" });
		const question = await rig.question();
		rig.refusals.push({ code: "signInNeeded", needsPerson: true }, { code: "signInNeeded", needsPerson: true });
		const ada = rig.token({ account: "ada" }, { refused: "one.example 1" });
		await rig.settled();
		await question.answer("ben");
		await (await rig.question()).answer("ada");
		assert.deepEqual(await Promise.all([ben, ada]), ["two.example 2", "one.example 3"]);
	});

	it("lets one request give up without the others", async () => {
		const rig = new Rig();
		const abort = new AbortController();
		const one = rig.token({}, { signal: abort.signal });
		const other = rig.token();
		const question = await rig.question();
		abort.abort();
		assert.equal(await one, "cancelled");
		assert.ok(!question.signal.aborted);
		await question.answer("ada");
		assert.equal(await other, "one.example 1");
	});

	it("closes the question when nobody waits for its answer", async () => {
		const rig = new Rig();
		const abort = new AbortController();
		const all = [1, 2].map(() => rig.token({}, { signal: abort.signal }));
		const question = await rig.question();
		abort.abort();
		assert.deepEqual(await Promise.all(all), ["cancelled", "cancelled"]);
		assert.ok(question.signal.aborted);
		const again = rig.token();
		await (await rig.question()).answer("ada");
		assert.equal(await again, "one.example 1");
	});

	it("lets go of an open question when the window closes", async () => {
		const rig = new Rig();
		const token = rig.token();
		const question = await rig.question();
		rig.getter.close();
		assert.ok(question.signal.aborted);
		assert.equal(await token, "cancelled");
	});

	it("gives the refusal to all who waited, and asks again the next time", async () => {
		const rig = new Rig();
		const all = [1, 2].map(() => rig.token());
		(await rig.question()).refuse("consentMissing");
		assert.deepEqual(await Promise.all(all), ["consentMissing", "consentMissing"]);
		const again = rig.token();
		await (await rig.question()).answer("ada");
		assert.equal(await again, "one.example 1");
	});

	it("refuses a token of somebody else than the environment is used as", async () => {
		const rig = new Rig();
		await rig.signIn("ada");
		rig.refusals.push({ code: "signInNeeded", needsPerson: true });
		const token = rig.token({ account: "ada" }, { refused: "one.example 1" });
		await (await rig.question()).answer("ben");
		assert.equal(await token, "otherAccount");
		assert.deepEqual(
			(await rig.store.accounts()).map(({ id }) => id),
			["ada", "ben"],
		);
	});

	it("hands on what the service wants besides", async () => {
		const rig = new Rig();
		await rig.signIn("ada");
		rig.refusals.push({ code: "conditionalAccess", needsPerson: true, claims: "{}" });
		const token = rig.token({}, { refused: "one.example 1" });
		const question = await rig.question();
		assert.equal(question.claims, "{}");
		await question.answer("ada");
		assert.equal(await token, "one.example 2");
	});

	it("uses a token to its end where renewal fails", async () => {
		const rig = new Rig();
		await rig.signIn("ada");
		rig.now += hour - 100_000;
		rig.refusals.push({ code: "offline", needsPerson: false });
		assert.equal(await rig.token(), "one.example 1");
		rig.now += 100_000;
		rig.refusals.push({ code: "offline", needsPerson: false });
		assert.equal(await rig.token(), "offline");
		assert.equal(rig.questions.length, 0, "a question would not bring the network back");
	});

	it("tries again where another window has renewed at the same moment", async () => {
		const rig = new Rig();
		await rig.signIn("ada");
		const [ada] = await rig.store.accounts();
		assert.ok(ada !== undefined);
		rig.now += hour;
		const entity = { home_account_id: "ada", environment: "login.example", secret: "of the other window" };
		rig.refusals.push({
			code: "signInNeeded",
			needsPerson: true,
			meanwhile: () => rig.store.renew(ada, JSON.stringify({ RefreshToken: { r: entity } })),
		});
		assert.equal(await rig.token(), "one.example 2");
		assert.equal(rig.renewals.length, 2);
		assert.equal(rig.questions.length, 0);
	});

	it("shares the sign-in with another window, and its end", async () => {
		const here = new Rig();
		await here.signIn("ada");
		const there = new Rig(here.secrets);
		assert.equal(await there.token({ mayAsk: () => false }), "one.example 1");
		await here.store.remove("ada");
		await here.settled();
		assert.equal(await there.token({ mayAsk: () => false }), "signInNeeded");
	});

	it("chooses nobody where two accounts of the tenant could be meant", async () => {
		const rig = new Rig();
		await rig.signIn("ada", { environmentId: "one" });
		await rig.signIn("ben", { environmentId: "two" });
		assert.equal(await rig.token({ environmentId: "three", mayAsk: () => false }), "signInNeeded");
		assert.equal(await rig.token({ environmentId: "one", mayAsk: () => false }), "one.example 1");
		assert.equal(await rig.token({ environmentId: "two", mayAsk: () => false }), "two.example 2");
	});

	it("asks the account's own tenant where any will do", async () => {
		const rig = new Rig();
		await rig.signIn("ada");
		await rig.token({ environmentId: "disco" }, { tenant: "organizations" });
		assert.deepEqual(rig.renewals, ["ada https://disco.example/.default https://login.example/tenant"]);
	});

	it("gets tokens of applications with their secret, and asks nobody", async () => {
		const rig = new Rig();
		const target = { method: "clientSecret" as const, clientId: "app" };
		assert.equal(await rig.token(target), "signInNeeded");
		await rig.store.setSecret("one", "word");
		assert.equal(await rig.token(target), "one.example 1");
		assert.equal(await rig.token(target), "one.example 1");
		assert.deepEqual(rig.renewals, ["string https://one.example/.default"]);
		assert.equal(await rig.token({ ...target, method: "certificate" }, { refused: "one.example 1" }), "signInNeeded");
		rig.refusals.push({ code: "wrongSecret", needsPerson: false });
		assert.equal(await rig.token(target, { refused: "one.example 1" }), "wrongSecret");
		assert.equal(rig.questions.length, 0);
	});
});
