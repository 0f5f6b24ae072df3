/** What the client adds to a request: beside the platform's bare fetch, with the same headers, on the same server. */
import { randomUUID } from "node:crypto";
import { createClient } from "../../src/core/client/createClient.ts";
import { RequestJournal } from "../../src/core/client/requestJournal.ts";
import { systemClock } from "../../src/disk/systemClock.ts";
import { bareServer } from "./bareServer.ts";
import type { BenchResult } from "./benchRow.ts";
import { median } from "./measure.ts";

const rounds = 2000;
const body = JSON.stringify({ "@odata.context": "x", accountid: randomUUID(), name: "Contoso", revenue: 20_000.5 });

export async function benchClientOverhead(): Promise<BenchResult> {
	const server = await bareServer(body);
	const origin = new URL(server.url).origin;
	let headers: Record<string, string> = {};
	const client = createClient({
		origins: [origin],
		fetch: async (url, init) => {
			({ headers } = init);
			return await fetch(url, init);
		},
		tokens: { token: () => Promise.resolve({ ok: true, value: "token" }) },
		clock: systemClock,
		random: Math.random,
		newId: randomUUID,
		writes: { mayWrite: () => true },
		log: new RequestJournal().logFor("bench"),
	});
	const target = { entitySet: "accounts", key: randomUUID() };
	const ours = async (): Promise<unknown> => await client.retrieve(target, "$select=name");
	const url = `${origin}/api/data/v9.2/accounts(${target.key})?$select=name`;
	const bare = async (): Promise<unknown> =>
		JSON.parse(await (await fetch(url, { headers, redirect: "manual" })).text());
	const times = { ours: [] as number[], bare: [] as number[] };
	for (let round = -200; round < rounds; round += 1) {
		// Who comes second finds the connection warm, so they take turns in that as well.
		const turns = round % 2 === 0 ? (["ours", "bare"] as const) : (["bare", "ours"] as const);
		for (const turn of turns) {
			const begin = performance.now();
			await (turn === "ours" ? ours() : bare());
			if (round >= 0) times[turn].push(performance.now() - begin);
		}
	}
	await server.close();
	const over = median(times.ours) - median(times.bare);
	return {
		rows: [
			{
				what: "client: one record read, p50",
				unit: "ms",
				ours: median(times.ours),
				limit: { name: "fetch and JSON.parse", value: median(times.bare) },
				promise: { text: "at most 1 ms over the limit", kept: over <= 1 },
			},
		],
		notices: [],
	};
}
