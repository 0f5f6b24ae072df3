import assert from "node:assert/strict";
import fc from "fast-check";
import { retryAfter } from "../../../src/core/client/exchange/retryAfter.ts";
import { fuzz } from "../../support/fuzz.ts";

const now = Date.UTC(2026, 2, 15, 10, 30);

const cases: readonly (readonly [string | undefined, number | undefined])[] = [
	[undefined, undefined],
	["", undefined],
	["0", 0],
	[" 17 ", 17],
	["300", 300],
	["-1", undefined],
	["1.5", undefined],
	["soon", undefined],
	["Sun, 15 Mar 2026 10:30:20 GMT", 20],
	["Sun, 15 Mar 2026 10:29:20 GMT", 0],
	["Sunday, 15-Mar-26 10:31:00 GMT", 60],
	["Sun Mar 15 10:30:05 2026", 5],
	["Sun Mar  1 10:30:05 2026", 0],
	["Sun, 15 Mar 2026 10:30:20 CET", undefined],
	["Sun, 15 Foo 2026 10:30:20 GMT", undefined],
	["Sun, 15 Mar 2026 25:30:20 GMT", undefined],
];

describe("Retry-After", () => {
	for (const [header, seconds] of cases) {
		it(`${header ?? "(absent)"}: ${seconds ?? "not understood"}`, () => {
			assert.equal(retryAfter(header, now), seconds);
		});
	}

	it("reads every date that a server writes", () => {
		const { seed, runs } = fuzz(300);
		const date = fc.integer({ min: now, max: Date.UTC(2199, 11, 31) });
		fc.assert(
			fc.property(date, (time) => {
				const whole = Math.floor(time / 1000) * 1000;
				assert.equal(retryAfter(new Date(whole).toUTCString(), now), Math.max(0, (whole - now) / 1000));
			}),
			{ seed, numRuns: runs },
		);
	});

	it("takes any text, and gives whole seconds or nothing", () => {
		const { seed, runs } = fuzz(300);
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (text) => {
				const seconds = retryAfter(text, now);
				assert.ok(seconds === undefined || (Number.isInteger(seconds) && seconds >= 0));
			}),
			{ seed, numRuns: runs },
		);
	});
});
