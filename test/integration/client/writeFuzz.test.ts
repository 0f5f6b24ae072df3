import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { Row } from "../../../src/core/client/row.ts";
import { fuzz } from "../../support/fuzz.ts";
import { accountId, FuzzWorker, type FuzzParts } from "../../support/client/fuzz/fuzzWorker.ts";
import { type SharedCounter, Tally } from "../../support/client/fuzz/modelRecord.ts";
import { SandboxRows } from "../../support/client/sandboxClient.ts";
import type { RunningSandbox } from "../../../src/sandbox/server/startSandbox.ts";
import { runSandbox } from "../../support/sandbox/runningSandbox.ts";

/** About five in a hundred requests meet one of them. The longest latency is longer than the clients wait. */
const byChance = [
	"reset when=after rate=0.012",
	"reset when=before rate=0.008",
	"cut bytes=20 rate=0.006",
	"500 rate=0.004",
	"502 rate=0.004",
	"503 retry-after=1 rate=0.003",
	"504 rate=0.004",
	"429 retry-after=1 rate=0.004",
	"expired rate=0.004",
	"latency ms=1-20 rate=0.004",
	"latency ms=900 rate=0.0005",
	"412 rate=0.03",
	"403 table=account rate=0.003",
];

/** Each kind once for certain, so that no run is without it. */
const forCertain = byChance.map((rule, index) => rule.replace(/rate=.*/, `skip=${5 * (index + 1)} times=1`));

/** Real milliseconds after which even the slowest of them has arrived. */
const late = 1200;
const workerCount = 6;

/** A record with that id, made while nothing fails. */
async function make(rows: SandboxRows, entitySet: string, idColumn: string, values: object): Promise<string> {
	const id = randomUUID();
	await rows.send("POST", entitySet, { [idColumn]: id, ...values });
	return id;
}

async function several(count: number, one: () => Promise<string>): Promise<readonly string[]> {
	return await Promise.all(Array.from({ length: count }, one));
}

describe("many writes at a time while connections and service fail", () => {
	let sandbox: RunningSandbox | undefined;
	afterEach(async () => {
		await sandbox?.close();
	});

	it("leave in the database just what was acknowledged", async function () {
		const chance = fuzz(500);
		this.timeout(60_000 + 100 * chance.runs);
		sandbox = await runSandbox({ seed: chance.seed });
		const { control } = sandbox;
		const rows = new SandboxRows(sandbox);
		const counterIds = await several(3, () => make(rows, "accounts", "accountid", { numberofemployees: 0 }));
		const shared: readonly SharedCounter[] = counterIds.map((id) => ({ id, added: 0, uncertain: 0 }));
		const tally = new Tally();
		const parts: FuzzParts = { sandbox, chance, tally, newId: randomUUID, shared, late };
		const workers: FuzzWorker[] = [];
		for (let number = 1; number <= workerCount; number += 1) {
			workers.push(
				new FuzzWorker(`w${number}`, parts, {
					contacts: await several(3, () => make(rows, "contacts", "contactid", { lastname: "linked" })),
					leads: await several(3, () => make(rows, "leads", "leadid", { subject: "linked", lastname: "linked" })),
				}),
			);
		}
		await control.setFaults([...forCertain, ...byChance].join("; "));
		let left = chance.runs;
		await Promise.all(
			workers.map(async (worker) => {
				while (left-- > 0) await worker.step();
			}),
		);
		const counts = await control.faults();
		const met = counts.map(({ rule, applied }) => `${rule.replace(/ (?:rate|skip).*/, "")}: ${applied}`);
		await control.clearFaults();
		console.log(`      ${String(tally)}\n      faults: ${met.join(", ")}`);
		for (const { rule, applied } of counts.slice(0, forCertain.length)) assert.equal(applied, 1, rule);
		for (const worker of workers) await compare(rows, worker);
		for (const counter of shared) {
			const counted = Number((await rows.one(`accounts(${counter.id})`))?.numberofemployees);
			const { added, uncertain } = counter;
			assert.ok(counted >= added && counted <= added + uncertain, `${counted}: ${added} added, ${uncertain} uncertain`);
		}
	});
});

/** The rows of a worker in the database and in its model. */
async function compare(rows: SandboxRows, worker: FuzzWorker): Promise<void> {
	const found = await rows.all(`accounts?$filter=address1_county eq '${worker.name}'`);
	const links = new Set<string>();
	for (const lead of worker.leads) {
		const linked = await rows.all(`leads(${lead})/accountleads_association?$select=accountid`);
		for (const row of linked) links.add(`${accountId(row)} ${lead}`);
	}
	const leadsOf = (id: string): readonly string[] => worker.leads.filter((lead) => links.has(`${id} ${lead}`));
	const database = new Map(found.map((row) => [accountId(row), { ...shape(row), leads: leadsOf(accountId(row)) }]));
	const model = new Map(
		[...worker.records.values()].map(({ id, contact, leads, etag: _etag, ...values }) => [
			id,
			{
				...shape({ ...values, _primarycontactid_value: contact }),
				leads: worker.leads.filter((lead) => leads.has(lead)),
			},
		]),
	);
	assert.deepEqual(database, model, worker.name);
	assert.equal(new Set(found.map(({ name }) => name)).size, found.length, "no record twice");
	const inside = await rows.all(`contacts?$filter=startswith(lastname,'inside ${worker.name} ')&$select=lastname`);
	assert.deepEqual(
		inside.map(({ lastname }) => lastname).sort(),
		[...worker.inside.values()].sort(),
		"contacts inside",
	);
}

/** Amounts are kept to the cent. */
function shape({ name, telephone1, revenue, _primarycontactid_value: contact }: Row): Row {
	const cents = revenue === null ? null : Math.round(Math.round(Number(revenue) * 10_000) / 100);
	return { name: name ?? null, telephone1: telephone1 ?? null, cents, contact: contact ?? null };
}
