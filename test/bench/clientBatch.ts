/** 1,000 updates: in one batch, one by one, and in the batch of another client, against a sandbox in its own thread. */
import { randomUUID } from "node:crypto";
import { DynamicsWebApi } from "dynamics-web-api";
import { createClient } from "../../src/core/client/createClient.ts";
import type { DataverseClient, RawRequest } from "../../src/core/client/dataverseClient.ts";
import { systemClock } from "../../src/disk/systemClock.ts";
import { type RunningSandbox, startSandbox } from "../../src/sandbox/server/startSandbox.ts";
import { scratchFolder } from "../support/scratchFolder.ts";
import { type BenchResult, timesFaster } from "./benchRow.ts";
import { bundledWorker } from "./benchSandbox.ts";
import { median } from "./measure.ts";

const updates = 1000;
const rounds = 7;
const what = `client: ${updates.toLocaleString("en")} updates by $batch`;

export async function benchClientBatch(): Promise<BenchResult> {
	const scratch = await scratchFolder("bench");
	const sandbox = await startSandbox(await bundledWorker(scratch.path));
	try {
		const times = await measure(sandbox);
		const ours = median(times.batch);
		const limit = { name: "fetch of the same text", value: median(times.bare) };
		const single = median(times.single);
		return {
			rows: [
				{
					what,
					unit: "ms",
					ours,
					alternative: { name: "one by one, 8 at a time", value: single },
					limit,
					promise: { ...timesFaster(ours, single, 1), text: "faster than one by one" },
				},
				{ what, unit: "ms", ours, alternative: { name: "dynamics-web-api's batch", value: median(times.other) } },
			],
			notices: [],
		};
	} finally {
		await sandbox.close();
		scratch.remove();
	}
}

async function measure({ url, token }: RunningSandbox): Promise<Readonly<Record<keyof Subjects, readonly number[]>>> {
	let sent: { readonly url: string; readonly init: RequestInit } | undefined;
	const client = createClient({
		origins: [url],
		fetch: async (target, init) => {
			if (target.endsWith("$batch"))
				sent = { url: target, init: { method: "POST", headers: init.headers, body: init.body ?? "" } };
			return await fetch(target, init);
		},
		tokens: { token: () => Promise.resolve({ ok: true, value: token }) },
		clock: systemClock,
		random: Math.random,
		newId: randomUUID,
		writes: { mayWrite: () => true },
		log: { started: () => () => undefined },
	});
	const ids = Array.from({ length: updates }, () => randomUUID());
	await inBatch(
		client,
		ids.map((accountid) => requestOf("POST", "accounts", { accountid, name: "Contoso" })),
	);
	const other = new DynamicsWebApi({
		serverUrl: url,
		dataApi: { version: "9.2" },
		onTokenRefresh: () => Promise.resolve(token),
	});
	return await takeAsyncTurns(
		subjectsOf(client, other, ids, async () => {
			if (sent === undefined) throw new Error("no batch was sent");
			const answer = await fetch(sent.url, sent.init);
			if (!answer.ok) throw new Error(`status ${answer.status}`);
			return await answer.text();
		}),
	);
}

type Subjects = Readonly<Record<"batch" | "single" | "other" | "bare", () => Promise<unknown>>>;

/** Each writes another name each time, so that nothing is spared. */
function subjectsOf(
	client: DataverseClient,
	other: DynamicsWebApi,
	ids: readonly string[],
	bare: () => Promise<unknown>,
): Subjects {
	let turn = 0;
	const data = (): { readonly name: string } => ({ name: `Contoso ${++turn}` });
	return {
		batch: async () => {
			const row = data();
			await inBatch(
				client,
				ids.map((id) => ({ ...requestOf("PATCH", `accounts(${id})`, row), headers: { "If-Match": "*" } })),
			);
		},
		bare,
		single: async () => {
			const row = data();
			await Promise.all(
				ids.map(async (key) => {
					const result = await client.update({ entitySet: "accounts", key }, row, { ifMatch: "*" });
					if (!result.ok) throw new Error(JSON.stringify(result.problem));
				}),
			);
		},
		other: async () => {
			const row = data();
			other.startBatch();
			for (const key of ids) void other.update({ collection: "accounts", key, data: row, inChangeSet: false });
			const done = await other.executeBatch();
			if (done.length !== updates) throw new Error(`${done.length} answers`);
		},
	};
}

async function inBatch(client: DataverseClient, requests: readonly RawRequest[]): Promise<void> {
	const result = await client.batch(requests);
	if (!result.ok) throw new Error(JSON.stringify(result.problem));
	const failed = result.value.find((each) => !("ok" in each) || !each.ok);
	if (failed !== undefined) throw new Error(JSON.stringify(failed));
}

function requestOf(method: "POST" | "PATCH", path: string, row: object): RawRequest {
	return { method, path, body: JSON.stringify(row) };
}

async function takeAsyncTurns(subjects: Subjects): Promise<Readonly<Record<keyof Subjects, readonly number[]>>> {
	const times = { batch: [] as number[], bare: [] as number[], single: [] as number[], other: [] as number[] };
	for (let round = -1; round < rounds; round += 1) {
		for (const name of ["batch", "bare", "single", "other"] as const) {
			const begin = performance.now();
			await subjects[name]();
			if (round >= 0) times[name].push(performance.now() - begin);
		}
	}
	return times;
}
