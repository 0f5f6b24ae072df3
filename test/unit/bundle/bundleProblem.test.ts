import assert from "node:assert/strict";
import type { BundleProblem } from "../../../src/core/schema/bundle/bundleProblem.ts";
import { bundleProblemMessage } from "../../../src/words/bundleProblem.ts";
import { english } from "../../../src/words/message.ts";

const sentences: readonly (readonly [BundleProblem, string])[] = [
	[{ code: "unreadable", reason: "ENOENT" }, "The schema file s.dvs cannot be read (ENOENT)."],
	[
		{ code: "unwritable", reason: "EACCES" },
		"The schema file s.dvs cannot be written (EACCES). What was there before is unchanged.",
	],
	[{ code: "foreign" }, "s.dvs is not a schema file of Dataverse Workbench."],
	[
		{ code: "newer", version: 3, known: 1 },
		"The schema file s.dvs has format 3, and this version of Dataverse Workbench reads up to format 1. Update Dataverse Workbench or make the file again.",
	],
	[
		{ code: "truncated", expected: 200, actual: 100 },
		"The schema file s.dvs is incomplete: 100 of 200 bytes are there. Make it again or reinstall.",
	],
	[{ code: "damaged" }, "The schema file s.dvs is damaged. Make it again or reinstall."],
	[
		{ code: "damagedPart", part: "account" },
		"The part account of the schema file s.dvs is damaged and left out. Make the file again or reinstall.",
	],
];

describe("what people read about a bundle", () => {
	for (const [problem, sentence] of sentences) {
		it(problem.code, () => {
			assert.equal(english(bundleProblemMessage(problem, "s.dvs")), sentence);
		});
	}
});
