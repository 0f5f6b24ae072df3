import assert from "node:assert/strict";
import { Channel, type Port } from "../../../src/protocol/channel.ts";

interface Host {
	readonly double: { readonly params: number; readonly result: number };
	readonly wait: { readonly params: null; readonly result: null };
	readonly fail: { readonly params: string; readonly result: null };
}

interface View {
	readonly shout: { readonly params: string; readonly result: string };
}

/** Two ends of one wire; what is posted arrives later, as with a webview, and as a copy. */
function wire(): { readonly left: Port; readonly right: Port; readonly toLeft: (message: unknown) => void } {
	const ends = [new Set<(message: unknown) => void>(), new Set<(message: unknown) => void>()] as const;
	const port = (own: 0 | 1): Port => ({
		post: (message) => {
			const copy: unknown = JSON.parse(JSON.stringify(message));
			queueMicrotask(() => {
				for (const listener of ends[own === 0 ? 1 : 0]) listener(copy);
			});
		},
		listen: (listener) => {
			ends[own].add(listener);
			return () => void ends[own].delete(listener);
		},
	});
	return {
		left: port(0),
		right: port(1),
		toLeft: (message) => {
			for (const listener of ends[0]) listener(message);
		},
	};
}

function connected() {
	const { left, right, toLeft } = wire();
	const host = new Channel<Host, View>(left, {
		double: (number) => number * 2,
		wait: () => new Promise(() => undefined),
		fail: (reason) => {
			throw new Error(reason);
		},
	});
	const view = new Channel<View, Host>(right, { shout: (text) => Promise.resolve(text.toUpperCase()) });
	return { host, view, toLeft };
}

describe("a channel between extension and webview", () => {
	it("brings results back to their callers, both ways", async () => {
		const { host, view } = connected();
		const answers = [view.call("double", 2), host.call("shout", "hm"), view.call("double", 4)] as const;
		assert.deepEqual(await Promise.all(answers), [4, "HM", 8]);
	});

	it("rejects the caller when the handler throws", async () => {
		await assert.rejects(connected().view.call("fail", "no such table"), /^Error: no such table$/);
	});

	it("rejects what is pending, and what comes later, when it is disposed", async () => {
		const { view } = connected();
		const pending = view.call("wait", null);
		view.dispose();
		view.dispose();
		await assert.rejects(pending, /closed/);
		await assert.rejects(view.call("double", 1), /closed/);
	});

	it("does not answer after it is disposed", async () => {
		const { host, view } = connected();
		host.dispose();
		const pending = view.call("double", 1);
		const first = await Promise.race([pending, new Promise((resolve) => setImmediate(resolve, "silence"))]);
		assert.equal(first, "silence");
		view.dispose();
		await assert.rejects(pending);
	});

	it("rejects a call that the other side does not know", async () => {
		const { left, right } = wire();
		new Channel<View, View>(left, { shout: (text) => text });
		const view = new Channel<View, Host & { toString: Host["wait"] }>(right, { shout: (text) => text });
		await assert.rejects(view.call("double", 1), /double/);
		await assert.rejects(view.call("toString", null), /toString/);
	});

	for (const message of [undefined, null, 3, "text", {}, { kind: "call" }, { kind: "other", id: 1 }, { id: "1" }]) {
		it(`passes over ${JSON.stringify(message)}, which is not its own`, async () => {
			const { host, toLeft } = connected();
			toLeft(message);
			toLeft({ kind: "result", id: 99, result: 1 });
			assert.equal(await host.call("shout", "on"), "ON");
		});
	}

	it("does not compile without a handler for every call", () => {
		const { left } = wire();
		// @ts-expect-error wait and fail are missing
		const channel = new Channel<Host, View>(left, { double: (number: number) => number });
		channel.dispose();
	});
});
