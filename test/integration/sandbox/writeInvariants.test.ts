import assert from "node:assert/strict";
import type { SandboxTable } from "../../../src/sandbox/schema/sandboxTable.ts";
import { knownUsers, rootBusinessUnit } from "../../../src/sandbox/service/identity.ts";
import { quoted, targetName } from "../../../src/sandbox/storage/sqlNames.ts";
import { type Fuzz, fuzz } from "../../support/fuzz.ts";
import { type SandboxInMemory, sandboxInMemory } from "../../support/sandbox/sandboxInMemory.ts";
import { guid, rowAt } from "../../support/sandbox/writeCases.ts";

/** Sets with the lookups that point within them, and values that may be wrong. */
const places = {
	accounts: ["primarycontactid=contacts", "parentaccountid=accounts"],
	contacts: ["parentcustomerid_account=accounts", "parentcustomerid_contact=contacts"],
	leads: ["parentaccountid=accounts", "parentcontactid=contacts"],
	opportunities: ["customerid_account=accounts", "customerid_contact=contacts", "originatingleadid=leads"],
	tasks: ["regardingobjectid_account_task=accounts", "regardingobjectid_contact_task=contacts"],
} as const;
const sets = Object.keys(places) as (keyof typeof places)[];
const collections = [
	["accounts", "contact_customer_accounts", "contacts"],
	["contacts", "account_primary_contact", "accounts"],
	["accounts", "Account_Tasks", "tasks"],
	["accounts", "accountleads_association", "leads"],
	["leads", "contactleads_association", "contacts"],
] as const;

/**
 * One write on rows of which some exist; what comes of it is up to the service. Answers the row ("table id") that was
 * created or updated for sure.
 */
function randomWrite(sandbox: SandboxInMemory, random: Fuzz): string | undefined {
	const { pick, below } = random;
	const anId = (): string => guid(String(below(12)));
	const set = pick(sets);
	const path = `${set}(${anId()})`;
	switch (below(8)) {
		case 0:
			sandbox.answer("DELETE", path);
			return undefined;
		case 1: {
			const [owner, navigation, other] = pick(collections);
			sandbox.answer(pick(["POST", "PUT"]), `${owner}(${anId()})/${navigation}/$ref`, {
				body: { "@odata.id": `${other}(${anId()})` },
			});
			return undefined;
		}
		case 2: {
			const [owner, navigation] = pick(collections);
			sandbox.answer("DELETE", `${owner}(${anId()})/${navigation}(${anId()})/$ref`);
			return undefined;
		}
		default: {
			const { status } = sandbox.answer("PATCH", path, { body: randomBody(set, random, anId) });
			const table = sandbox.service.schema.tableBySet(set)?.logicalName ?? "";
			return status === 204 ? `${table} ${path.slice(set.length + 1, -1)}` : undefined;
		}
	}
}

function randomBody(
	set: keyof typeof places,
	{ pick, below }: Fuzz,
	anId: () => string,
): Readonly<Record<string, unknown>> {
	const body: Record<string, unknown> = {};
	const [navigation = "", target = ""] = pick<string>(places[set]).split("=");
	if (below(2) === 0) body[`${navigation}@odata.bind`] = below(5) === 0 ? null : `${target}(${anId()})`;
	if (below(3) === 0) body.statecode = below(4);
	if (below(3) === 0) body.statuscode = below(8);
	const owners = [...knownUsers.map(({ id }) => `systemusers(${id})`), `teams(${rootBusinessUnit.teamId})`, null];
	if (below(4) === 0) body["ownerid@odata.bind"] = pick(owners);
	if (below(20) === 0) body.nosuch = 1;
	return body;
}

describe("sandbox: whatever is written", () => {
	it("links lead somewhere, statuses fit their state, versions grow", () => {
		const random = fuzz(8);
		for (let run = 0; run < random.runs; run++) {
			const sandbox = sandboxInMemory();
			for (let step = 0; step < 40; step++) {
				sandbox.now += 1000;
				const before = newestVersion(sandbox);
				const written = randomWrite(sandbox, random);
				const version = Number(written === undefined ? before + 1 : rowAt(sandbox, written)?.versionnumber);
				assert.ok(version > before, `${written ?? ""} has an older version, seed ${random.seed}`);
			}
			for (const table of storedTables(sandbox)) {
				checkLookups(sandbox, table, random.seed);
				checkStatuses(sandbox, table, random.seed);
				checkLinks(sandbox, table, random.seed);
			}
			sandbox.close();
		}
	});
});

function storedTables({ service, database }: SandboxInMemory): readonly SandboxTable[] {
	const rows = database.all("SELECT name FROM sqlite_master WHERE type = 'table'");
	return rows.map(({ name }) => service.schema.table(String(name))).filter((table) => table !== undefined);
}

/** The newest version of all rows that are written here. */
function newestVersion({ service, database }: SandboxInMemory): number {
	const versions = sets.map((set) => {
		const name = service.schema.tableBySet(set)?.logicalName ?? "";
		if (!service.store.exists(name)) return 0;
		return Number(database.get(`SELECT max(versionnumber) AS newest FROM ${quoted(name)}`)?.newest ?? 0);
	});
	return Math.max(...versions);
}

function checkLookups({ service, database }: SandboxInMemory, table: SandboxTable, seed: number): void {
	const name = quoted(table.logicalName);
	for (const { logicalName, targets, stored } of table.columns.values()) {
		if (!stored || targets.length === 0) continue;
		const column = quoted(logicalName);
		for (const row of database.all(`SELECT * FROM ${name} WHERE ${column} IS NOT NULL`)) {
			const place = targets.length > 1 ? String(row[targetName(logicalName)]) : (targets[0] ?? "");
			const target = service.schema.table(place);
			assert.ok(target !== undefined && targets.includes(place), `${table.logicalName}.${logicalName}: ${place}`);
			const sql = `SELECT 1 FROM ${quoted(place)} WHERE ${quoted(target.primaryId)} = ?`;
			const found = service.store.exists(place) && database.get(sql, row[logicalName] ?? null) !== undefined;
			assert.ok(found, `${table.logicalName}.${logicalName} leads nowhere, seed ${seed}`);
		}
	}
}

function checkStatuses({ database }: SandboxInMemory, table: SandboxTable, seed: number): void {
	const statuses = table.columns.get("statuscode")?.column.choice?.options ?? [];
	// The list of all activities repeats the statuses of their own tables.
	if (statuses.length === 0 || table.logicalName === "activitypointer") return;
	for (const { statecode, statuscode } of database.all(
		`SELECT statecode, statuscode FROM ${quoted(table.logicalName)}`,
	)) {
		const option = statuses.find(({ value }) => value === statuscode);
		assert.equal(option?.state, statecode, `${table.logicalName} ${String(statuscode)}, seed ${seed}`);
	}
}

/** No row of an intersect table has an end that is gone. */
function checkLinks({ service, database }: SandboxInMemory, table: SandboxTable, seed: number): void {
	for (const { kind, column, intersect, name } of table.navigation.values()) {
		if (kind !== "manyToMany" || intersect === undefined || !service.store.exists(intersect.table)) continue;
		const orphans = database.all(
			`SELECT 1 FROM ${quoted(intersect.table)} WHERE ${quoted(column)} NOT IN (SELECT ${quoted(table.primaryId)} FROM ${quoted(table.logicalName)})`,
		);
		assert.equal(orphans.length, 0, `${table.logicalName}.${name}, seed ${seed}`);
	}
}
