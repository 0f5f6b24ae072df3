import { equal } from "node:assert/strict";
import { english } from "../../../src/words/message.ts";
import { odataProblem } from "../../../src/words/odataProblem.ts";

describe("sentences of OData problems", () => {
	it("say what was expected where that is known", () => {
		const place = { start: 0, end: 1 };
		equal(english(odataProblem({ code: "expectedToken", expected: ")", ...place })), "“)” must stand here.");
		equal(english(odataProblem({ code: "badLiteral", ...place })), "This is no valid value from here on.");
		equal(
			english(odataProblem({ code: "badLiteral", expected: "guid", ...place })),
			"This is no valid guid from here on.",
		);
	});
});
