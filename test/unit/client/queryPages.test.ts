import assert from "node:assert/strict";
import type { Page } from "../../../src/core/client/dataverseClient.ts";
import { queryPages } from "../../../src/core/client/read/queryPages.ts";
import { readMetadata } from "../../../src/core/client/read/readMetadata.ts";
import { retrieve } from "../../../src/core/client/read/retrieve.ts";
import type { Progress, QueryOptions } from "../../../src/core/client/requestOptions.ts";
import { apiOrigin, appOrigin, exchangeRig, type ExchangeRig } from "../../support/client/clientRig.ts";
import { fetchFailed, type ScriptedReply } from "../../support/client/scriptedFetch.ts";

const root = `${appOrigin}/api/data/v9.2/`;

function page(rows: readonly number[], next?: string, more: object = {}): ScriptedReply {
	const value = rows.map((id) => ({ accountid: String(id) }));
	return { status: 200, text: JSON.stringify({ ...more, value, "@odata.nextLink": next }) };
}

interface Read extends ExchangeRig {
	/** Ids of the rows of each page, or the code of what went wrong. */
	readonly pages: readonly (readonly string[] | string)[];
	readonly whole: readonly Page[];
}

async function readAll(replies: readonly ScriptedReply[], options: QueryOptions = {}): Promise<Read> {
	const rig = exchangeRig(replies);
	const pages: (readonly string[] | string)[] = [];
	const whole: Page[] = [];
	for await (const result of queryPages(rig.exchange, "accounts", options)) {
		if (result.ok) whole.push(result.value);
		pages.push(result.ok ? result.value.rows.map(({ accountid }) => accountid as string) : result.problem.code);
	}
	return { ...rig, pages, whole };
}

describe("pages of a query", () => {
	const next = `${root}accounts?$skiptoken=2`;

	it("end with a problem where one leads to itself", async () => {
		const { pages, seen } = await readAll([page([1], next), page([2], next), page([3])]);
		assert.deepEqual(pages, [["1"], "unreadable"]);
		assert.equal(seen.length, 2);
		const rig = exchangeRig([page([1], "EntityDefinitions"), page([2])]);
		const metadata = await readMetadata(rig.exchange, "EntityDefinitions");
		assert.equal(!metadata.ok && metadata.problem.code, "unreadable");
	});

	it("come one after the other, to the end", async () => {
		const { pages, seen } = await readAll([page([1, 2], next), page([3], `${apiOrigin}/api/data/v9.2/x`), page([])]);
		assert.deepEqual(pages, [["1", "2"], ["3"], []]);
		assert.deepEqual(
			seen.map(({ url }) => url),
			[`${root}accounts`, next, `${apiOrigin}/api/data/v9.2/x`],
		);
	});

	it("ask for size and annotations each time", async () => {
		const { seen } = await readAll([page([1], next), page([2])], { pageSize: 500 });
		for (const { headers } of seen) {
			assert.equal(headers.prefer, 'odata.maxpagesize=500,odata.include-annotations="*"');
		}
		const plain = await readAll([page([1])], { annotations: false });
		assert.equal(plain.seen[0]?.headers.prefer, 'odata.include-annotations="Microsoft.PowerApps.CDS.*"');
	});

	it("are fetched when they are asked for, and begin anew for each loop", async () => {
		const { exchange, seen } = exchangeRig([page([1], next), page([2])]);
		const query = queryPages(exchange, "accounts");
		assert.equal(seen.length, 0);
		const iterator = query[Symbol.asyncIterator]();
		await iterator.next();
		assert.equal(seen.length, 1);
		await query[Symbol.asyncIterator]().next();
		assert.equal(seen[1]?.url, `${root}accounts`);
	});

	const counts: readonly (readonly [object, Pick<Page, "count" | "countLimitExceeded">])[] = [
		[{}, {}],
		[{ "@odata.count": 7 }, { count: 7 }],
		[
			{ "@odata.count": 5000, "@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded": true },
			{ count: 5000, countLimitExceeded: true },
		],
		[{ "@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded": false }, {}],
	];
	for (const [more, expected] of counts) {
		it(`tell the count of ${JSON.stringify(more)}`, async () => {
			const [first] = (await readAll([page([1], undefined, more)])).whole;
			const { rows: _rows, reply: _reply, ...told } = first ?? {};
			assert.deepEqual(told, expected);
		});
	}

	it("tell how far they are", async () => {
		const told: Progress[] = [];
		await readAll([page([1, 2], next, { "@odata.count": 3 }), page([3])], { onProgress: (each) => told.push(each) });
		assert.deepEqual(told, [
			{ kind: "rows", rows: 2, pages: 1, count: 3 },
			{ kind: "rows", rows: 3, pages: 2 },
		]);
	});

	it("repeat only the one that failed", async () => {
		const { pages, seen } = await readAll([page([1], next), fetchFailed("ECONNRESET"), { status: 503 }, page([2])]);
		assert.deepEqual(pages, [["1"], ["2"]]);
		assert.deepEqual(
			seen.map(({ url }) => url),
			[`${root}accounts`, next, next, next],
		);
	});

	const foreign = ["https://evil.example/x", "//evil.example/x", "http://contoso.crm4.dynamics.com/x", "data:x"];
	for (const url of foreign) {
		it(`end where the next one would be at ${url}`, async () => {
			const { pages, seen } = await readAll([page([1], next), page([2], url), page([3])]);
			assert.deepEqual(pages, [["1"], "foreignOrigin"]);
			assert.equal(seen.length, 2);
		});
	}

	const unreadable: readonly (readonly [string, ScriptedReply])[] = [
		["no JSON", { status: 200, text: "<html>" }],
		["nothing", { status: 200, text: "" }],
		["a list", { status: 200, text: "[]" }],
		["one record", { status: 200, text: '{"accountid":"1"}' }],
		["a list of something else", { status: 200, text: '{"value":["1"]}' }],
		["a refusal", { status: 400, text: '{"error":{"code":"0x1","message":"No"}}' }],
	];
	for (const [what, reply] of unreadable) {
		it(`end at an answer that is ${what}`, async () => {
			const { pages } = await readAll([page([1], next), reply]);
			assert.deepEqual(pages.length, 2);
			assert.ok(typeof pages[1] === "string");
		});
	}

	it("end as cancelled, before and between", async () => {
		const person = new AbortController();
		const { exchange, seen } = exchangeRig([page([1], next), page([2])]);
		const iterator = queryPages(exchange, "accounts", { signal: person.signal })[Symbol.asyncIterator]();
		await iterator.next();
		person.abort();
		const second = await iterator.next();
		assert.ok(second.done !== true && !second.value.ok);
		assert.deepEqual([second.value.problem.code, seen.length], ["cancelled", 1]);
		assert.equal((await iterator.next()).done, true);
	});

	it("end at once while one is under way, when the person cancels and when the loop is left", async () => {
		const person = new AbortController();
		const { exchange, seen } = exchangeRig(["silence"]);
		const iterator = queryPages(exchange, "accounts", { signal: person.signal })[Symbol.asyncIterator]();
		const pending = iterator.next();
		await new Promise(setImmediate);
		person.abort();
		const cancelled = await pending;
		assert.ok(cancelled.done !== true && !cancelled.value.ok && cancelled.value.problem.code === "cancelled");
		const left = queryPages(exchange, "accounts")[Symbol.asyncIterator]();
		const another = left.next();
		await new Promise(setImmediate);
		await left.return?.();
		assert.equal((await another).done, true);
		assert.equal((await left.next()).done, true);
		assert.deepEqual(
			seen.map(({ signal }) => signal.aborted),
			[true, true],
		);
	});

	it("are told in order to who asks for several at once", async () => {
		const { exchange } = exchangeRig([page([1], next), page([2])]);
		const iterator = queryPages(exchange, "accounts")[Symbol.asyncIterator]();
		const all = await Promise.all([iterator.next(), iterator.next(), iterator.next()]);
		assert.deepEqual(
			all.map(({ done, value }) => (done === true ? "end" : value.ok && value.value.rows[0]?.accountid)),
			["1", "2", "end"],
		);
	});
});

