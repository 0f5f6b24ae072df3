import assert from "node:assert/strict";
import type { ExchangeRequest } from "../../../src/core/client/exchange/exchange.ts";
import { requestHeaders } from "../../../src/core/client/exchange/requestHeaders.ts";
import type { WriteOptions } from "../../../src/core/client/requestOptions.ts";

const detail = 'odata.include-annotations="Microsoft.PowerApps.CDS.*"';
const usual = {
	accept: "application/json",
	"odata-version": "4.0",
	"odata-maxversion": "4.0",
	"x-ms-client-request-id": "id-1",
	prefer: detail,
};

function built(request: Partial<ExchangeRequest>): ReturnType<typeof requestHeaders> {
	return requestHeaders({ method: "PATCH", url: "x", repeat: "never", write: true, ...request }, "id-1");
}

const options: readonly (readonly [string, WriteOptions, Readonly<Record<string, string>>])[] = [
	["nothing", {}, {}],
	["the caller by object id", { caller: { objectId: "o" } }, { callerobjectid: "o" }],
	["the caller by user id", { caller: { systemUserId: "u" } }, { mscrmcallerid: "u" }],
	["strong consistency", { strongConsistency: true }, { consistency: "Strong" }],
	["weak consistency", { strongConsistency: false }, {}],
	["duplicates are looked for", { suppressDuplicateDetection: false }, { "mscrm.suppressduplicatedetection": "false" }],
	[
		"duplicates are not looked for",
		{ suppressDuplicateDetection: true },
		{ "mscrm.suppressduplicatedetection": "true" },
	],
	[
		"no custom logic",
		{ bypassBusinessLogic: ["CustomSync", "CustomAsync"] },
		{ "mscrm.bypassbusinesslogicexecution": "CustomSync,CustomAsync" },
	],
	["no flows", { suppressFlows: true }, { "mscrm.suppresscallbackregistrationexpanderjob": "true" }],
	["a solution", { solution: "mine" }, { "mscrm.solutionuniquename": "mine" }],
	["the record back", { returnRecord: true }, { prefer: `return=representation,${detail}` }],
	["a header of one's own", { headers: { "X-Own": "1", Accept: "text/xml" } }, { "x-own": "1", accept: "text/xml" }],
	["a preference of one's own", { headers: { Prefer: "respond-async" } }, { prefer: `respond-async,${detail}` }],
];

const refused: readonly string[] = [
	"Authorization",
	"proxy-authorization",
	"Cookie",
	"Host",
	"Origin",
	"Content-Length",
	"Transfer-Encoding",
	"Connection",
	"Upgrade",
	"Sec-Fetch-Mode",
	"X-HTTP-Method-Override",
	"X-HTTP-Method",
	"OData-Version",
	"x-ms-client-request-id",
];

describe("Headers of a request", () => {
	for (const [what, given, more] of options) {
		it(what, () => {
			assert.deepEqual(built({ options: given }), { ok: true, value: { ...usual, ...more } });
		});
	}

	it("a body is JSON, where nothing else is said", () => {
		assert.deepEqual(built({ body: "{}" }), { ok: true, value: { ...usual, "content-type": "application/json" } });
		const batch = built({ body: "", headers: { "Content-Type": "multipart/mixed; boundary=b" } });
		assert.equal(batch.ok && batch.value["content-type"], "multipart/mixed; boundary=b");
	});

	it("reads get no rows out of a cache", () => {
		assert.deepEqual(built({ method: "GET" }), { ok: true, value: { ...usual, "if-none-match": "null" } });
		const conditional = built({ method: "GET", options: { headers: { "If-None-Match": 'W/"1"' } } });
		assert.equal(conditional.ok && conditional.value["if-none-match"], 'W/"1"');
	});

	it("the operation's own stand over a person's", () => {
		const both = built({ headers: { "If-Match": "*" }, options: { headers: { "if-match": 'W/"1"' } } });
		assert.equal(both.ok && both.value["if-match"], "*");
	});

	for (const name of refused) {
		it(`refuses ${name}`, () => {
			const problem = { ok: false, problem: { refused: name.toLowerCase() } };
			assert.deepEqual(built({ options: { headers: { [name]: "x" } } }), problem);
			assert.deepEqual(built({ headers: { [name]: "x" } }), problem);
		});
	}

	for (const value of ["a\r\nAuthorization: x", "a\nb", "\0", "\u20ac", "\x7f"]) {
		it(`refuses the value ${JSON.stringify(value)}`, () => {
			assert.deepEqual(built({ options: { solution: value } }), {
				ok: false,
				problem: { refused: "mscrm.solutionuniquename" },
			});
		});
	}

	it("refuses a name that is none", () => {
		assert.deepEqual(built({ options: { headers: { "a b": "x" } } }), { ok: false, problem: { refused: "a b" } });
	});
});
