import assert from "node:assert/strict";
import { isTooOld } from "../../../src/cli/nodeVersion.ts";

describe("isTooOld", () => {
	const cases: readonly (readonly [version: string, tooOld: boolean])[] = [
		["18.20.4", true],
		["20.19.0", true],
		["22.1.0", true],
		["22.2.0", false],
		["22.15.0", false],
		["24.0.0", false],
		["100.0.0", false],
	];
	for (const [version, tooOld] of cases)
		it(`${version}: ${tooOld ? "too old" : "fine"}`, () => {
			assert.equal(isTooOld(version), tooOld);
		});
});
