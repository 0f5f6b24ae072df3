import assert from "node:assert/strict";
import { adminUser, secondUser } from "../../../src/sandbox/service/identity.ts";
import { type BatchItems, batchOf, type BatchPart, partsOf } from "../../support/sandbox/batchText.ts";
import { type SandboxInMemory, sandboxInMemory, type TestAnswer } from "../../support/sandbox/sandboxInMemory.ts";

const accountA = "aaaaaaaa-0000-4000-8000-000000000001";
const accountB = "aaaaaaaa-0000-4000-8000-000000000002";
const contactA = "cccccccc-0000-4000-8000-000000000001";
const continuing = { prefer: "odata.continue-on-error" };

describe("$batch", () => {
	let sandbox: SandboxInMemory;
	beforeEach(() => {
		sandbox = sandboxInMemory();
	});
	afterEach(() => {
		sandbox.close();
	});

	const send = (items: BatchItems, headers: Readonly<Record<string, string>> = {}): TestAnswer =>
		sandbox.answer("POST", "$batch", batchOf(items, headers));
	const names = (set = "accounts", column = "name"): readonly string[] =>
		(
			sandbox.ok("GET", `${set}?$select=${column}&$orderby=${column}`) as { value: readonly Record<string, string>[] }
		).value.map((row) => row[column] ?? "");
	const outline = (parts: readonly BatchPart[]): readonly string[] =>
		parts.map(({ status, inSet, contentId }) => `${status}${inSet ? ` set ${contentId}` : ""}`);
	const create = (name: string, more: object = {}) => ({ method: "POST", url: "accounts", body: { name, ...more } });
	const tooLong = create("x".repeat(200));
	const list = { method: "GET", url: "/api/data/v9.2/accounts?$select=name" };

	it("answers its parts in their order, each as if it came alone", () => {
		const answer = send([
			create("A", { accountid: accountA }),
			{ ...list, headers: { Prefer: 'odata.include-annotations="*"' } },
			{
				method: "PATCH",
				url: `http://anywhere/api/data/v9.1/accounts(${accountA})`,
				body: { name: "Ä€" },
				headers: { Prefer: "return=representation" },
			},
			{ method: "DELETE", url: `accounts(${accountA})` },
			{ ...list },
		]);
		assert.equal(answer.status, 200);
		assert.equal(answer.headers.get("odata-version"), "4.0");
		const parts = partsOf(answer);
		assert.deepEqual(outline(parts), ["204", "200", "200", "204", "200"]);
		assert.equal(parts[0]?.headers.get("odata-entityid"), `http://localhost/api/data/v9.2/accounts(${accountA})`);
		assert.match(parts[1]?.body ?? "", /"name":"A"/);
		assert.match(parts[2]?.body ?? "", /"name":"Ä€"/);
		assert.match(parts[2]?.body ?? "", /data\/v9\.1\/\$metadata/);
		assert.match(parts[4]?.body ?? "", /"value":\[\]/);
	});

	it("ends at the first error, with its status", () => {
		const answer = send([create("A"), { method: "GET", url: "Account" }, create("B")]);
		assert.equal(answer.status, 404);
		const parts = partsOf(answer);
		assert.deepEqual(outline(parts), ["204", "404"]);
		assert.match(parts[1]?.body ?? "", /^\{"error":\{"code":"0x8006088a"/);
		assert.match(parts[1]?.headers.get("req_id") ?? "", /^[\da-f-]{36}$/);
		assert.deepEqual(names(), ["A"]);
	});

	it("goes on after errors where it is asked to", () => {
		const answer = send([create("A"), tooLong, create("B")], continuing);
		assert.equal(answer.status, 200);
		assert.deepEqual(outline(partsOf(answer)), ["204", "400", "204"]);
		assert.deepEqual(names(), ["A", "B"]);
	});

	it("undoes a change set whose third part fails", () => {
		const answer = send([create("before"), [create("A"), create("B"), tooLong, create("C")], create("after")]);
		assert.equal(answer.status, 400);
		assert.deepEqual(outline(partsOf(answer)), ["204", "400 set 3"]);
		assert.deepEqual(names(), ["before"]);
	});

	it("undoes it and goes on where it is asked to", () => {
		const answer = send([[create("A"), create("B"), tooLong], [create("C")], create("D")], continuing);
		assert.equal(answer.status, 200);
		assert.deepEqual(outline(partsOf(answer)), ["400 set 3", "204 set 1", "204"]);
		assert.deepEqual(names(), ["C", "D"]);
	});

	it("undoes tables that a failed change set was the first to use", () => {
		const lead = { method: "POST", url: "leads", body: { subject: "first", lastname: "L" } };
		assert.equal(send([[lead, tooLong]]).status, 400);
		assert.deepEqual(names("leads", "subject"), []);
		assert.equal(send([[lead]]).status, 200);
		assert.deepEqual(names("leads", "subject"), ["first"]);
	});

	describe("references to earlier parts of a change set", () => {
		const references: readonly (readonly [string, BatchItems[number]])[] = [
			[
				"in bodies",
				[
					{ method: "POST", url: "contacts", body: { lastname: "C", contactid: contactA } },
					create("A", { accountid: accountA, "primarycontactid@odata.bind": "$1" }),
				],
			],
			[
				"in a body and a URL",
				[
					{ method: "POST", url: "contacts", body: { lastname: "C", contactid: contactA } },
					create("A", { accountid: accountA }),
					{ method: "PATCH", url: "$2", body: { "primarycontactid@odata.bind": "$1" } },
				],
			],
			[
				"in a link",
				[
					create("A", { accountid: accountA }),
					{ method: "POST", url: "contacts", body: { lastname: "C", contactid: contactA } },
					{ method: "PUT", url: "$1/primarycontactid/$ref", body: { "@odata.id": "$2" } },
				],
			],
			[
				"with ids that are no numbers",
				[
					{ method: "POST", url: "contacts", body: { lastname: "C", contactid: contactA }, contentId: "new-contact" },
					create("A", { accountid: accountA, "primarycontactid@odata.bind": "$new-contact" }),
				],
			],
			[
				"to a part that changed a record",
				[
					{ method: "PATCH", url: `contacts(${contactA})`, body: { lastname: "C" } },
					create("A", { accountid: accountA, "primarycontactid@odata.bind": "$1" }),
				],
			],
			[
				"to a part that answers with the record",
				[
					{
						method: "POST",
						url: "contacts",
						body: { lastname: "C", contactid: contactA },
						headers: { Prefer: "return=representation" },
					},
					create("A", { accountid: accountA, "primarycontactid@odata.bind": "$1" }),
				],
			],
		];
		for (const [what, set] of references)
			it(what, () => {
				const answer = send([set]);
				assert.equal(answer.status, 200, answer.text);
				const account = sandbox.ok("GET", `accounts(${accountA})?$select=_primarycontactid_value`);
				assert.equal((account as Record<string, unknown>)._primarycontactid_value, contactA);
			});

		it("in the URL of a property", () => {
			const set = [create("A", { accountid: accountA }), { method: "PUT", url: "$1/name", body: { value: "B" } }];
			assert.equal(send([set]).status, 200);
			assert.deepEqual(names(), ["B"]);
		});

		it("do not reach forward, nor into another change set", () => {
			const link = create("A", { "primarycontactid@odata.bind": "$2" });
			const contact = { method: "POST", url: "contacts", body: { lastname: "C" } };
			for (const items of [[[link, contact]], [[contact, contact], [link]]] as const) {
				const answer = send(items);
				assert.equal(answer.status, 400);
				const part = partsOf(answer).at(-1);
				assert.match(part?.body ?? "", /Content-ID Reference: '\$2' does not exist in the batch context\./);
				assert.deepEqual(names(), []);
			}
		});
	});

	it("refuses a batch inside a batch as that part", () => {
		const answer = send([create("A"), { method: "POST", url: "$batch", body: "{}" }]);
		assert.equal(answer.status, 400);
		assert.match(partsOf(answer)[1]?.body ?? "", /may not contain another batch/);
	});

	it("refuses as a whole what cannot be read, and does none of it", () => {
		const cases: readonly (readonly [BatchItems, number])[] = [
			[[create("A"), [{ method: "GET", url: "accounts" }]], 400],
			[[create("A"), [create("B"), { ...create("C"), contentId: "1" }]], 400],
			[Array.from({ length: 1001 }, () => create("A")), 400],
		];
		for (const [items, status] of cases) {
			const answer = send(items);
			assert.equal(answer.status, status);
			assert.match(answer.text, /^\{"error":\{"code":"0x80060888","message":/);
			assert.deepEqual(names(), []);
		}
		assert.equal(sandbox.refused("POST", "$batch", { body: {} }).status, 415);
		assert.equal(sandbox.refused("GET", "$batch").status, 405);
	});

	it("carries out 1,000 parts, change sets counted by their requests", () => {
		const items = [Array.from({ length: 500 }, () => create("A")), ...Array.from({ length: 500 }, () => create("B"))];
		assert.equal(partsOf(send(items)).length, 1000);
		assert.equal(sandbox.answer("GET", "accounts/$count").text.replace("\uFEFF", ""), "1000");
	});

	it("takes URLs of 64 KB in its parts, and no longer ones", () => {
		const long = (length: number) => ({ method: "GET", url: `accounts?$select=name&x=${"y".repeat(length)}` });
		assert.deepEqual(outline(partsOf(send([long(65_000), long(66_000)], continuing))), ["200", "400"]);
		assert.equal(sandbox.answer("GET", `accounts?x=${"y".repeat(40_000)}`).status, 400);
	});

	it("acts for the user of the batch, unless a part names another one", () => {
		const me = { method: "GET", url: "WhoAmI" };
		const admin = { ...me, headers: { MSCRMCallerID: adminUser.id } };
		const parts = partsOf(send([me, admin], { mscrmcallerid: secondUser.id }));
		assert.match(parts[0]?.body ?? "", new RegExp(secondUser.id));
		assert.match(parts[1]?.body ?? "", new RegExp(adminUser.id));
	});

	it("loses the body of a last part in bare line feeds, as the service does", () => {
		const { body, headers = {} } = batchOf([create("A")]);
		const bare = String(body).replaceAll("\r\n", "\n");
		const lost = sandbox.answer("POST", "$batch", { headers, body: bare });
		assert.equal(lost.status, 400);
		assert.match(partsOf(lost)[0]?.body ?? "", /0x80048d19.*'accounts'.*Stream was not readable/);
		assert.equal(sandbox.answer("POST", "$batch", { headers, body: `${bare}\n` }).status, 200);
		assert.deepEqual(names(), ["A"]);
	});

	it("takes ids of change sets for accounts that exist already", () => {
		sandbox.ok("POST", "accounts", { body: { name: "old", accountid: accountB } });
		const answer = send([[create("new", { accountid: accountA }), create("again", { accountid: accountB })]]);
		assert.equal(answer.status, 412);
		assert.deepEqual(outline(partsOf(answer)), ["412 set 2"]);
		assert.deepEqual(names(), ["old"]);
	});
});
