import { deepEqual, equal } from "node:assert/strict";
import { createClient } from "../../../src/core/client/createClient.ts";
import type { RowValue } from "../../../src/core/client/row.ts";
import { RequestJournal } from "../../../src/core/client/requestJournal.ts";
import type { RecordChange } from "../../../src/core/records/recordChange.ts";
import { requestOf } from "../../../src/core/records/requestOf.ts";
import { writeOf } from "../../../src/core/records/writeOf.ts";
import type { Column } from "../../../src/core/schema/model.ts";
import { scriptedFetch } from "../../support/client/scriptedFetch.ts";
import { virtualClock } from "../../support/client/virtualClock.ts";
import { sampleColumn } from "../../support/sampleSchema.ts";

const place = { url: "https://contoso.crm4.dynamics.com", apiUrl: "https://contoso.api.crm4.dynamics.com" };
const id = "7a911dec-295c-4000-8005-43a453be6a03";

const status = sampleColumn("statuscode", {
	type: "Status",
	choice: {
		options: [
			{ value: 1, label: "Active", state: 0, layer: "dataverse" },
			{ value: 2, label: "Inactive", state: 1, layer: "dataverse" },
			{ value: 9, label: "Whose state nobody knows", layer: "dataverse" },
		],
	},
});
const facts = (property: string): Column | undefined => (property === "statuscode" ? status : undefined);

function changeOf(cells: Readonly<Record<string, RowValue>>, etag?: string): RecordChange {
	const target = { entitySet: "accounts", key: id, primaryIdColumn: "accountid" };
	return {
		base: { id, target, row: {}, ...(etag !== undefined && { etag }) },
		cells: new Map(Object.entries(cells)),
	};
}

/** What the client really sends, as Show Requests lists it. */
async function sent(change: RecordChange) {
	const journal = new RequestJournal();
	const client = createClient({
		origins: [place.url, place.apiUrl],
		fetch: scriptedFetch({ status: 204 }).fetch,
		tokens: { token: () => Promise.resolve({ ok: true, value: "secret" }) },
		clock: virtualClock(),
		random: () => 0,
		newId: () => "an id",
		writes: { mayWrite: () => true },
		log: journal.logFor("Contoso"),
	});
	const { target, body, options } = writeOf(change, facts);
	equal((await client.update(target, body, options)).ok, true);
	const [entry] = journal.entries;
	const { "x-ms-client-request-id": requestId, ...headers } = entry?.headers ?? {};
	equal(requestId, "an id");
	return { method: entry?.method, url: entry?.url, headers, ...(entry?.body !== undefined && { body: entry.body }) };
}

describe("the request that Review shows", () => {
	const version = 'W/"1001103"';
	const cases: readonly (readonly [string, RecordChange])[] = [
		["one value", changeOf({ revenue: 1234567.5 }, version)],
		["several values", changeOf({ name: 'Größe "XL" \u2028', revenue: null, creditonhold: true }, version)],
		["a number that a double would round", changeOf({ big: { exactNumber: "9007199254740993" } }, version)],
		["a status reason with its status", changeOf({ statuscode: 2 }, version)],
		["a table without versions", changeOf({ name: "Fabrikam" })],
	];
	for (const [name, change] of cases) {
		it(`is the one that is sent: ${name}`, async () => {
			deepEqual(await requestOf(change, place, facts), await sent(change));
		});
	}

	it("is a PATCH over the version that the person saw", async () => {
		deepEqual(await requestOf(changeOf({ revenue: 72000 }, version), place, facts), {
			method: "PATCH",
			url: `https://contoso.crm4.dynamics.com/api/data/v9.2/accounts(${id})`,
			headers: {
				accept: "application/json",
				"content-type": "application/json",
				"if-match": version,
				"odata-maxversion": "4.0",
				"odata-version": "4.0",
				prefer: 'odata.include-annotations="Microsoft.PowerApps.CDS.*"',
			},
			body: '{"revenue":72000}',
		});
	});

	const bodies: readonly (readonly [RowValue, string])[] = [
		[2, '{"statecode":1,"statuscode":2}'],
		[1, '{"statecode":0,"statuscode":1}'],
		[9, '{"statuscode":9}'],
	];
	for (const [value, body] of bodies) {
		it(`sends status reason ${JSON.stringify(value)} as ${body}`, async () => {
			equal((await requestOf(changeOf({ statuscode: value }, version), place, facts)).body, body);
		});
	}
});
