import assert from "node:assert/strict";
import type {
	ClientProblem,
	MayHaveBeenApplied,
	NetworkProblem,
	ServiceProblem,
} from "../../../src/core/client/clientProblem.ts";
import { clientProblemMessage } from "../../../src/words/clientProblem.ts";
import { english } from "../../../src/words/message.ts";
import { serviceCodeTexts } from "../../../src/words/serviceCode.ts";

const service: ServiceProblem = { code: "service", status: 400, message: "It says so.", attempts: 1 };
const network: NetworkProblem = { code: "network", cause: "reset", attempts: 6 };
const unsure: MayHaveBeenApplied = { code: "mayHaveBeenApplied", reason: "action", attempts: 1 };
const user = "53e97fb3-a006-f111-8406-000d3a352682";

const cases: readonly (readonly [ClientProblem, sentence: RegExp, next?: RegExp])[] = [
	[{ code: "cancelled" }, /^The request was cancelled\.$/],
	[{ code: "cancelled", mayHaveBeenApplied: true }, /may have been made all the same/, /Look at the record/],
	[{ code: "readOnly" }, /read-only: nothing was sent/, /Unlock/],
	[{ code: "foreignOrigin", origin: "https://evil.example" }, /https:\/\/evil\.example/, /Check the address/],
	[{ code: "forbiddenHeader", header: "authorization" }, /The header authorization is not sent/, /Remove/],
	[
		{ code: "invalidBatch", reason: "batchInBatch", place: 3 },
		/^Request 3 of the batch is a batch itself\. Nothing was sent\.$/,
	],
	[{ code: "signIn", problem: { code: "signInNeeded" } }, /Nobody is signed in/, /Sign in/],
	[network, /connection to the environment broke\. It was tried 6 times\./, /Try again/],
	[{ ...network, attempts: 1 }, /broke\.$/],
	[{ ...network, cause: "certificate" }, /certificate .* not trusted .* nothing was sent/, /certificate/],
	[{ ...network, cause: "proxy" }, /proxy/i, /proxy settings/],
	[{ code: "unreadable", what: "notJson" }, /no JSON/, /Check the address/],
	[{ code: "conflict", expected: "1", mine: {}, theirs: {} }, /Somebody else has changed/, /Compare/],
	[{ code: "conflict", expected: "1", mine: {} }, /cannot be read now/, /Read/],
	[unsure, /tells whether it was made\. The call of an action/, /Look at the record/],
	[{ ...unsure, check: "accounts(1)" }, /whether it was made/, /GET accounts\(1\)/],
	[service, /^The environment refused with 400\. It says: It says so\.$/],
	[{ ...service, message: "" }, /refused with 400 and said nothing/],
	[{ ...service, serviceCode: "0x80060888" }, /does not take the query .* It says so\./, /Correct/],
	[{ ...service, serviceCode: "0X8004E023" }, /50,000/, /Narrow/],
	[{ ...service, serviceCode: "constructor" }, /^The environment refused with 400\. It says: It says so\.$/],
	[{ ...service, status: 401, message: "" }, /does not accept the sign-in/, /Sign in again/],
	[{ ...service, status: 403 }, /no right to do this\. .*It says so\./, /administrator/],
	[{ ...service, status: 404, message: "" }, /refused with 404/],
	[{ ...service, status: 429, serviceCode: "0x80072322", retryAfter: 17 }, /more requests/, /17 seconds/],
	[{ ...service, status: 503, message: "" }, /not available just now/, /Try again/],
	[
		{ ...service, status: 403, missing: { privilege: "prvReadAccount", table: "account", user } },
		new RegExp(`^The privilege prvReadAccount is missing for the table account\\. The user is ${user}\\.$`),
		/security roles/,
	],
	[
		{ ...service, status: 403, missing: { privilege: "WriteAccess", table: "account" } },
		/^The right WriteAccess to this record is missing \(table account\)\.$/,
		/shared/,
	],
	[{ ...service, status: 403, missing: { user } }, /^A privilege is missing\. The user is /, /administrator/],
];

/** Complete sentences, and nothing left open in them. */
function assertWellFormed(problem: ClientProblem): void {
	const { sentence, next } = clientProblemMessage(problem);
	for (const text of [english(sentence), ...(next === undefined ? [] : [english(next)])]) {
		assert.match(text, /^[A-Z].*\.$/s);
		assert.doesNotMatch(text, /[{}]|undefined|\.\./);
	}
}

describe("Sentences about requests", () => {
	for (const [problem, sentence, next] of cases) {
		it(english(clientProblemMessage(problem).sentence).slice(0, 80), () => {
			const found = clientProblemMessage(problem);
			assert.match(english(found.sentence), sentence);
			if (next !== undefined) assert.match(english(found.next ?? found.sentence), next);
			assertWellFormed(problem);
		});
	}

	it("are whole for every code, cause and reason", () => {
		const causes = [
			"offline",
			"nameNotFound",
			"refused",
			"reset",
			"timedOut",
			"certificate",
			"proxy",
			"other",
		] as const;
		for (const cause of causes) assertWellFormed({ ...network, cause });
		const reasons = [
			"action",
			"noClientId",
			"unanswered",
			"notReadable",
			"changedSince",
			"batch",
			"unconditional",
		] as const;
		for (const reason of reasons) assertWellFormed({ ...unsure, reason });
		for (const what of ["notJson", "noRows", "badBatch", "redirect", "noId", "loop"] as const)
			assertWellFormed({ code: "unreadable", what });
		for (const reason of ["readInChangeSet", "batchInBatch", "emptyChangeSet", "repeatedContentId"] as const)
			assertWellFormed({ code: "invalidBatch", reason, place: 2 });
		for (const serviceCode of Object.keys(serviceCodeTexts))
			assertWellFormed({ ...service, serviceCode, retryAfter: 3 });
		for (let status = 300; status < 600; status += 1)
			for (const message of ["", "It says so."]) assertWellFormed({ ...service, status, message });
	});

	it("know codes in lower case only, as they are looked up", () => {
		for (const code of Object.keys(serviceCodeTexts)) assert.match(code, /^0x[\da-f]{8}$/);
	});
});
