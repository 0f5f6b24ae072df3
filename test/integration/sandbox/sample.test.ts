import assert from "node:assert/strict";
import { addSample } from "../../../src/sandbox/sample/addSample.ts";
import { writeIdentity } from "../../../src/sandbox/sample/identityRows.ts";
import type { RowPlace } from "../../../src/sandbox/sample/rowWriter.ts";
import { day } from "../../../src/sandbox/sample/sampleRow.ts";
import { samplePlan } from "../../../src/sandbox/sample/samplePlan.ts";
import { type SampleTableName, sampleTableNames } from "../../../src/sandbox/sample/sampleWorld.ts";
import type { SandboxColumn, SandboxTable } from "../../../src/sandbox/schema/sandboxTable.ts";
import type { SqlRow } from "../../../src/sandbox/storage/database.ts";
import { foldedName, quoted, targetName } from "../../../src/sandbox/storage/sqlNames.ts";
import { fold } from "../../../src/sandbox/storage/fold.ts";
import { emptySandbox } from "../../support/sandbox/emptySandbox.ts";

const anchor = Date.UTC(2026, 2, 15, 10, 30);

/** A sandbox in memory with that many sample rows. */
function sampled(rows: number, seed = 7): RowPlace {
	const place = emptySandbox();
	writeIdentity(place, anchor);
	addSample(place, { rows, seed, anchor });
	return place;
}

function table(place: RowPlace, name: string): SandboxTable {
	const found = place.schema.table(name);
	assert.ok(found, name);
	return found;
}

const rowsOf = (place: RowPlace, name: string): readonly SqlRow[] =>
	place.database.all(`SELECT * FROM ${quoted(name)} ORDER BY 1`);

const countOf = (place: RowPlace, name: string): number =>
	Number(place.database.get(`SELECT count(*) AS rows FROM ${quoted(name)}`)?.rows);

const textOf = (place: RowPlace): string => JSON.stringify(sampleTableNames.map((name) => [name, rowsOf(place, name)]));

describe("sample rows", () => {
	it("are the same for the same seed and others for another", () => {
		const first = textOf(sampled(600));
		assert.equal(textOf(sampled(600)) === first, true);
		assert.equal(textOf(sampled(600, 8)) === first, false);
	});

	for (const rows of [0, 1, 10, 99, 100, 1234, 120_000]) {
		it(`are ${rows} altogether where ${rows} are asked for`, () => {
			const sum = [...samplePlan(rows, true).values()].reduce((total, count) => total + count, 0);
			assert.equal(sum, rows);
		});
	}

	it("are as many in each table as the report says, beside those that every sandbox has", () => {
		const place = emptySandbox();
		writeIdentity(place, anchor);
		const before = new Map(sampleTableNames.map((name) => [name, place.store.exists(name) ? countOf(place, name) : 0]));
		const report = addSample(place, { rows: 500, seed: 1, anchor });
		assert.ok(report);
		assert.equal(report.size, sampleTableNames.length);
		for (const [name, count] of report) assert.equal(countOf(place, name) - (before.get(name) ?? 0), count, name);
	});

	it("can be asked for by table", () => {
		const place = emptySandbox();
		writeIdentity(place, anchor);
		addSample(place, { rows: 0, seed: 1, anchor, counts: new Map<SampleTableName, number>([["account", 10]]) });
		assert.equal(countOf(place, "account"), 10);
		assert.equal(place.store.exists("contact"), false);
	});

	it("are added to those of an earlier sample, and the organization comes once", () => {
		const place = sampled(400);
		const users = countOf(place, "systemuser");
		const accounts = countOf(place, "account");
		addSample(place, { rows: 400, seed: 7, anchor });
		assert.equal(countOf(place, "systemuser"), users);
		assert.ok(countOf(place, "account") > accounts);
	});

	it("are not added at all where the person gives up", () => {
		const place = emptySandbox();
		writeIdentity(place, anchor);
		const asked: number[] = [];
		const progress = (done: number): boolean => asked.push(done) < 2;
		assert.equal(addSample(place, { rows: 9000, seed: 1, anchor, progress }), undefined);
		assert.deepEqual(asked, [2000, 4000]);
		assert.equal(countOf(place, "account"), 0);
		assert.ok(addSample(place, { rows: 300, seed: 1, anchor }));
	});

	it("keep the indexes of their tables", () => {
		const indexes =
			"SELECT group_concat(sql, '\n') AS all_of_them FROM (SELECT sql FROM sqlite_master WHERE type = 'index' ORDER BY name)";
		const place = emptySandbox();
		for (const name of sampleTableNames) place.store.ensure(table(place, name));
		const before = place.database.get(indexes);
		writeIdentity(place, anchor);
		addSample(place, { rows: 6000, seed: 1, anchor });
		const after = place.database.get(indexes);
		for (const line of String(before?.all_of_them).split("\n")) {
			assert.ok(String(after?.all_of_them).includes(line), line);
		}
	});
});

