import assert from "node:assert/strict";
import {
	isServiceError,
	readServiceProblem,
	type ServiceRefusal,
} from "../../../src/core/client/exchange/readServiceProblem.ts";

const user = "53e97fb3-a006-f111-8406-000d3a352682";
const record = "a81bcf2e-1111-4222-8333-000000000001";

function error(code: string, message: string, more: Readonly<Record<string, unknown>> = {}): string {
	return JSON.stringify({ error: { code, message, ...more } });
}

type Case = readonly [what: string, status: number, text: string, wanted: Omit<ServiceRefusal, "code" | "status">];

const cases: readonly Case[] = [
	["code and message", 400, error("0x80060888", "No."), { message: "No.", serviceCode: "0x80060888" }],
	["an empty code", 404, error("", "No."), { message: "No." }],
	["a code of zeros", 400, error("0x0", "No."), { message: "No." }],
	["a number for a code", 400, '{"error":{"code":0,"message":"No."}}', { message: "No." }],
	["no error in it", 400, "{}", { message: "{}" }],
	["an error that is none", 400, '{"error":null}', { message: '{"error":null}' }],
	["the older form", 400, '{"Message":"An error has occurred."}', { message: "An error has occurred." }],
	["nothing", 502, "", { message: "" }],
	["broken JSON", 400, '{"error":{"code":"0x8', { message: '{"error":{"code":"0x8' }],
	[
		"the page of a proxy",
		502,
		"<html><head><title>502 Bad\n Gateway</title></head><body>x</body></html>",
		{ message: "502 Bad Gateway" },
	],
	["a page without title", 503, "<p>Come <b>back</b></p><script>x()</script>", { message: "Come back" }],
	["a page whose scripts never end", 502, "<script".repeat(300_000), { message: "<script".repeat(50).slice(0, 300) }],
	["a long text", 500, "x".repeat(1000), { message: "x".repeat(300) }],
	["a version", 412, error("0x80060882", "v"), { message: "v", serviceCode: "0x80060882", precondition: "version" }],
	["a record", 412, error("0x80040237", "r"), { message: "r", serviceCode: "0x80040237", precondition: "exists" }],
	["a key", 412, error("0x80060892", "k"), { message: "k", serviceCode: "0x80060892", precondition: "exists" }],
	["a rule", 412, error("0x80040333", "d"), { message: "d", serviceCode: "0x80040333", precondition: "duplicate" }],
	["a precondition that nobody knows", 412, error("0x1", "?"), { message: "?", serviceCode: "0x1" }],
	["a code that every object has", 412, error("constructor", "?"), { message: "?", serviceCode: "constructor" }],
	["a code that means it at 412 only", 400, error("0x80040333", "d"), { message: "d", serviceCode: "0x80040333" }],
];

/** As the service words a right that is missing, and what is read from it. */
const rights: readonly (readonly [string, ServiceRefusal["missing"]])[] = [
	[
		`Principal user (Id=${user}, type=8, roleCount=5, privilegeCount=465, accessMode=0), is missing prvReadincident privilege (Id=${record}) on OTC=112 for entity 'incident'. context.Caller=${record}`,
		{ privilege: "prvReadincident", table: "incident", user },
	],
	[
		`Principal user (Id=${user}, type=8) is missing prvReadUserQuery privilege (Id=${record})`,
		{ privilege: "prvReadUserQuery", user },
	],
	[
		`Principal team (Id=${user}, type=9, roleCount=1), is missing prvWriteAccount privilege (Id=${record}) on OTC=1.`,
		{ privilege: "prvWriteAccount", user },
	],
	["Principal user is missing prvReadAccount privilege", { privilege: "prvReadAccount" }],
	[
		`Principal with id ${user} does not have CreateAccess right(s) for record with id ${record} of entity contact`,
		{ privilege: "CreateAccess", table: "contact", user },
	],
	[
		`user with id ${user} does not have AppendToAccess right(s) for record with id ${record} of entity Contact. Consider assigning a role with the level BusinessUnitLevel to the user or team.`,
		{ privilege: "AppendToAccess", table: "Contact", user },
	],
	[
		`SecLib::AccessCheckEx failed. Returned hr = -2147187962, ObjectID: ${record}, OwnerId: ${record},  OwnerIdType: 8 and CallingUser: ${user}. ObjectTypeCode: 1084, objectBusinessUnitId: ${record}, AccessRights: WriteAccess`,
		{ privilege: "WriteAccess", user },
	],
	["The user is not a member of the organization.", undefined],
];

describe("Refusals of the service", () => {
	for (const [what, status, text, wanted] of cases) {
		it(`${status} with ${what}`, () => {
			assert.deepEqual(readServiceProblem(status, text), { code: "service", status, ...wanted });
		});
	}

	for (const [message, missing] of rights) {
		it(`403: ${message.slice(0, 60)}`, () => {
			const read = readServiceProblem(403, error("0x80040220", message));
			assert.deepEqual(read.missing, missing);
			assert.equal(readServiceProblem(400, error("0x80040220", message)).missing, undefined);
		});
	}

	it("takes the details that annotations bring, and none that only repeat the message", () => {
		const read = readServiceProblem(
			400,
			error("0x80040265", "Stopped.", {
				"@Microsoft.PowerApps.CDS.ErrorDetails.OperationStatus": "1",
				"@Microsoft.PowerApps.CDS.ErrorDetails.SubErrorCode": 12345,
				"@Microsoft.PowerApps.CDS.HelpLink": "http://help.example/",
				"@Microsoft.PowerApps.CDS.TraceText": "\r\nline 1\r\nline 2\r\n",
				"@Microsoft.PowerApps.CDS.InnerError.Message": "Stopped.",
			}),
		);
		assert.equal(
			read.innerDetail,
			"Operation status: 1\nSub-error: 12345\nTrace: line 1\r\nline 2\nHelp: http://help.example/",
		);
	});

	it("takes an inner error", () => {
		const text = error("0x1", "Out.", { innererror: { message: "In.", type: "T" } });
		assert.equal(readServiceProblem(400, text).innerDetail, "In.");
	});

	it("keeps what a limit asked for", () => {
		assert.equal(readServiceProblem(429, error("0x80072322", "Many."), 17).retryAfter, 17);
	});

	it("knows the service's own errors from those of something between", () => {
		const own = (text: string): boolean => isServiceError(text);
		assert.deepEqual([error("0x80040216", "x"), error("", "x"), "<html>", "", '{"error":"x"}'].map(own), [
			true,
			false,
			false,
			false,
			false,
		]);
	});
});
