import { equal } from "node:assert/strict";
import type { ProblemCode } from "../../../src/core/schema/reference/problem.ts";
import { english } from "../../../src/words/message.ts";
import { schemaProblem, schemaProblemTitle } from "../../../src/words/schemaProblem.ts";

describe("sentences of the problems", () => {
	it("carry the text", () => {
		const code: ProblemCode = "unknownRow";
		equal(english(schemaProblem({ code, text: "|A|" })), "This row is not understood: |A|");
		equal(english(schemaProblemTitle(code)), "This row is not understood");
	});
});
