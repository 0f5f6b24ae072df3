/** What it costs to answer queries: over HTTP beside a server that only sends, and in the thread beside bare SQLite. */
import { Agent, request as httpRequest } from "node:http";
import { join } from "node:path";
import { startSandbox } from "../../src/sandbox/server/startSandbox.ts";
import { scratchFolder } from "../support/scratchFolder.ts";
import { bareServer } from "./bareServer.ts";
import { atMost, type BenchResult, type BenchRow } from "./benchRow.ts";
import { bundledWorker, fill, openSandbox } from "./benchSandbox.ts";
import { median, takeTurns } from "./measure.ts";

const accounts = 100_000;
const rounds = 400;

const smallPages = {
	"by name": "$filter=name ge 'M' and statecode eq 0&$orderby=name&$top=50",
	"by the time of creation": "$filter=createdon ge 2025-03-01T00:00:00Z&$orderby=createdon desc&$top=50",
} as const;
const smallColumns = "$select=name,accountnumber,revenue,numberofemployees,createdon,_primarycontactid_value,statecode";

const largeColumns = [
	"name",
	"accountnumber",
	"telephone1",
	"emailaddress1",
	"revenue",
	"numberofemployees",
	"industrycode",
	"createdon",
	"modifiedon",
	"ownerid",
	"statecode",
	"address1_city",
] as const;

export async function benchSandboxPages(): Promise<BenchResult> {
	const scratch = await scratchFolder("bench");
	try {
		const file = join(scratch.path, "accounts.db");
		const filled = openSandbox(file);
		fill(filled, { account: accounts });
		const large = largePage(filled);
		filled.database.close();
		return { rows: [...(await small(scratch.path, file)), ...large], notices: [] };
	} finally {
		scratch.remove();
	}
}

async function small(folder: string, file: string): Promise<readonly BenchRow[]> {
	const sandbox = await startSandbox({ ...(await bundledWorker(folder)), file });
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	const headers = { authorization: `Bearer ${sandbox.token}` };
	const rows: BenchRow[] = [];
	for (const [order, query] of Object.entries(smallPages)) {
		const url = `${sandbox.url}/api/data/v9.2/accounts?${smallColumns}&${encodeURI(query)}`;
		const body = await fetched(url, headers, agent);
		if (!body.includes("accountid")) throw new Error(body.slice(0, 300));
		const bare = await bareServer(body);
		const times = { ours: [] as number[], bare: [] as number[] };
		for (let round = -50; round < rounds; round++) {
			const ours = await timedGet(url, headers, agent);
			const limit = await timedGet(bare.url, headers, agent);
			if (round >= 0) times.ours.push(ours);
			if (round >= 0) times.bare.push(limit);
		}
		await bare.close();
		const over = median(times.ours) - median(times.bare);
		rows.push({
			what: `sandbox: 50 of ${accounts.toLocaleString("en")} accounts, filtered and sorted ${order}, p50`,
			unit: "ms",
			ours: median(times.ours),
			limit: { name: "node:http that only sends the same", value: median(times.bare) },
			promise: { text: "at most 1 ms over the limit", kept: over <= 1 },
		});
	}
	agent.destroy();
	await sandbox.close();
	return rows;
}

async function timedGet(url: string, headers: Readonly<Record<string, string>>, agent: Agent): Promise<number> {
	const begin = performance.now();
	await fetched(url, headers, agent);
	return performance.now() - begin;
}

async function fetched(url: string, headers: Readonly<Record<string, string>>, agent: Agent): Promise<string> {
	return await new Promise((resolve, reject) => {
		httpRequest(url, { headers, agent }, (response) => {
			let text = "";
			response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
			response.once("end", () => {
				resolve(text);
			});
		})
			.once("error", reject)
			.end();
	});
}

/** Without HTTP: the service against the least that anything does that gives rows of this database as JSON. */
function largePage({ service, database }: ReturnType<typeof openSandbox>): readonly BenchRow[] {
	const select = largeColumns.map((name) => (name === "ownerid" ? "_ownerid_value" : name)).join(",");
	const url = `/api/data/v9.2/accounts?$select=${select}`;
	const page = (prefer?: string) => (): number => {
		const headers = new Map(prefer === undefined ? [] : [["prefer", prefer]]);
		const { status, body } = service.answer({ method: "GET", url, headers });
		if (status !== 200 || body === undefined) throw new Error(`status ${status}`);
		return body.length;
	};
	const sql = `SELECT accountid, versionnumber, ${largeColumns.join(", ")} FROM account ORDER BY accountid LIMIT 5000`;
	const times = takeTurns(
		{
			plain: page(),
			formatted: page('odata.include-annotations="OData.Community.Display.V1.FormattedValue"'),
			bare: () => JSON.stringify(database.all(sql)).length,
		},
		25,
	);
	const bare = median(times.bare);
	const limit = { name: "node:sqlite read and JSON.stringify", value: bare };
	const row = (what: string, ours: number, most: number): BenchRow => ({
		what: `sandbox: page of 5,000 accounts, ${largeColumns.length} columns, ${what}`,
		unit: "ms",
		ours,
		limit,
		promise: { text: `at most ${most} times the limit`, kept: atMost(ours, bare * most, "ms").kept },
	});
	return [row("plain", median(times.plain), 2), row("formatted values", median(times.formatted), 4)];
}
