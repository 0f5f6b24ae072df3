import assert from "node:assert/strict";
import { adminUser, secondUser } from "../../../src/sandbox/service/identity.ts";
import { createService } from "../../../src/sandbox/service/service.ts";
import { openDatabase } from "../../../src/sandbox/storage/openDatabase.ts";
import { batchOf } from "../../support/sandbox/batchText.ts";
import {
	requestOf,
	type SandboxInMemory,
	sandboxInMemory,
	type TestRequest,
} from "../../support/sandbox/sandboxInMemory.ts";
import { shippedCatalog } from "../../support/sandbox/shippedCatalog.ts";

const nobody = "aaaaaaaa-0000-4000-8000-00000000ffff";

describe("a request of the sandbox as a whole", () => {
	let sandbox: SandboxInMemory;
	before(() => {
		sandbox = sandboxInMemory();
	});
	after(() => {
		sandbox.close();
	});

	const refusals: readonly (readonly [string, string, TestRequest, number, string, RegExp])[] = [
		["GET", "/", {}, 404, "", /No HTTP resource was found/],
		["GET", "/api/data/v9.3/accounts", {}, 404, "", /not in the sandbox/],
		["GET", "/api/data/accounts", {}, 400, "0x80060888", /Requested API Version 'accounts' was not understood/],
		["GET", "Account", {}, 404, "0x8006088a", /^Resource not found for the segment 'Account'\.$/],
		["GET", "accounts?$nothing=1", {}, 400, "0x80060888", /query parameter \$nothing is not supported/],
		["GET", "accounts?$top=1&$top=2", {}, 400, "0x80060888", /'\$top' was specified more than once/],
		["GET", "accounts((", {}, 400, "0x80060888", /Error in query syntax/],
		["GET", "accounts?$filter=name eq", {}, 400, "0x80060888", /./],
		["HEAD", "accounts", {}, 405, "", /does not support http method 'HEAD'/],
		["POST", "$metadata", { body: {} }, 405, "", /'POST'/],
		["POST", "", { body: {} }, 405, "", /'POST'/],
		[
			"POST",
			"accounts",
			{ body: "name=x", headers: { "content-type": "application/x-www-form-urlencoded" } },
			415,
			"",
			/x-www-form-urlencoded/,
		],
		[
			"PATCH",
			"accounts(00000000-0000-0000-0000-000000000001)/entityimage",
			{ body: "bytes", headers: { "content-type": "application/octet-stream" } },
			501,
			"",
			/^Uploading a file is not in the sandbox yet/,
		],
		["GET", "accounts?fetchXml=%3Cfetch%2F%3E", {}, 501, "", /^fetchXml is not in the sandbox yet/],
		["GET", "accounts?$apply=aggregate($count as n)", {}, 501, "", /^\$apply is not in the sandbox yet/],
		["POST", "WinOpportunity", { body: {} }, 501, "", /not in the sandbox yet/],
		["GET", "WhoAmI", { headers: { mscrmcallerid: nobody } }, 403, "0x80072560", /not a member of the organization/],
		["GET", "WhoAmI", { headers: { callerobjectid: adminUser.id } }, 403, "0x80072560", /not a member/],
		["GET", "WhoAmI", { headers: { mscrmcallerid: "Alex" } }, 400, "0x80060888", /MSCRMCallerID must hold the id/],
	];
	for (const [method, path, request, status, code, message] of refusals)
		it(`${method} ${path || "the service"}: ${status}`, () => {
			const refused = sandbox.refused(method, path, request);
			assert.deepEqual([refused.status, refused.code], [status, code]);
			assert.match(refused.message, message);
		});

	const users: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
		["nobody in particular", {}, adminUser.id],
		["by the id of a user", { mscrmcallerid: secondUser.id }, secondUser.id],
		["in braces and capitals", { mscrmcallerid: `{${secondUser.id.toUpperCase()}}` }, secondUser.id],
		["by the id in Entra", { callerobjectid: secondUser.objectId }, secondUser.id],
		[
			"by both, of which the latter wins",
			{ callerobjectid: secondUser.objectId, mscrmcallerid: adminUser.id },
			secondUser.id,
		],
		["by an empty header", { callerobjectid: "" }, adminUser.id],
	];
	for (const [how, headers, id] of users)
		it(`acts for a user named ${how}`, () => {
			const { UserId } = sandbox.ok("GET", "WhoAmI", { headers }) as { UserId: string };
			assert.equal(UserId, id);
			const { session } = sandbox.context("GET", "accounts", { headers });
			assert.deepEqual([session.callerId, session.userId], [adminUser.id, id]);
		});

	it("takes time zone and formats from the settings of the acting user", () => {
		const zone = (headers: Readonly<Record<string, string>> = {}): string =>
			sandbox.context("GET", "accounts", { headers }).session.timeZone;
		assert.equal(zone(), "Europe/Berlin");
		assert.equal(zone({ mscrmcallerid: secondUser.id }), "America/Los_Angeles");
		sandbox.ok("PATCH", `usersettingscollection(${secondUser.id})`, { body: { timezonecode: 235 } });
		assert.equal(zone({ mscrmcallerid: secondUser.id }), "Asia/Tokyo");
	});

	it("knows users that were added", () => {
		const body = { systemuserid: nobody, firstname: "New", lastname: "User", domainname: "new@sandbox.example" };
		const added = sandbox.answer("POST", "systemusers", {
			body: {
				...body,
				internalemailaddress: "new@sandbox.example",
				"businessunitid@odata.bind": `businessunits(${firstUnit()})`,
			},
		});
		assert.equal(added.status, 204, added.text);
		const { session } = sandbox.context("GET", "accounts", { headers: { mscrmcallerid: nobody } });
		assert.equal(session.userId, nobody);
	});

	const firstUnit = (): string =>
		(sandbox.ok("GET", "businessunits?$select=name") as { value: readonly { businessunitid: string }[] }).value[0]
			?.businessunitid ?? "";

	it("tells details of an error only to those who ask", () => {
		const error = (prefer?: string): readonly string[] => {
			const { json } = sandbox.answer("GET", "Account", prefer === undefined ? {} : { headers: { prefer } });
			return Object.keys((json as { error: object }).error);
		};
		const details = [
			"@Microsoft.PowerApps.CDS.HelpLink",
			"@Microsoft.PowerApps.CDS.TraceText",
			"@Microsoft.PowerApps.CDS.InnerError.Message",
		];
		assert.deepEqual(error(), ["code", "message"]);
		assert.deepEqual(error('odata.include-annotations="*"'), ["code", "message", ...details]);
		assert.deepEqual(error('odata.include-annotations="Microsoft.PowerApps.CDS.HelpLink"'), [
			"code",
			"message",
			details[0],
		]);
		assert.deepEqual(error('odata.include-annotations="OData.*"'), ["code", "message"]);
	});

	it("names the preferences that it followed", () => {
		const applied = (method: string, path: string, request: TestRequest): string | undefined =>
			sandbox.answer(method, path, request).headers.get("preference-applied");
		const prefer = 'odata.maxpagesize=2, odata.include-annotations="OData.*", return=representation';
		assert.equal(
			applied("GET", "accounts", { headers: { prefer } }),
			'odata.include-annotations="OData.*", odata.maxpagesize=2',
		);
		const created = applied("POST", "accounts", { headers: { prefer }, body: { name: "A" } });
		assert.equal(created, 'return=representation, odata.include-annotations="OData.*"');
		assert.equal(applied("GET", "accounts", {}), undefined);
		assert.equal(applied("GET", "Account", { headers: { prefer } }), undefined);
	});

	it("marks every answer with the version of OData, JSON with its type, errors with an id", () => {
		for (const path of ["accounts", "WhoAmI", "", "EntityDefinitions(LogicalName='account')?$select=LogicalName"]) {
			const { headers } = sandbox.answer("GET", path);
			assert.equal(headers.get("odata-version"), "4.0");
			assert.match(headers.get("content-type") ?? "", /^application\/json; odata\.metadata=minimal/);
		}
		const first = sandbox.answer("GET", "Account").headers.get("req_id");
		assert.match(first ?? "", /^[\da-f-]{36}$/);
		assert.notEqual(sandbox.answer("GET", "Account").headers.get("req_id"), first);
	});

	it("tells that the disk is full, undoes what did not fit, and goes on", () => {
		const opened = openDatabase(undefined);
		assert.ok(opened.ok);
		const { database } = opened;
		const logged: unknown[] = [];
		const log = (error: unknown): void => void logged.push(error);
		const service = createService({ catalog: shippedCatalog(), database, clock: () => 0, log });
		const ask = (method: string, path: string, request: TestRequest = {}) => {
			const { status, body } = service.answer(requestOf(method, path, request));
			return { status, text: String(body) };
		};
		const lead = { subject: "x", lastname: "x", description: "x".repeat(1900) };
		assert.equal(ask("POST", "leads", { body: lead }).status, 204);
		database.define(`PRAGMA max_page_count = ${Number(database.get("PRAGMA page_count")?.page_count) + 12}`);
		const one = { method: "POST", url: "leads", body: lead };
		for (const [path, request] of [
			["$batch", batchOf([Array.from({ length: 60 }, () => one)])],
			["leads", { body: lead }],
		] as const) {
			let answer = ask("POST", path, request);
			for (let sent = 1; answer.status < 400 && sent < 100; sent++) answer = ask("POST", path, request);
			assert.equal(answer.status, 500);
			assert.match(
				answer.text,
				/"code":"0x80044150","message":"The sandbox's database failed: database or disk is full"/,
			);
			if (path === "$batch") assert.match(ask("GET", "leads/$count").text, /^\uFEFF?1$/);
		}
		assert.equal(ask("GET", "leads?$top=1").status, 200);
		assert.ok(logged.length > 0);
		database.define("PRAGMA max_page_count = 100000");
		assert.equal(ask("POST", "leads", { body: lead }).status, 204);
		database.close();
	});

	it("answers a mistake of its own with an error that is well-formed, and tells the log", () => {
		const opened = openDatabase(undefined);
		assert.ok(opened.ok);
		const logged: unknown[] = [];
		const mistake = new TypeError("ours");
		const service = createService({
			catalog: shippedCatalog(),
			database: opened.database,
			clock: () => 0,
			log: (error) => logged.push(error),
			beforeOperation: () => {
				throw mistake;
			},
		});
		const { status, body } = service.answer(requestOf("GET", "accounts"));
		assert.equal(status, 500);
		assert.deepEqual(Object.keys((JSON.parse(String(body)) as { error: object }).error), ["code", "message"]);
		assert.doesNotMatch(String(body), /ours/);
		assert.deepEqual(logged, [mistake]);
		opened.database.close();
		assert.equal(service.answer(requestOf("GET", "accounts")).status, 500, "a database that is gone is no crash");
	});
});
