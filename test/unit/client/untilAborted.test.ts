import assert from "node:assert/strict";
import { untilAborted } from "../../../src/core/client/exchange/untilAborted.ts";

describe("Waiting until somebody gives up", () => {
	it("gives what comes before that", async () => {
		const { signal } = new AbortController();
		assert.equal(await untilAborted(Promise.resolve(5), signal), 5);
		await assert.rejects(untilAborted(Promise.reject(new Error("broken")), signal), /broken/);
	});

	it("gives nothing as soon as somebody does, whatever comes later", async () => {
		const person = new AbortController();
		let fail: (error: Error) => void = () => undefined;
		const late = new Promise<number>((_, reject) => {
			fail = reject;
		});
		const waiting = untilAborted(late, person.signal);
		person.abort();
		assert.equal(await waiting, undefined);
		fail(new Error("late"));
		const broken: Promise<number> = Promise.reject(new Error("at once"));
		assert.equal(await untilAborted(broken, person.signal), undefined);
		assert.equal(await untilAborted(new Promise(() => undefined), AbortSignal.abort()), undefined);
	});
});
