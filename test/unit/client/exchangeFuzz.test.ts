import assert from "node:assert/strict";
import fc from "fast-check";
import type { ExchangeRequest } from "../../../src/core/client/exchange/exchange.ts";
import { exchangeRig } from "../../support/client/clientRig.ts";
import { fetchFailed, type ScriptedReply } from "../../support/client/scriptedFetch.ts";
import { fuzz } from "../../support/fuzz.ts";

const ownError = '{"error":{"code":"0x80040216","message":"x"}}';
const broken = new TypeError("terminated", { cause: Object.assign(new Error("x"), { code: "ECONNRESET" }) });

/** A reply, and what it does to the database: surely something, surely nothing, or nobody knows. */
interface Met {
	readonly reply: ScriptedReply;
	readonly applied: "yes" | "no" | "perhaps";
}

const met: readonly Met[] = [
	{ reply: { status: 204 }, applied: "yes" },
	{ reply: { status: 429, headers: { "retry-after": "3" } }, applied: "no" },
	{ reply: { status: 401 }, applied: "no" },
	{ reply: { status: 400, text: ownError }, applied: "no" },
	{ reply: { status: 412 }, applied: "no" },
	{ reply: { status: 500, text: ownError }, applied: "no" },
	{ reply: { status: 500, text: "<html>" }, applied: "perhaps" },
	{ reply: { status: 200, headers: { "content-type": "text/html" }, text: "<html>" }, applied: "perhaps" },
	{ reply: { status: 524 }, applied: "perhaps" },
	{ reply: { status: 503, headers: { "retry-after": "2" } }, applied: "perhaps" },
	{ reply: { status: 200, text: broken }, applied: "perhaps" },
	{ reply: "silence", applied: "perhaps" },
	{ reply: fetchFailed("ECONNRESET", { syscall: "read" }), applied: "perhaps" },
	{ reply: fetchFailed("ECONNREFUSED"), applied: "no" },
	{ reply: fetchFailed("CERT_HAS_EXPIRED"), applied: "no" },
];

const write = { method: "PATCH", url: "accounts(1)", body: "{}", write: true } as const;

describe("The exchange, whatever a write meets", () => {
	it("sends once what may be sent once only, and is never silent about what may have been applied", async () => {
		const { seed, runs } = fuzz(150);
		const course = fc.array(fc.constantFrom(...met), { minLength: 1, maxLength: 12 });
		const repeats = fc.constantFrom<ExchangeRequest["repeat"]>("safe", "never", "conditional");
		await fc.assert(
			fc.asyncProperty(course, repeats, async (replies, repeat) => {
				const rig = exchangeRig(replies.map(({ reply }) => reply));
				const result = await rig.send({ ...write, repeat });
				// The last reply goes on for ever.
				const seen = rig.seen.map((_, index) => replies[Math.min(index, replies.length - 1)]?.applied);
				const mayBeApplied = seen.slice(0, -1).filter((applied) => applied !== "no").length;
				assert.ok(rig.seen.length <= 30, "an end");
				if (repeat === "never") assert.equal(mayBeApplied, 0, "nothing behind what may have been applied");
				if (result.ok) {
					assert.equal(seen.at(-1), "yes");
					assert.ok(result.value.repeated || mayBeApplied === 0);
				} else if (result.problem.code === "mayHaveBeenApplied") {
					assert.ok(seen.includes("perhaps"));
				} else {
					const isTold = result.repeated && result.problem.code === "service";
					assert.ok(isTold || !seen.some((applied) => applied !== "no"), JSON.stringify(result.problem));
				}
			}),
			{ seed, numRuns: runs },
		);
	});
});
