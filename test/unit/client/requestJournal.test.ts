import assert from "node:assert/strict";
import { RequestJournal } from "../../../src/core/client/requestJournal.ts";
import type { RequestEnd, RequestEntry } from "../../../src/core/client/requestLog.ts";

const begun = { method: "GET", url: "https://contoso.crm4.dynamics.com/x", headers: { accept: "*/*" }, startedAt: 1 };
const end: RequestEnd = { status: 200, milliseconds: 5, size: 2, retries: 0 };

function numbers(entries: readonly RequestEntry[]): readonly number[] {
	return entries.map(({ number }) => number);
}

describe("The journal of requests", () => {
	it("knows of each request where it went, and how it ended", () => {
		const journal = new RequestJournal();
		const ended = journal.logFor("Contoso").started(begun);
		journal.logFor("Sandbox").started({ ...begun, body: "{}" });
		assert.deepEqual(journal.entries, [
			{ ...begun, number: 1, environment: "Contoso" },
			{ ...begun, number: 2, environment: "Sandbox", body: "{}" },
		]);
		ended(end);
		assert.deepEqual(journal.entries[0], { ...begun, number: 1, environment: "Contoso", end });
	});

	it("keeps no credentials, should anybody hand it some", () => {
		const journal = new RequestJournal();
		const headers = {
			Authorization: "Bearer x",
			cookie: "a",
			"Set-Cookie": "b",
			"proxy-authorization": "c",
			accept: "*/*",
		};
		journal.logFor("Contoso").started({ ...begun, headers });
		assert.deepEqual(journal.entries[0]?.headers, { accept: "*/*" });
	});

	it("keeps the newest, and never gives a number twice", () => {
		const journal = new RequestJournal();
		const log = journal.logFor("Contoso");
		const ends = Array.from({ length: 600 }, () => log.started(begun));
		assert.deepEqual([journal.entries.length, ...numbers(journal.entries).slice(0, 1)], [500, 101]);
		ends[0]?.(end);
		assert.equal(journal.entries.filter((entry) => entry.end !== undefined).length, 0);
		journal.clear();
		assert.deepEqual(journal.entries, []);
		log.started(begun);
		assert.deepEqual(numbers(journal.entries), [601]);
	});

	it("keeps no more of bodies than memory allows, and the newest whatever its size", () => {
		const journal = new RequestJournal();
		const log = journal.logFor("Contoso");
		for (const size of [3, 3, 2, 1]) log.started({ ...begun, body: "x".repeat(size * 1_000_000) });
		assert.deepEqual(numbers(journal.entries), [2, 3, 4]);
		log.started({ ...begun, body: "x".repeat(9_000_000) });
		assert.deepEqual(numbers(journal.entries), [5]);
	});

	it("tells who listens, until they do no longer", () => {
		const journal = new RequestJournal();
		let told = 0;
		const stop = journal.onDidChange(() => (told += 1));
		journal.logFor("Contoso").started(begun)(end);
		journal.clear();
		stop();
		journal.logFor("Contoso").started(begun);
		assert.equal(told, 3);
	});
});