describe("one record", () => {
	it("is asked for by id, by key, with what is to be read of it", async () => {
		const { exchange, seen } = exchangeRig([{ status: 200, text: '{"name":"x"}' }]);
		assert.deepEqual(await retrieve(exchange, { entitySet: "accounts", key: "1" }), { ok: true, value: { name: "x" } });
		await retrieve(exchange, { entitySet: "accounts", key: { name: "O'N" } }, "$select=name");
		assert.deepEqual(
			seen.map(({ url }) => url),
			[`${root}accounts(1)`, `${root}accounts(name='O''N')?$select=name`],
		);
	});

	const ends: readonly (readonly [ScriptedReply, string])[] = [
		[{ status: 204 }, "unreadable"],
		[{ status: 200, text: "[]" }, "unreadable"],
		[{ status: 304 }, "service"],
		[{ status: 404, text: '{"error":{"code":"0x80040217","message":"None"}}' }, "service"],
	];
	for (const [reply, code] of ends) {
		it(`is a problem where the answer is ${JSON.stringify(reply)}`, async () => {
			const result = await retrieve(exchangeRig([reply]).exchange, { entitySet: "accounts", key: "1" });
			assert.equal(!result.ok && result.problem.code, code);
		});
	}
});

describe("definitions", () => {
	it("come whole, however many pages they have", async () => {
		const { exchange } = exchangeRig([
			page([1], `${root}x`, { "@odata.context": "c" }),
			page([2], `${root}y`),
			page([3]),
		]);
		const result = await readMetadata(exchange, "EntityDefinitions");
		const value = [{ accountid: "1" }, { accountid: "2" }, { accountid: "3" }];
		assert.deepEqual(result, { ok: true, value: { "@odata.context": "c", value } });
	});

	it("may be of one thing, or of simple values", async () => {
		for (const text of ['{"LogicalName":"account"}', '{"value":"account"}', '{"value":["a"]}']) {
			const result = await readMetadata(exchangeRig([{ status: 200, text }]).exchange, "x");
			assert.deepEqual(result, { ok: true, value: JSON.parse(text) as unknown });
		}
	});

	it("are a problem as a whole where a page is one", async () => {
		for (const last of [{ status: 404 }, { status: 200, text: "" }, page([2], "https://evil.example/")]) {
			const result = await readMetadata(exchangeRig([page([1], `${root}x`), last]).exchange, "x");
			assert.equal(result.ok, false);
		}
	});
});
