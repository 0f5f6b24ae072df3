/** A large page to objects: the client's reading beside JSON.parse, and the whole fetch beside another client. */
import { randomUUID } from "node:crypto";
import { DynamicsWebApi } from "dynamics-web-api";
import type { ClientParts } from "../../src/core/client/clientParts.ts";
import type { Page } from "../../src/core/client/dataverseClient.ts";
import { createExchange } from "../../src/core/client/exchange/createExchange.ts";
import { queryPages } from "../../src/core/client/read/queryPages.ts";
import { readPage } from "../../src/core/client/read/readPage.ts";
import { systemClock } from "../../src/disk/systemClock.ts";
import { bareServer } from "./bareServer.ts";
import { fill, openSandbox } from "./benchSandbox.ts";
import { atMost, type BenchResult, type BenchRow, timesFaster } from "./benchRow.ts";
import { median, takeTurns } from "./measure.ts";

const columns = [
	"name",
	"accountnumber",
	"telephone1",
	"emailaddress1",
	"revenue",
	"numberofemployees",
	"industrycode",
	"createdon",
	"modifiedon",
	"_ownerid_value",
	"statecode",
	"address1_city",
] as const;
const rows = 5000;
const what = `client: page of 5,000 accounts, ${columns.length} columns with annotations`;

export async function benchClientPage(): Promise<BenchResult> {
	const text = pageText();
	const server = await bareServer(text);
	const origin = new URL(server.url).origin;
	const result = { rows: [toObjects(text, origin), await wholeFetch(origin)], notices: [] };
	await server.close();
	return result;
}

function pageText(): string {
	const sandbox = openSandbox();
	fill(sandbox, { account: rows });
	const headers = new Map([["prefer", 'odata.include-annotations="*"']]);
	const url = `/api/data/v9.2/accounts?$select=${columns.join(",")}`;
	const { status, body = "" } = sandbox.service.answer({ method: "GET", url, headers });
	if (status !== 200) throw new Error(`status ${status}`);
	sandbox.database.close();
	// In one piece, as an answer comes from the network.
	return Buffer.from(body).toString("utf8");
}

function toObjects(text: string, origin: string): BenchRow {
	const exchange = createExchange(partsOf(origin));
	const request = { method: "GET", path: "/api/data/v9.2/accounts", clientRequestId: "1" };
	const reply = { status: 200, milliseconds: 1, size: text.length, retries: 0, clientRequestId: "1" };
	const answer = { status: 200, headers: {}, text, repeated: false, reply, request, url: `${origin}${request.path}` };
	const times = takeTurns(
		{ ours: () => countOf(readPage(exchange, answer)), bare: () => JSON.parse(text) as unknown },
		41,
	);
	const [ours, bare] = [median(times.ours), median(times.bare)];
	return {
		what: `${what}, text to objects`,
		unit: "ms",
		ours,
		limit: { name: "JSON.parse", value: bare },
		promise: { text: "at most 1.5 times the limit", kept: atMost(ours, bare * 1.5, "ms").kept },
	};
}

async function wholeFetch(origin: string): Promise<BenchRow> {
	const exchange = createExchange(partsOf(origin));
	const token = (): Promise<string> => Promise.resolve("token");
	const other = new DynamicsWebApi({ serverUrl: origin, dataApi: { version: "9.2" }, onTokenRefresh: token });
	const url = `${origin}/api/data/v9.2/accounts?$select=${columns.join(",")}`;
	const subjects = {
		ours: async () => {
			for await (const page of queryPages(exchange, url, { pageSize: rows })) return countOf(page);
			return 0;
		},
		other: async () => {
			const request = { collection: "accounts", select: [...columns], includeAnnotations: "*", maxPageSize: rows };
			return (await other.retrieveMultiple(request)).value.length;
		},
		bare: async () => {
			const response = await fetch(url, { headers: { authorization: "Bearer token" } });
			return (JSON.parse(await response.text()) as { readonly value: readonly unknown[] }).value.length;
		},
	};
	const times = { ours: [] as number[], other: [] as number[], bare: [] as number[] };
	const names = ["ours", "other", "bare"] as const;
	for (let round = -3; round < 21; round += 1) {
		for (const name of names) {
			const begin = performance.now();
			const count = await subjects[name]();
			if (count !== rows) throw new Error(`${name} has read ${count} rows`);
			if (round >= 0) times[name].push(performance.now() - begin);
		}
	}
	const [ours, theirs] = [median(times.ours), median(times.other)];
	return {
		what: `${what}, fetched`,
		unit: "ms",
		ours,
		alternative: { name: "dynamics-web-api", value: theirs },
		limit: { name: "fetch and JSON.parse", value: median(times.bare) },
		promise: { ...timesFaster(ours, theirs, 1), text: "faster than dynamics-web-api" },
	};
}

function countOf(result: { readonly ok: boolean; readonly value?: Page }): number {
	if (!result.ok) throw new Error(JSON.stringify(result));
	return result.value?.rows.length ?? 0;
}

function partsOf(origin: string): ClientParts {
	return {
		origins: [origin],
		fetch,
		tokens: { token: () => Promise.resolve({ ok: true, value: "token" }) },
		clock: systemClock,
		random: Math.random,
		newId: randomUUID,
		writes: { mayWrite: () => true },
		log: { started: () => () => undefined },
	};
}
