/** Rows and their changes against the sandbox's own service: what is read, staged, saved, refused and found out. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import type { ClientProblem } from "../../../src/core/client/clientProblem.ts";
import type { RecordChange } from "../../../src/core/records/recordChange.ts";
import { BrowsedTable } from "../../../src/features/results/browsedTable.ts";
import { printDraft, readDraft } from "../../../src/features/results/resultsDraft.ts";
import { ResultsModel } from "../../../src/features/results/resultsModel.ts";
import { resultsRow } from "../../../src/features/results/resultsPage.ts";
import { resultsStatus } from "../../../src/features/results/resultsStatus.ts";
import { type ChangeOutcome, saveChanges } from "../../../src/features/records/saveChanges.ts";
import { reviewedChange } from "../../../src/features/records/reviewState.ts";
import { english } from "../../../src/words/message.ts";
import { type OfficeClient, officeClient } from "../../support/records/officeClient.ts";
import type { SandboxInMemory } from "../../support/sandbox/sandboxInMemory.ts";
import { shippedCatalog } from "../../support/sandbox/shippedCatalog.ts";
import { ids, smallOffice } from "../../support/sandbox/smallOffice.ts";

describe("rows of a table", () => {
	let sandbox: SandboxInMemory;
	let office: OfficeClient;
	let model: ResultsModel;
	let pageSize: number;

	beforeEach(() => {
		sandbox = smallOffice();
		office = officeClient(sandbox);
		pageSize = 2;
		model = modelOf("account");
	});
	afterEach(() => {
		model.dispose();
		sandbox.close();
	});

	function modelOf(name: string): ResultsModel {
		const table = shippedCatalog().table(name);
		ok(table?.entitySetName);
		return new ResultsModel(new BrowsedTable(table, table.entitySetName), {
			client: () => Promise.resolve(office.client),
			pageSize: () => pageSize,
		});
	}

	const names = () => model.rows.map((base) => model.table.nameOf(base));
	const status = () => resultsStatus(model, undefined, english);
	const shown = (record: string, property: string) => {
		const base = model.record(record);
		ok(base);
		const index = model.table.columns.findIndex((column) => property.includes(column.logicalName));
		return resultsRow(model, base, english).cells[index];
	};

	/** Stages a typed text as the document does. */
	function stage(record: string, property: string, text: string): void {
		const edit = model.edit(record, property, text);
		ok(edit.ok && edit.value !== undefined, JSON.stringify(edit));
		model.apply([edit.value]);
	}

	async function save(changes: readonly RecordChange[] = model.staged, signal = new AbortController().signal) {
		const outcomes = new Map<string, ChangeOutcome>();
		await saveChanges({
			changes,
			facts: model.table.facts,
			client: office.client,
			signal,
			saved: async ({ base }) => {
				const read = await model.readAgain(base.id);
				ok(read.ok);
				model.rebase(read.value);
				return read.value;
			},
			onOutcome: (record, outcome) => outcomes.set(record, outcome),
		});
		return outcomes;
	}

	function problemOf(outcome: ChangeOutcome | undefined): ClientProblem {
		ok(outcome?.state === "notSaved", JSON.stringify(outcome));
		return outcome.problem;
	}

	const kept = (record: string, column: string) =>
		(sandbox.ok("GET", `accounts(${record})?$select=${column}`) as Readonly<Record<string, unknown>>)[column];

	it("come page by page, with how many there are", async () => {
		await model.load();
		deepEqual([model.rows.length, status().rows, status().hasMore], [2, "2 of about 3 rows", true]);
		await model.more();
		deepEqual([names().length, status().rows, status().hasMore], [3, "3 rows", false]);
		await model.more();
		equal(office.journal.entries.length, 2);
	});

	it("show formatted values with the raw ones behind, names of lookups, and choices with their value", async () => {
		pageSize = 50;
		await model.load();
		deepEqual(shown(ids.contoso, "name"), 'Contoso "Größe"');
		deepEqual(shown(ids.contoso, "revenue"), ["$20,000.00", "20000"]);
		deepEqual(shown(ids.contoso, "industrycode"), ["Brokers", "4", true]);
		deepEqual(shown(ids.contoso, "primarycontactid"), ["Yvonne McKay", ids.yvonne]);
		deepEqual(shown(ids.fabrikam, "primarycontactid"), null);
		match(resultsRow(model, model.rows[0] as never, english).version ?? "", /^\d+$/);
	});

	it("say why there are none, and come when it is tried again", async () => {
		office.fault = () => "lose";
		await model.load();
		equal(status().phase, "problem");
		equal(status().problem?.canRetry, true);
		office.fault = undefined;
		await model.again();
		deepEqual([status().phase, model.rows.length], ["ready", 2]);
	});

	it("go on at the page that failed", async () => {
		await model.load();
		office.fault = () => "lose";
		await model.more();
		deepEqual([status().phase, model.rows.length, status().hasMore], ["problem", 2, true]);
		office.fault = undefined;
		await model.again();
		deepEqual([status().phase, model.rows.length], ["ready", 3]);
	});

	it("stop coming when it is cancelled", async () => {
		const loading = model.load();
		equal(status().phase, "loading");
		model.cancel();
		await loading;
		equal(status().problem?.sentence, "The request was cancelled.");
	});

	it("are read anew without what a later reading has overtaken", async () => {
		await Promise.all([model.load(), model.load()]);
		deepEqual([status().phase, model.rows.length], ["ready", 2]);
	});

	it("are saved with the values that were staged, and show the new version", async () => {
		pageSize = 50;
		await model.load();
		const before = model.record(ids.contoso)?.etag;
		stage(ids.contoso, "revenue", "72000");
		stage(ids.fabrikam, "industrycode", "Accounting");
		equal(status().staged, "2 changes staged in 2 rows");
		const outcomes = await save();
		deepEqual(
			[...outcomes.values()].map(({ state }) => state),
			["saved", "saved"],
		);
		deepEqual([kept(ids.contoso, "revenue"), kept(ids.fabrikam, "industrycode")], [72000, 1]);
		equal(model.changes.cellCount, 0);
		deepEqual(shown(ids.contoso, "revenue"), ["$72,000.00", "72000"]);
		ok(model.record(ids.contoso)?.etag !== before);
	});

	it("are not written over what somebody else has changed, whose values are told", async () => {
		pageSize = 50;
		await model.load();
		stage(ids.contoso, "revenue", "72000");
		stage(ids.fabrikam, "name", "Fabrikam Inc.");
		sandbox.ok("PATCH", `accounts(${ids.contoso})`, { body: { revenue: 65000, name: "Contoso (Europe)" } });
		const outcomes = await save();
		const [change] = model.staged;
		ok(change !== undefined);
		equal(outcomes.get(ids.fabrikam)?.state, "saved");
		equal(problemOf(outcomes.get(ids.contoso)).code, "conflict");
		equal(kept(ids.contoso, "revenue"), 65000);
		const described = { name: "Contoso", cells: [] };
		const request = { method: "PATCH", url: "", headers: {} };
		const outcome = outcomes.get(ids.contoso);
		ok(outcome);
		const told = reviewedChange({ change, described, request, outcome, facts: model.table.facts }, english).outcome;
		ok(told?.state === "conflict");
		deepEqual(
			told.theirs?.map(([column]) => column).filter((column) => column !== "Modified On"),
			["Account Name", "Annual Revenue", "Version"],
		);
		deepEqual(
			told.theirs.find(([column]) => column === "Annual Revenue"),
			["Annual Revenue", "$65,000.00"],
		);
		const read = await model.readAgain(ids.contoso);
		ok(read.ok);
		model.rebase(read.value);
		equal(model.staged.length, 1, "mine stays, over the new version");
		deepEqual(
			[...(await save()).values()].map(({ state }) => state),
			["saved"],
		);
		deepEqual([kept(ids.contoso, "revenue"), kept(ids.contoso, "name")], [72000, "Contoso (Europe)"]);
	});

	it("are known to be saved when only the answer was lost", async () => {
		pageSize = 50;
		await model.load();
		stage(ids.contoso, "revenue", "72000");
		let lost = 0;
		office.fault = (_url, method) => (method === "PATCH" && lost++ === 0 ? "loseAnswer" : undefined);
		deepEqual(
			[...(await save()).values()].map(({ state }) => state),
			["saved"],
		);
		equal(kept(ids.contoso, "revenue"), 72000);
		equal(model.changes.cellCount, 0);
	});

	it("stay staged when it cannot be found out whether they were saved", async () => {
		pageSize = 50;
		await model.load();
		stage(ids.contoso, "revenue", "72000");
		office.fault = (_url, method) => (method === "PATCH" ? "loseAnswer" : "lose");
		const outcome = (await save()).get(ids.contoso);
		equal(problemOf(outcome).code, "mayHaveBeenApplied");
		equal(model.changes.cellCount, 1);
		office.fault = undefined;
		const read = await model.readAgain(ids.contoso);
		ok(read.ok);
		model.rebase(read.value);
		equal(model.changes.cellCount, 0, "a look shows that it was");
	});

	it("are not sent one after the other when the environment is locked or it was cancelled", async () => {
		office = officeClient(sandbox, { writes: { mayWrite: () => false } });
		pageSize = 50;
		await model.load();
		stage(ids.contoso, "revenue", "72000");
		stage(ids.fabrikam, "revenue", "72000");
		deepEqual(
			[...(await save()).values()].map((outcome) => problemOf(outcome).code),
			["readOnly"],
		);
		const cancelled = new AbortController();
		cancelled.abort();
		equal((await save(model.staged, cancelled.signal)).size, 0);
		equal(model.changes.cellCount, 2);
	});

	it("keep what is staged while they are read anew, over the version that the person saw", async () => {
		await model.load();
		const [first] = model.rows;
		ok(first);
		stage(first.id, "revenue", "72000");
		sandbox.ok("PATCH", `accounts(${first.id})`, { body: { revenue: 65000 } });
		await model.again();
		equal(model.record(first.id)?.etag, first.etag);
		deepEqual(
			model.staged.map(({ cells }) => [...cells]),
			[[["revenue", 72000]]],
		);
	});

	it("show a draft on top until its rows are read, and each row once", async () => {
		pageSize = 50;
		await model.load();
		stage(ids.fabrikam, "name", "Fabrikam Inc.");
		const draft = readDraft(printDraft(model.staged));
		ok(draft.ok);
		model.dispose();
		pageSize = 1;
		model = modelOf("account");
		model.restore(draft.value);
		deepEqual(names(), ["Fabrikam"]);
		equal(status().staged, "1 change staged in 1 row");
		const wasOnTop: boolean[] = [];
		do {
			await (model.rows.length === 1 ? model.load() : model.more());
			wasOnTop.push(model.isKept(ids.fabrikam));
			equal(new Set(names()).size, names().length);
		} while (status().hasMore);
		equal(model.rows.length, 3);
		equal(model.isKept(ids.fabrikam), false);
		equal(wasOnTop[0], true);
		deepEqual(
			[...(await save()).values()].map(({ state }) => state),
			["saved"],
		);
		equal(kept(ids.fabrikam, "name"), "Fabrikam Inc.");
	});

	it("send a status reason with its status", async () => {
		pageSize = 50;
		await model.load();
		stage(ids.contoso, "statuscode", "Inactive");
		deepEqual(
			[...(await save()).values()].map(({ state }) => state),
			["saved"],
		);
		deepEqual([kept(ids.contoso, "statecode"), kept(ids.contoso, "statuscode")], [1, 2]);
	});

	for (const [record, property, text] of [
		[ids.contoso, "revenue", "€20,000.00"],
		[ids.contoso, "industrycode", "4"],
		[ids.fabrikam, "_primarycontactid_value", ""],
		["nobody", "name", "x"],
		[ids.contoso, "nothing", "x"],
	] as const) {
		it(`stages nothing for ${property} = ${text} of ${record}`, async () => {
			pageSize = 50;
			await model.load();
			const edit = model.edit(record, property, text);
			deepEqual(edit.ok ? edit.value : edit.problem.code, edit.ok ? undefined : "readOnly");
		});
	}
});
