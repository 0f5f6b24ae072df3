import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { SandboxControl } from "../../../src/sandbox/server/sandboxControl.ts";
import { type Fuzz, fuzz } from "../../support/fuzz.ts";
import { scratchFolder } from "../../support/scratchFolder.ts";
import { type SandboxFacts, sandboxProcess } from "../../support/sandbox/sandboxProcess.ts";

/** What was written together: one account, or an account with two contacts in one change set. */
interface Write {
	readonly account: string;
	readonly contacts: readonly string[];
	/** The server has answered that it is done. */
	acknowledged: boolean;
}

const wanted = 2000;
const senders = 8;

describe("a sandbox that is killed", function () {
	this.timeout(120_000);

	it("has every write that it acknowledged, and no half change set", async () => {
		const chance = fuzz(1);
		const folder = await scratchFolder("crash");
		const writes: Write[] = [];
		let kills = 0;
		for (let done = 0; done < wanted; kills += 1) {
			const child = sandboxProcess("--file", join(folder.path, "sandbox.db"), "--rows", "0");
			const facts = await child.facts;
			if (facts === undefined) throw new Error((await child.exited).err);
			await check(facts, writes);
			const until = Math.min(wanted, done + 200 + chance.below(800));
			done = await writeUntil(facts, writes, done, until, chance, () => {
				child.kill("SIGKILL");
			});
			await child.exited;
		}
		const last = sandboxProcess("--file", join(folder.path, "sandbox.db"));
		const facts = await last.facts;
		assert.ok(facts !== undefined);
		await check(facts, writes);
		last.kill("SIGTERM");
		await last.exited;
		folder.remove();
		console.log(`      ${kills} kills, ${writes.length} writes sent, ${wanted} or more acknowledged`);
	});

	it("has all its sample rows, even if its first start was cut off", async () => {
		const folder = await scratchFolder("crash-first");
		const file = join(folder.path, "sandbox.db");
		const start = () => sandboxProcess("--file", file, "--rows", "5000");
		for (let kill = 0; kill < 6; kill += 1) {
			const child = start();
			while (!existsSync(`${file}-wal`)) await delay(5);
			await delay(60 * kill);
			child.kill("SIGKILL");
			await child.exited;
		}
		const last = start();
		const facts = await last.facts;
		const tables = facts === undefined ? [] : await new SandboxControl(facts.url, facts.token).tables();
		last.kill("SIGTERM");
		await last.exited;
		const rows = tables.reduce((sum, table) => sum + table.rows, 0);
		assert.ok(rows >= 5000, `${rows} rows`);
		folder.remove();
	});
});

/** Several senders at a time; the server is killed while they send. Answers how many writes are acknowledged by then. */
async function writeUntil(
	facts: SandboxFacts,
	writes: Write[],
	before: number,
	until: number,
	chance: Fuzz,
	kill: () => void,
): Promise<number> {
	let done = before;
	let killed = false;
	await Promise.all(
		Array.from({ length: senders }, async () => {
			while (!killed) {
				const together = chance.below(3) === 0;
				const write = {
					account: randomUUID(),
					contacts: together ? [randomUUID(), randomUUID()] : [],
					acknowledged: false,
				};
				writes.push(write);
				try {
					const response = await fetch(...requestFor(facts, write));
					assert.equal(response.status, together ? 200 : 204, await response.text());
					write.acknowledged = true;
					done += 1;
				} catch (error) {
					// The connection broke: the server is dead, and what was under way may be there or not.
					if (!(error instanceof TypeError)) throw error;
					killed = true;
				}
				if (done >= until && !killed) {
					killed = true;
					kill();
				}
			}
		}),
	);
	return done;
}

function requestFor({ webApi, token }: SandboxFacts, { account, contacts }: Write): [string, RequestInit] {
	const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
	if (contacts.length === 0) {
		const body = JSON.stringify({ accountid: account, name: "single" });
		return [`${webApi}accounts`, { method: "POST", headers, body }];
	}
	const part = (id: number, set: string, body: object): string =>
		`--c\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\nContent-ID: ${id}\r\n\r\n` +
		`POST ${webApi}${set} HTTP/1.1\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(body)}\r\n`;
	const parts = [
		part(1, "accounts", { accountid: account, name: "together" }),
		...contacts.map((contactid, place) =>
			part(place + 2, "contacts", { contactid, lastname: "together", "parentcustomerid_account@odata.bind": "$1" }),
		),
	];
	const body = `--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n${parts.join("")}--c--\r\n--b--\r\n`;
	return [
		`${webApi}$batch`,
		{ method: "POST", headers: { ...headers, "content-type": "multipart/mixed; boundary=b" }, body },
	];
}

async function check(facts: SandboxFacts, writes: readonly Write[]): Promise<void> {
	const accounts = await idsOf(facts, "accounts", "accountid");
	const contacts = await idsOf(facts, "contacts", "contactid");
	for (const { account, contacts: together, acknowledged } of writes) {
		const there = [accounts.has(account), ...together.map((id) => contacts.has(id))];
		assert.equal(new Set(there).size, 1, `change set of ${account} is there in part: ${there.join()}`);
		if (acknowledged) assert.ok(there[0], `${account} was acknowledged and is lost`);
	}
}

async function idsOf({ webApi, token }: SandboxFacts, set: string, id: string): Promise<ReadonlySet<string>> {
	const ids = new Set<string>();
	let next: string | undefined = `${webApi}${set}?$select=${id}`;
	while (next !== undefined) {
		const response: Response = await fetch(next, { headers: { authorization: `Bearer ${token}` } });
		const page = (await response.json()) as {
			readonly value: readonly Record<string, string>[];
			readonly "@odata.nextLink"?: string;
		};
		for (const row of page.value) ids.add(row[id] ?? "");
		next = page["@odata.nextLink"];
	}
	return ids;
}
