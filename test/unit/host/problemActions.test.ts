import { deepEqual } from "node:assert/strict";
import type { ClientProblem } from "../../../src/core/client/clientProblem.ts";
import type { SignInProblemCode } from "../../../src/core/client/signInProblem.ts";
import { clientActions } from "../../../src/host/problemActions.ts";

const service = (status: number): ClientProblem => ({ code: "service", status, message: "no", attempts: 1 });
const signIn = (code: SignInProblemCode): ClientProblem => ({ code: "signIn", problem: { code } });

/** A problem, and the buttons where the place can offer everything. */
const problems: readonly (readonly [string, ClientProblem, string])[] = [
	["nobody signed in", signIn("signInNeeded"), "signIn"],
	["an expired secret", signIn("expiredSecret"), "signIn"],
	["no consent", signIn("consentMissing"), "ownApplication signIn documentation"],
	["an unknown client", signIn("wrongClient"), "ownApplication signIn documentation"],
	["a wrong clock", signIn("clockSkew"), "tryAgain"],
	["no network at sign-in", signIn("offline"), "tryAgain"],
	["a foreign authority", signIn("unknownAuthority"), ""],
	["a lock", { code: "readOnly" }, "unlock"],
	["no network", { code: "network", cause: "offline", attempts: 3 }, "tryAgain"],
	["too many requests", service(429), "tryAgain"],
	["a service that fails", service(503), "tryAgain"],
	["a refusal", service(400), "documentation"],
	["a conflict", { code: "conflict", expected: "W/1", mine: {} }, ""],
	["a write that may have been applied", { code: "mayHaveBeenApplied", reason: "action", attempts: 1 }, ""],
	["another origin", { code: "foreignOrigin", origin: "https://example.org" }, ""],
	["an answer of another kind", { code: "unreadable", what: "notJson" }, ""],
];

describe("Next steps after", () => {
	for (const [name, problem, actions] of problems) {
		it(name, () => {
			const expected = actions === "" ? [] : actions.split(" ");
			deepEqual(clientActions(problem, { canTryAgain: true, hasEnvironment: true }), expected);
			deepEqual(
				clientActions(problem, { canTryAgain: false, hasEnvironment: false }),
				expected.filter((action) => action === "ownApplication" || action === "documentation"),
			);
		});
	}
});
