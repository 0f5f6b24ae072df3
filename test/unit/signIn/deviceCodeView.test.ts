import { deepEqual, equal } from "node:assert/strict";
import { deviceCodeView } from "../../../src/features/signIn/deviceCodeView.ts";
import { english } from "../../../src/words/message.ts";

const now = 1_000_000;

const code = (seconds: number, url = "https://microsoft.com/devicelogin") => ({
	userCode: "ABCD-EFGH",
	url,
	expiresAt: now + seconds * 1_000,
	cancel: () => undefined,
});

/** Seconds until the code expires, and what a person reads. */
const times: readonly (readonly [number, string])[] = [
	[900, "15 minutes left."],
	[899, "14 minutes left."],
	[119, "One minute left."],
	[60, "One minute left."],
	[59, "Less than a minute left."],
	[0, "Less than a minute left."],
	[-30, "Less than a minute left."],
];

describe("A device code as people see it", () => {
	for (const [seconds, text] of times) {
		it(`with ${seconds} seconds left`, () => {
			equal(english(deviceCodeView(code(seconds), now).timeLeft), text);
		});
	}

	it("says code and page in one sentence, so that it stands alone when it is read aloud", () => {
		const { instruction } = deviceCodeView(code(900), now);
		equal(english(instruction), "Enter the code ABCD-EFGH at microsoft.com/devicelogin.");
	});

	it("keeps the port and path of another page", () => {
		const { instruction } = deviceCodeView(code(900, "https://www.login.example:8443/device?x=1"), now);
		equal(english(instruction), "Enter the code ABCD-EFGH at login.example:8443/device?x=1.");
	});

	it("offers what a person does next first, and can be given up", () => {
		const rows = deviceCodeView(code(900), now).rows.map(({ action, fact }) => [action, fact]);
		deepEqual(rows, [
			["copyAndOpen", "ABCD-EFGH"],
			["copy", "ABCD-EFGH"],
			["open", "microsoft.com/devicelogin"],
			["cancel", undefined],
		]);
	});
});
