import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { SharedJobs } from "../../../src/auth/sharedJobs.ts";
import { TokenMemory } from "../../../src/auth/tokenMemory.ts";
import { Turns } from "../../../src/auth/turns.ts";

const never = new AbortController().signal;

/** Work that ends when it is told to. */
function work<Value>() {
	let resolve: (value: Value) => void = () => undefined;
	let reject: (error: Error) => void = () => undefined;
	const promise = new Promise<Value>((yes, no) => {
		resolve = yes;
		reject = no;
	});
	return {
		promise,
		resolve: (value: Value) => {
			resolve(value);
		},
		reject: (error: Error) => {
			reject(error);
		},
	};
}

describe("SharedJobs", () => {
	it("does once what several want, and again when it is done", async () => {
		const jobs = new SharedJobs<string>();
		const first = work<string>();
		let started = 0;
		const start = (): Promise<string> => {
			started += 1;
			return first.promise;
		};
		const all = ["a", "a", "a"].map((key) => jobs.join(key, never, "gave up", start));
		const other = jobs.join("b", never, "gave up", () => Promise.resolve("other"));
		assert.equal(await other, "other");
		first.resolve("done");
		assert.deepEqual(await Promise.all(all), ["done", "done", "done"]);
		assert.equal(started, 1);
		await jobs.join("a", never, "gave up", start);
		assert.equal(started, 2);
	});

	it("lets one give up without the others, and ends the work with the last", async () => {
		const jobs = new SharedJobs<string>();
		const aborts = [new AbortController(), new AbortController()];
		const running = work<string>();
		const given: AbortSignal[] = [];
		const seen = (): boolean | undefined => given[0]?.aborted;
		const waiting = aborts.map(({ signal }) =>
			jobs.join("a", signal, "gave up", (signal) => {
				given.push(signal);
				return running.promise;
			}),
		);
		aborts[0]?.abort();
		assert.equal(await waiting[0], "gave up");
		assert.deepEqual(seen(), false);
		aborts[1]?.abort();
		assert.equal(await waiting[1], "gave up");
		assert.deepEqual(seen(), true);
		assert.equal(await jobs.join("a", never, "gave up", () => Promise.resolve("anew")), "anew");
	});

	it("does not begin for who has given up already", async () => {
		const jobs = new SharedJobs<string>();
		assert.equal(await jobs.join("a", AbortSignal.abort(), "gave up", () => assert.fail("begun")), "gave up");
	});

	it("hands a failure to all who wait, and to nobody else", async () => {
		const jobs = new SharedJobs<string>();
		const failing = work<string>();
		const all = [1, 2].map(() => jobs.join("a", never, "gave up", () => failing.promise));
		failing.reject(new Error("broken"));
		for (const one of all) await assert.rejects(one, /broken/);
		assert.equal(await jobs.join("a", never, "gave up", () => Promise.resolve("anew")), "anew");
	});
});

describe("Turns", () => {
	it("lets one at a time, in order", async () => {
		const turns = new Turns();
		const order: string[] = [];
		const gates = [work<string>(), work<string>(), work<string>()];
		const all = gates.map((gate, number) =>
			turns.take(never, async () => {
				order.push(`begins ${number}`);
				await gate.promise;
				order.push(`ends ${number}`);
			}),
		);
		for (const gate of gates) {
			await setImmediate();
			gate.resolve("");
		}
		await Promise.all(all);
		assert.deepEqual(order, ["begins 0", "ends 0", "begins 1", "ends 1", "begins 2", "ends 2"]);
	});

	it("lets go at once of who gives up while waiting, and keeps the order of the others", async () => {
		const turns = new Turns();
		const gate = work<string>();
		const abort = new AbortController();
		const first = turns.take(never, () => gate.promise);
		const second = turns.take(abort.signal, () => assert.fail("its turn never came"));
		let third = "waits";
		const last = turns.take(never, () => Promise.resolve((third = "came")));
		abort.abort();
		assert.equal(await second, undefined);
		await setImmediate();
		assert.equal(third, "waits", "the first is still at work");
		gate.resolve("done");
		assert.equal(await first, "done");
		assert.equal(await last, "came");
	});

	it("goes on after a failure", async () => {
		const turns = new Turns();
		await assert.rejects(
			turns.take(never, () => Promise.reject(new Error("broken"))),
			/broken/,
		);
		assert.equal(await turns.take(never, () => Promise.resolve("next")), "next");
	});
});

describe("TokenMemory", () => {
	let now = 0;
	const clock = { now: () => now, wait: () => Promise.resolve() };
	const hour = 3_600_000;

	it("gives a token until shortly before its end, and keeps it as the second best until then", () => {
		now = 0;
		const memory = new TokenMemory(clock);
		memory.keep("key", { token: "token", expiresAt: hour });
		for (const [time, good, valid] of [
			[0, "token", "token"],
			[hour - 300_001, "token", "token"],
			[hour - 299_999, undefined, "token"],
			[hour, undefined, undefined],
		] as const) {
			now = time;
			assert.deepEqual([memory.good("key", undefined), memory.valid("key", undefined)], [good, valid], String(time));
		}
	});

	it("uses most of the life of a token that lives only a minute", () => {
		now = 0;
		const memory = new TokenMemory(clock);
		memory.keep("key", { token: "token", expiresAt: 60_000 });
		now = 47_999;
		assert.equal(memory.good("key", undefined), "token");
		now = 48_001;
		assert.equal(memory.good("key", undefined), undefined);
	});

	it("never gives what was refused", () => {
		now = 0;
		const memory = new TokenMemory(clock);
		memory.keep("key", { token: "token", expiresAt: hour });
		assert.equal(memory.good("key", "token"), undefined);
		assert.equal(memory.valid("key", "token"), undefined);
		assert.equal(memory.good("key", "another"), "token");
	});

	it("forgets an account and nobody else", () => {
		now = 0;
		const memory = new TokenMemory(clock);
		memory.keep("one", { token: "1", expiresAt: hour, account: "ada" });
		memory.keep("two", { token: "2", expiresAt: hour, account: "ben" });
		memory.forgetAccount("ada");
		assert.deepEqual([memory.good("one", undefined), memory.good("two", undefined)], [undefined, "2"]);
	});
});
