import assert from "node:assert/strict";
import { compareDecimals } from "../../../src/core/schema/compareDecimals.ts";

/** In rising order; those of one line are equal. */
const rising: readonly (readonly string[])[] = [
	["-1E+30"],
	["-9223372036854775808", "-9223372036854775808.000"],
	["-9223372036854775807"],
	["-100000000000", "-1E11", "-1e+11"],
	["-1.5"],
	["-1.25"],
	["-1", "-01", "-1."],
	["-0.5", "-.5"],
	["-1E-12", "-0.000000000001"],
	["0", "-0", "0.000", "0E9", "+0"],
	["1E-12", "0.000000000001"],
	["0.0000000001"],
	["1", "+1", "0001", " 1 ", "1.0"],
	["1.25"],
	["1.5"],
	["9"],
	["10"],
	["9007199254740992"],
	["9007199254740993"],
	["9223372036854775806"],
	["9223372036854775807"],
	["1E30", "1000000000000000000000000000000"],
	["1E999999999"],
];

describe("comparing decimals", () => {
	rising.forEach((line, place) => {
		it(`knows the place of ${line.join(", ")}`, () => {
			rising.forEach((others, otherPlace) => {
				for (const left of line) {
					for (const right of others) {
						const order = Math.sign(compareDecimals(left, right) ?? Number.NaN);
						assert.equal(order, Math.sign(place - otherPlace), `${left} and ${right}`);
					}
				}
			});
		});
	});

	for (const text of ["", " ", "-", ".", "E5", "1,5", "NaN", "Infinity", "0x10", "1E", "1 2", "--1"]) {
		it(`takes "${text}" for no number`, () => {
			assert.equal(compareDecimals(text, "1"), undefined);
			assert.equal(compareDecimals("1", text), undefined);
		});
	}

	it("takes linear time on long runs of zeros", () => {
		const zeros = "0".repeat(200_000);
		assert.equal(compareDecimals(`1${zeros}1`, `1${zeros}2`), -1);
	});
});