describe("each sample row", () => {
	let place: RowPlace;
	before(() => {
		place = sampled(3000);
	});

	for (const name of sampleTableNames) {
		it(`of ${name} fits its columns`, () => {
			const columns = [...table(place, name).columns.values()].filter(({ stored }) => stored);
			const rows = rowsOf(place, name);
			assert.ok(rows.length > 0);
			for (const row of rows) for (const column of columns) checkValue(place, row, column, name);
		});
	}

	it("has a state and a status that belong together", () => {
		for (const name of sampleTableNames) {
			const status = table(place, name).columns.get("statuscode")?.column.choice;
			if (status === undefined) continue;
			for (const { statecode, statuscode } of rowsOf(place, name)) {
				const option = status.options.find(({ value }) => value === statuscode);
				assert.ok(option, `${name}: ${String(statuscode)}`);
				assert.ok(option.state === undefined || option.state === statecode, `${name}: ${String(statecode)}`);
			}
		}
	});

	it("has base amounts that follow from its exchange rate, which is that of its currency", () => {
		const rates = new Map(
			rowsOf(place, "transactioncurrency").map((row) => [row.transactioncurrencyid, Number(row.exchangerate)]),
		);
		let compared = 0;
		for (const name of ["account", "contact", "lead", "opportunity"]) {
			for (const row of rowsOf(place, name)) {
				const rate = rates.get(row.transactioncurrencyid ?? null);
				assert.ok(rate !== undefined, name);
				assert.equal(row.exchangerate, rate);
				for (const [column, base] of Object.entries(row)) {
					if (!column.endsWith("_base") || base === null) continue;
					const amount = Number(row[column.slice(0, -"_base".length)]);
					assert.ok(Math.abs(Number(base) - amount / rate) <= 0.00005 + 1e-9, `${name}.${column}`);
					assert.match(String(amount), /^\d+(\.\d{1,2})?$/, `${name}.${column}: cents and nothing smaller`);
					compared += 1;
				}
			}
		}
		assert.ok(compared > 500);
	});

	it("belongs to a user or a team, and to that one's business unit", () => {
		const unit = new Map<unknown, unknown>();
		for (const { systemuserid, businessunitid } of rowsOf(place, "systemuser")) unit.set(systemuserid, businessunitid);
		for (const { teamid, businessunitid } of rowsOf(place, "team")) unit.set(teamid, businessunitid);
		const targets = new Set<unknown>();
		for (const row of rowsOf(place, "account")) {
			assert.equal(row.owningbusinessunit, unit.get(row.ownerid));
			assert.equal(row.owninguser ?? row.owningteam, row.ownerid);
			targets.add(row[targetName("ownerid")]);
		}
		assert.deepEqual([...targets].sort(), ["systemuser", "team"]);
	});

	it("began in the two years before the anchor, in both of them", () => {
		const years = new Set<number>();
		for (const { createdon, modifiedon } of rowsOf(place, "contact")) {
			const age = anchor - Date.parse(String(createdon));
			assert.ok(age >= 0 && age <= 730 * day, String(createdon));
			assert.ok(Date.parse(String(modifiedon)) >= Date.parse(String(createdon)));
			years.add(Math.floor(age / (365 * day)));
		}
		assert.ok(years.has(0) && years.has(1));
	});

	it("gives people something to see: gaps, and names in many scripts", () => {
		const scripts = [
			"Latin",
			"Cyrillic",
			"Greek",
			"Arabic",
			"Hebrew",
			"Han",
			"Hiragana",
			"Hangul",
			"Devanagari",
			"Thai",
		];
		const text = rowsOf(place, "contact")
			.map(({ fullname }) => fullname)
			.join("\n");
		for (const script of scripts) assert.match(text, new RegExp(`\\p{Script=${script}}`, "u"), script);
		const gaps = rowsOf(place, "account").filter(({ revenue }) => revenue === null).length;
		assert.ok(gaps > 0 && gaps < countOf(place, "account") / 2);
	});

	it("has a manager above every user, and a unit above every business unit but the root", () => {
		for (const name of ["systemuser", "businessunit"] as const) {
			const { primaryId } = table(place, name);
			const above = name === "systemuser" ? "parentsystemuserid" : "parentbusinessunitid";
			const parents = new Map(rowsOf(place, name).map((row) => [row[primaryId], row[above]]));
			assert.equal([...parents.values()].filter((parent) => parent === null).length, 1, name);
			for (let [one] of parents) {
				for (let steps = 0; one !== null; steps++) {
					assert.ok(steps < 20, "the chain ends");
					one = parents.get(one) ?? null;
				}
			}
		}
	});
});

function checkValue(
	place: RowPlace,
	row: SqlRow,
	{ logicalName, kind, column, ...facts }: SandboxColumn,
	name: string,
): void {
	const value = row[logicalName] ?? null;
	const where = `${name}.${logicalName}: ${String(value)}`;
	if (value === null) {
		assert.notEqual(
			column.requiredLevel === "ApplicationRequired" && facts.validForCreate && name !== "businessunit",
			true,
			where,
		);
		return;
	}
	if (facts.folded) assert.equal(row[foldedName(logicalName)], fold(String(value)), where);
	if (column.maxLength !== undefined) assert.ok(String(value).length <= column.maxLength, where);
	if (typeof column.minValue === "string") assert.ok(Number(value) >= Number(column.minValue), where);
	if (typeof column.maxValue === "string") assert.ok(Number(value) <= Number(column.maxValue), where);
	if (kind === "integer" && column.choice !== undefined) {
		assert.ok(
			column.choice.options.some((option) => option.value === value),
			where,
		);
	}
	if (kind === "date") assert.match(String(value), /^\d{4}-\d\d-\d\d$/, where);
	if (kind === "dateTime") assert.match(String(value), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, where);
	if (facts.targets.length > 0) checkTarget(place, row, logicalName, facts.targets, where);
}

function checkTarget(place: RowPlace, row: SqlRow, column: string, targets: readonly string[], where: string): void {
	const target = targets.length > 1 ? String(row[targetName(column)]) : (targets[0] ?? "");
	assert.ok(targets.includes(target), `${where} -> ${target}`);
	const { primaryId } = table(place, target);
	const sql = `SELECT 1 FROM ${quoted(target)} WHERE ${quoted(primaryId)} = ?`;
	assert.ok(place.database.get(sql, row[column] ?? null), `${where} is in ${target}`);
}
