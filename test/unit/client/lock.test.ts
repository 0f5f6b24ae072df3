import assert from "node:assert/strict";
import type { ExchangeRequest } from "../../../src/core/client/exchange/exchange.ts";
import { exchangeRig } from "../../support/client/clientRig.ts";
import { fetchFailed } from "../../support/client/scriptedFetch.ts";

const locked = { writes: { mayWrite: () => false } };

/** What callers may claim that is not so. */
const disguised: readonly (readonly [string, Partial<ExchangeRequest>])[] = [
	["POST", { method: "POST", url: "accounts", body: "{}" }],
	["PATCH", { method: "PATCH", url: "accounts(1)", body: "{}" }],
	["PUT", { method: "PUT", url: "accounts(1)/name", body: "{}" }],
	["DELETE", { method: "DELETE", url: "accounts(1)" }],
	["an action", { method: "POST", url: "WinOpportunity", body: "{}" }],
	["a batch that nobody can read", { method: "POST", url: "$batch", body: "x" }],
	["a page of the app", { url: "/main.aspx?delete=1" }],
	["a read that calls itself a write", { write: true }],
];

describe("A locked environment", () => {
	for (const [what, request] of disguised) {
		it(`refuses ${what} before it is sent`, async () => {
			const rig = exchangeRig([{ status: 204 }], locked);
			const result = await rig.send(request);
			assert.equal(!result.ok && result.problem.code, "readOnly");
			assert.deepEqual([rig.seen, rig.asked], [[], []]);
		});
	}

	it("lets reads through, batches of reads among them", async () => {
		const rig = exchangeRig([{ status: 200 }], locked);
		assert.ok((await rig.send({ url: "WhoAmI" })).ok);
		const body = "--b\r\nContent-Type: application/http\r\n\r\nGET accounts HTTP/1.1\r\n\r\n\r\n--b--\r\n";
		const headers = { "Content-Type": "multipart/mixed; boundary=b" };
		assert.ok((await rig.send({ method: "POST", url: "$batch", body, headers })).ok);
	});

	it("is asked again before a write is repeated", async () => {
		let open = true;
		const writes = { mayWrite: () => open };
		const write = { method: "PATCH", url: "accounts(1)", body: "{}", write: true, repeat: "conditional" } as const;
		const options = { onProgress: () => void (open = false) };
		const unsent = exchangeRig([fetchFailed("ECONNREFUSED"), { status: 204 }], { writes });
		const first = await unsent.send({ ...write, options });
		assert.equal(!first.ok && first.problem.code, "readOnly");
		open = true;
		const lost = exchangeRig([fetchFailed("ECONNRESET", { syscall: "read" }), { status: 204 }], { writes });
		const second = await lost.send({ ...write, options });
		assert.equal(!second.ok && second.problem.code, "mayHaveBeenApplied");
		assert.deepEqual([unsent.seen.length, lost.seen.length], [1, 1]);
	});

	it("that closes while a write waits for its token or in the queue stops it", async () => {
		for (const when of ["token", "queue"]) {
			let open = true;
			const tokens = {
				token: async () => {
					await Promise.resolve();
					if (when === "token") open = false;
					return { ok: true, value: "t" } as const;
				},
			};
			const writes = { mayWrite: () => open };
			const rig = exchangeRig(["silence"], { writes, tokens, concurrency: 1 });
			const first = new AbortController();
			const reading = when === "queue" ? rig.send({ options: { signal: first.signal } }) : undefined;
			const writing = rig.send({ method: "DELETE", url: "accounts(1)", write: true });
			for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
			open = false;
			first.abort();
			const result = await writing;
			await reading;
			assert.equal(!result.ok && result.problem.code, "readOnly", when);
			assert.equal(rig.seen.filter(({ method }) => method === "DELETE").length, 0);
		}
	});

	it("does not let a write that its caller did not know be repeated", async () => {
		const rig = exchangeRig([fetchFailed("ECONNRESET", { syscall: "read" }), { status: 204 }]);
		const result = await rig.send({ method: "POST", url: "accounts", body: "{}", repeat: "safe", write: false });
		assert.equal(!result.ok && result.problem.code, "mayHaveBeenApplied");
		assert.equal(rig.seen.length, 1);
	});
});
