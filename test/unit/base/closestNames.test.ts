import assert from "node:assert/strict";
import { closestNames } from "../../../src/core/base/closestNames.ts";

const names = ["account", "accountleads", "activitypointer", "contact", "contract", "name", "statecode", "statuscode"];

const cases: readonly (readonly [typed: string, expected: readonly string[]])[] = [
	["acount", ["account"]],
	["accuont", ["account"]],
	["ACCOUNTS", ["account"]],
	["contcat", ["contact", "contract"]],
	["contrac", ["contract", "contact"]],
	["statuscodes", ["statuscode", "statecode"]],
	["leads", ["accountleads"]],
	["nmae", ["name"]],
	["x", []],
	["", []],
	["somethingelse", []],
];

describe("closestNames", () => {
	for (const [typed, expected] of cases)
		it(`${typed}: ${expected.join(", ")}`, () => {
			assert.deepEqual(closestNames(typed, names, 3), expected);
		});

	it("gives no more than asked for", () => {
		assert.deepEqual(closestNames("contrac", names, 1), ["contract"]);
	});
});
