import assert from "node:assert/strict";
import fc from "fast-check";
import { isWrite, type SentRequest } from "../../../src/core/client/isWrite.ts";
import { fuzz } from "../../support/fuzz.ts";
import { batchOf } from "../../support/sandbox/batchText.ts";

const api = "/api/data/v9.2";
const batchHeaders = { "content-type": "multipart/mixed; boundary=batch_1" };

const reads: readonly (readonly [method: string, path: string])[] = [
	["GET", `${api}/accounts`],
	["GET", `${api}/accounts(00000000-0000-0000-0000-000000000001)/primarycontactid`],
	["GET", `${api}/WhoAmI`],
	["GET", `${api}/RetrieveTotalRecordCount(EntityNames=@p1)`],
	["GET", `${api}/accounts(1)/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@t)`],
	["GET", `${api}/WinOpportunity`],
	["GET", `${api}/$metadata`],
	["GET", `${api}/accounts(name='a..b')`],
	["GET", `${api}/`],
	["GET", api],
	["GET", "/api/discovery/v2.0/Instances"],
];

const writes: readonly (readonly [method: string, path: string, more?: Partial<SentRequest>])[] = [
	["POST", `${api}/accounts`],
	["PATCH", `${api}/accounts(1)`],
	["PUT", `${api}/accounts(1)/name`],
	["DELETE", `${api}/accounts(1)`],
	["DELETE", `${api}/accounts(1)/contact_customer_accounts(2)/$ref`],
	["POST", `${api}/WinOpportunity`],
	["POST", `${api}/WhoAmI`],
	["POST", `${api}/accounts/Microsoft.Dynamics.CRM.CreateMultiple`],
	["POST", `${api}/EntityDefinitions`],
	["get", `${api}/accounts`],
	["HEAD", `${api}/accounts`],
	["QUERY", `${api}/accounts`],
	["GET", "/main.aspx"],
	["GET", "/sandbox/stop"],
	["GET", `${api}/..%2f..%2f..%2fmain.aspx`],
	["GET", `${api}/%2E%2e%5Cmain.aspx`],
	["GET", "/api/accounts"],
	["GET", "/api/data/v9.2x/accounts"],
	["GET", `${api}/accounts`, { headers: { "x-http-method": "DELETE" } }],
	["GET", `${api}/accounts`, { headers: { "X-HTTP-Method-Override": "PATCH" } }],
	["GET", `${api}/accounts`, { headers: { "x-method-override": "GET" } }],
];

const get = { method: "GET", url: `${api}/accounts?$top=1` };
const post = { method: "POST", url: `${api}/accounts`, body: { name: "x" } };

function batch(body: string, contentType = "multipart/mixed; boundary=batch_1"): SentRequest {
	return { method: "POST", path: `${api}/$batch`, headers: { "content-type": contentType }, body };
}

function text(...items: Parameters<typeof batchOf>[0]): string {
	return batchOf(items).body as string;
}

const one = text(get);

const readBatches: Readonly<Record<string, SentRequest>> = {
	"of one GET": batch(one),
	"of several GETs with headers": batch(text(get, { ...get, headers: { Prefer: "x", Accept: "y" }, contentId: "2" })),
	"with a boundary in quotes": batch(one, 'multipart/mixed;boundary="batch_1"'),
	"with bare line feeds": batch(one.replaceAll("\r\n", "\n")),
	"at an encoded path": { ...batch(one), path: `${api}/%24batch` },
};

const writeBatches: Readonly<Record<string, SentRequest>> = {
	"with a write behind a GET": batch(text(get, post)),
	"with a change set": batch(text(get, [post])),
	"with a change set of GETs": batch(text([get])),
	"that is empty": batch(""),
	"without parts": batch("--batch_1--\r\n"),
	"without end": batch(one.replace("--batch_1--", "")),
	"with something behind its end": batch(`${one}${text(post)}`),
	"with something before its beginning": batch(`POST ${api}/accounts HTTP/1.1\r\n${one}`),
	"whose boundary is another": batch(one, "multipart/mixed; boundary=batch_2"),
	"without boundary": batch(one, "multipart/mixed"),
	"with two boundaries": batch(one, "multipart/mixed; boundary=batch_1; boundary=x"),
	"in JSON": batch('{"requests":[]}', "application/json"),
	"with a method in lower case": batch(one.replace("GET", "get")),
	"with a method of its own": batch(one.replace("GET", "MERGE")),
	"with an override inside": batch(text({ ...get, headers: { "X-HTTP-Method-Override": "PATCH" } })),
	"with an override around": batch(one.replace("Content-Type", "X-HTTP-Method: PATCH\r\nContent-Type")),
	"of two content types": batch(one.replace("Content-Type", "Content-Type: text/plain\r\nContent-Type")),
	"with a write in the body of a GET": batch(text({ ...get, body: `x\r\nDELETE ${api}/accounts(1) HTTP/1.1\r\n` })),
	"with a write before the GET": batch(one.replace("GET", `PATCH ${api}/accounts(1) HTTP/1.1\r\nGET`)),
	"with a folded request line": batch(one.replace("GET ", "GET\r\n ")),
	"that is sent by PUT": { ...batch(one), method: "PUT" },
	"below another path": { ...batch(one), path: `${api}/accounts/$batch` },
};

describe("What is a write", () => {
	for (const [method, path] of reads) {
		it(`${method} ${path} is none`, () => {
			assert.equal(isWrite({ method, path, headers: {} }), false);
		});
	}
	for (const [method, path, more] of writes) {
		it(`${method} ${path}${more === undefined ? "" : ` ${JSON.stringify(more)}`} is one`, () => {
			assert.equal(isWrite({ method, path, headers: {}, ...more }), true);
		});
	}
	for (const [what, request] of Object.entries(readBatches)) {
		it(`a batch ${what} is none`, () => {
			assert.equal(isWrite(request), false, request.body);
		});
	}
	for (const [what, request] of Object.entries(writeBatches)) {
		it(`a batch ${what} is one`, () => {
			assert.equal(isWrite(request), true, request.body);
		});
	}

	it("looks at blanks without end in a batch once", () => {
		const request = batch(one.replace(" HTTP/1.1", `${" ".repeat(200_000)}x HTTP/1.1`));
		assert.equal(isWrite(request), true);
	});

	it("finds a write in a batch wherever it stands", () => {
		const { seed, runs } = fuzz(300);
		const item = fc.constantFrom(get, { ...get, headers: { Accept: "*/*" } }, { ...get, contentId: "9" });
		const write = fc.constantFrom("POST", "PATCH", "PUT", "DELETE", "MERGE").map((method) => ({ ...post, method }));
		const before = fc.array(item, { maxLength: 4 });
		fc.assert(
			fc.property(before, write, before, fc.boolean(), (left, found, right, inSet) => {
				const body = text(...left, inSet ? [found] : found, ...right);
				assert.equal(isWrite({ ...batch(body), headers: batchHeaders }), true);
				if (left.length > 0) assert.equal(isWrite(batch(text(...left))), false);
			}),
			{ seed, numRuns: runs },
		);
	});
});
