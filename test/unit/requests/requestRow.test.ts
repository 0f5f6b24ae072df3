import { deepEqual, equal } from "node:assert/strict";
import type { RequestEnd, RequestEntry } from "../../../src/core/client/requestLog.ts";
import { isFiltering, listedRequests, noFilter } from "../../../src/features/requests/requestFilter.ts";
import { requestRow, shortUrl } from "../../../src/features/requests/requestRow.ts";
import { english } from "../../../src/words/message.ts";
import { notTranslated, pseudo } from "../../support/pseudoLocale.ts";
import { sampleSchema } from "../../support/sampleSchema.ts";

const root = "https://contoso.crm4.dynamics.com/api/data/v9.2/";
const plain: RequestEnd = { status: 200, milliseconds: 45.4, size: 12_345, retries: 0 };

const entry = (end?: RequestEnd, over: Partial<RequestEntry> = {}): RequestEntry => ({
	number: 1,
	environment: "Contoso Dev",
	method: "GET",
	url: `${root}accounts?$top=5`,
	headers: { "x-ms-client-request-id": "client id" },
	startedAt: 0,
	...(end !== undefined && { end }),
	...over,
});

const speech = { say: english, time: () => "12:03:44" };

/** How a request ended, and the row. */
const rows: readonly (readonly [string, RequestEntry, state: string, description: string])[] = [
	["one that runs", entry(), "running", "running · Contoso Dev · 12:03:44"],
	["an answer", entry(plain), "done", "200 · 45 ms · 12.3 KB · Contoso Dev · 12:03:44"],
	["nothing new", entry({ ...plain, status: 304, size: 0 }), "done", "304 · 45 ms · Contoso Dev · 12:03:44"],
	["a small body", entry({ ...plain, size: 999 }), "done", "200 · 45 ms · 999 B · Contoso Dev · 12:03:44"],
	["a large body", entry({ ...plain, size: 2_500_000 }), "done", "200 · 45 ms · 2.5 MB · Contoso Dev · 12:03:44"],
	[
		"one that was repeated",
		entry({ ...plain, retries: 1 }),
		"repeated",
		"200 · 45 ms · 12.3 KB · repeated once · Contoso Dev · 12:03:44",
	],
	[
		"one that was repeated often, slowly",
		entry({ ...plain, retries: 3, milliseconds: 12_345 }),
		"repeated",
		"200 · 12,345 ms · 12.3 KB · repeated 3 times · Contoso Dev · 12:03:44",
	],
	["a refusal", entry({ ...plain, status: 404, size: 0 }), "failed", "404 · 45 ms · Contoso Dev · 12:03:44"],
	[
		"no answer",
		entry({ milliseconds: 3, size: 0, retries: 5, problem: "network" }),
		"failed",
		"no answer · 3 ms · repeated 5 times · Contoso Dev · 12:03:44",
	],
	[
		"a write that may have been applied",
		entry({ milliseconds: 3, size: 0, retries: 0, problem: "mayHaveBeenApplied" }),
		"failed",
		"no answer, and it may have been applied · 3 ms · Contoso Dev · 12:03:44",
	],
	[
		"a code that is not known here",
		entry({ milliseconds: 3, size: 0, retries: 0, problem: "toString" }),
		"failed",
		"no answer · 3 ms · Contoso Dev · 12:03:44",
	],
];

describe("A request in the list", () => {
	for (const [name, request, state, description] of rows) {
		it(name, () => {
			const row = requestRow(request, speech);
			equal(row.label, "GET accounts");
			equal(row.description, `${description} · ?$top=5`);
			equal(row.state, state);
		});
	}

	it("without a query ends with the time", () => {
		const { label, description } = requestRow(entry(plain, { method: "POST", url: `${root}$batch` }), speech);
		equal(label, "POST $batch");
		equal(description, "200 · 45 ms · 12.3 KB · Contoso Dev · 12:03:44");
	});

	it("is read aloud in one sentence", () => {
		const { accessible } = requestRow(entry(plain), speech);
		equal(accessible, "GET accounts, status 200, 45 ms, 12.3 KB, Contoso Dev, 12:03:44, ?$top=5");
	});

	it("tells everything it knows, and nothing it does not", () => {
		const end = { ...plain, serviceRequestId: "service id", remainingRequests: "5999", remainingTime: "1,200.00" };
		deepEqual(
			requestRow(entry(end), speech).details.map(({ name, value }) => `${name}: ${value}`),
			[
				`URL: ${root}accounts?$top=5`,
				"Environment: Contoso Dev",
				"Started: 12:03:44",
				"Status: 200",
				"Duration: 45 ms",
				"Size: 12.3 KB",
				"Requests left, as the service tells: 5999",
				"Execution time left, as the service tells: 1,200.00",
				"Request ID: client id",
				"Response ID: service id",
			],
		);
		deepEqual(
			requestRow(entry(undefined, { headers: {} }), speech).details.map(({ name }) => name),
			["URL", "Environment", "Started", "Status"],
		);
	});

	it("can be put into another language whole", () => {
		const { description, details } = requestRow(entry({ ...plain, retries: 2 }), { ...speech, say: pseudo });
		deepEqual(notTranslated(description.replace(/Contoso Dev|12:03:44|\?\$top=5/g, ""), sampleSchema), []);
		for (const { name } of details) deepEqual(notTranslated(name, sampleSchema), []);
	});
});

/** Addresses as the list shows them. */
const urls: readonly (readonly [string, string])[] = [
	[`${root}accounts?$filter=name%20eq%20'%C3%A4'`, "accounts?$filter=name eq 'ä'"],
	[`${root}$batch`, "$batch"],
	["http://127.0.0.1:50000/api/data/v9.2/", ""],
	["https://globaldisco.crm.dynamics.com/api/discovery/v2.0/Instances", "/api/discovery/v2.0/Instances"],
	[`${root}accounts?$filter=contains(name,'100%')`, "accounts?$filter=contains(name,'100%')"],
];

describe("The address of a request", () => {
	for (const [url, short] of urls) {
		it(short === "" ? "of the service itself" : short, () => {
			equal(shortUrl(url), short);
		});
	}
});

describe("Which requests are listed", () => {
	const dev = entry(plain, { number: 1 });
	const failed = entry({ ...plain, status: 500 }, { number: 2 });
	const sandbox = entry(plain, { number: 3, environment: "Sandbox" });
	const running = entry(undefined, { number: 4 });
	const all = [dev, failed, sandbox, running];
	const filters = [
		["all, the newest first", noFilter, [4, 3, 2, 1]],
		["failures", { ...noFilter, failuresOnly: true }, [2]],
		["those of an environment", { ...noFilter, environments: ["Sandbox"] }, [3]],
		["those of two", { ...noFilter, environments: ["Sandbox", "Contoso Dev"] }, [4, 3, 2, 1]],
		["failures of an environment without any", { failuresOnly: true, environments: ["Sandbox"] }, []],
	] as const;
	for (const [name, filter, numbers] of filters) {
		it(name, () => {
			const listed = listedRequests(all, filter);
			deepEqual(
				listed.map(({ number }) => number),
				numbers,
			);
			equal(isFiltering(filter), filter !== noFilter);
		});
	}
});
