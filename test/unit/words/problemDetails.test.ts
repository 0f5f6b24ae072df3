import { deepEqual } from "node:assert/strict";
import type { ClientProblem } from "../../../src/core/client/clientProblem.ts";
import { english } from "../../../src/words/message.ts";
import { clientProblemDetails } from "../../../src/words/problemDetails.ts";

const request = {
	method: "PATCH",
	path: "/api/data/v9.2/accounts(1)",
	clientRequestId: "ours",
	serviceRequestId: "theirs",
};

const problems: readonly (readonly [string, ClientProblem, readonly string[]])[] = [
	[
		"a refusal",
		{
			code: "service",
			status: 400,
			serviceCode: "0x80060888",
			message: "no",
			innerDetail: "at the end",
			attempts: 2,
			request,
		},
		[
			"Status: 400",
			"Code: 0x80060888",
			"Attempts: 2",
			"Request: PATCH /api/data/v9.2/accounts(1)",
			"Request ID: ours",
			"Response ID: theirs",
			"Message of the service: no",
			"Inner detail: at the end",
		],
	],
	[
		"a sign-in",
		{ code: "signIn", problem: { code: "consentMissing", serviceCode: "AADSTS65001", correlationId: "an id" } },
		["Code: AADSTS65001", "Correlation ID: an id"],
	],
	["no network", { code: "network", cause: "reset", attempts: 6 }, ["Cause: reset", "Attempts: 6"]],
	[
		"a write that may have been applied",
		{ code: "mayHaveBeenApplied", reason: "noClientId", check: "/x", attempts: 1 },
		["Attempts: 1", "To check: GET /x"],
	],
	["a conflict", { code: "conflict", expected: 'W/"1"', mine: {} }, ['Expected version: W/"1"']],
	["a lock, of which nothing more is known", { code: "readOnly" }, []],
];

describe("Details of", () => {
	for (const [name, problem, lines] of problems) {
		it(name, () => {
			deepEqual(
				clientProblemDetails(problem).map((detail) => `${english(detail.name)}: ${detail.value}`),
				lines,
			);
		});
	}
});
