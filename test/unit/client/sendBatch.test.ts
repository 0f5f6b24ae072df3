import assert from "node:assert/strict";
import fc from "fast-check";
import { sendBatch } from "../../../src/core/client/batch/sendBatch.ts";
import type { BatchItem, BatchOptions, BatchResult } from "../../../src/core/client/batchItem.ts";
import type { ClientProblem } from "../../../src/core/client/clientProblem.ts";
import type { ClientResult, RawRequest } from "../../../src/core/client/dataverseClient.ts";
import { boundaryOf } from "../../../src/core/client/batch/multipart.ts";
import { readBatch } from "../../../src/sandbox/batch/readBatch.ts";
import { exchangeRig, type ExchangeRig } from "../../support/client/clientRig.ts";
import { fetchFailed, type ScriptedReply } from "../../support/client/scriptedFetch.ts";
import { fuzz } from "../../support/fuzz.ts";

const get = (path: string): RawRequest => ({ method: "GET", path });
const patch = (path: string, body = "{}"): RawRequest => ({ method: "PATCH", path, body });

/** An answer to a batch of these lines: "204", "400 0x80040217 No such row", or several of them as a change set. */
function answerOf(status: number, ...items: readonly (string | readonly string[])[]): ScriptedReply {
	const part = (line: string): string => {
		const [, code = "", error = "", message = ""] = /^(\d+) ?(\S*) ?(.*)$/.exec(line) ?? [];
		const body = error === "" ? "" : JSON.stringify({ error: { code: error, message } });
		return `Content-Type: application/http\r\n\r\nHTTP/1.1 ${code} x\r\nOData-Version: 4.0\r\n\r\n${body}\r\n`;
	};
	const texts = items.map((item) => {
		if (typeof item === "string") return part(item);
		return `Content-Type: multipart/mixed; boundary=s\r\n\r\n${item.map((line) => `--s\r\n${part(line)}`).join("")}--s--\r\n`;
	});
	const text = `${texts.map((each) => `--a\r\n${each}`).join("")}--a--\r\n`;
	return { status, headers: { "content-type": "multipart/mixed; boundary=a" }, text };
}

async function send(
	reply: ScriptedReply | readonly ScriptedReply[],
	items: readonly BatchItem[],
	options?: BatchOptions,
): Promise<ExchangeRig & { readonly result: ClientResult<readonly BatchResult[]> }> {
	const rig = exchangeRig(Array.isArray(reply) ? (reply as readonly ScriptedReply[]) : [reply as ScriptedReply]);
	return { ...rig, result: await sendBatch(rig.exchange, items, options) };
}

/** One word for each item. */
function outline(result: ClientResult<readonly BatchResult[]>): readonly string[] | string {
	if (!result.ok) return problemOf(result.problem);
	return result.value.map((item) => {
		if ("skipped" in item) return "skipped";
		if (!("changeSet" in item)) return item.ok ? String(item.value.status) : problemOf(item.problem);
		const { changeSet } = item;
		return changeSet.ok
			? `set ${changeSet.value.map(({ status }) => status).join(" ")}`
			: `set ${problemOf(changeSet.problem)}`;
	});
}

function problemOf(problem: ClientProblem): string {
	switch (problem.code) {
		case "service":
			return `${problem.status} ${problem.serviceCode} ${problem.message}`;
		case "invalidBatch":
			return `${problem.code} ${problem.reason} ${problem.place}`;
		case "unreadable":
			return `${problem.code} ${problem.what}`;
		case "mayHaveBeenApplied":
			return `${problem.code} ${problem.reason}`;
		case "foreignOrigin":
			return `${problem.code} ${problem.origin}`;
		case "forbiddenHeader":
			return `${problem.code} ${problem.header}`;
		default:
			return problem.code;
	}
}

const failure = "404 0x80040217 No such row";
const set = { changeSet: [patch("accounts(1)"), patch("accounts(2)")] };

const answers: readonly (readonly [
	what: string,
	items: readonly BatchItem[],
	reply: ScriptedReply,
	expected: readonly string[] | string,
	goOn?: true,
])[] = [
	["each its own", [get("a"), patch("b")], answerOf(200, "200", "204"), ["200", "204"]],
	["not modified", [get("a")], answerOf(200, "304"), ["304"]],
	[
		"the service stops at a failure",
		[get("a"), get("b"), get("c")],
		answerOf(404, "200", failure),
		["200", failure, "skipped"],
	],
	["the last fails", [get("a"), get("b")], answerOf(404, "200", failure), ["200", failure]],
	["it goes on where it is asked to", [get("a"), get("b")], answerOf(200, failure, "200"), [failure, "200"], true],
	["a change set", [set, get("a")], answerOf(200, ["204", "204"], "200"), ["set 204 204", "200"]],
	["a change set is refused", [set, get("a")], answerOf(404, [failure]), [`set ${failure}`, "skipped"]],
	["a change set is refused, told without one", [set, get("a")], answerOf(404, failure), [`set ${failure}`, "skipped"]],
	[
		"a change set is refused and it goes on",
		[set, get("a")],
		answerOf(200, [failure], "200"),
		[`set ${failure}`, "200"],
		true,
	],
	["no part for what was asked", [get("a"), get("b")], answerOf(200, "200"), "unreadable badBatch"],
	["it stops though it was asked to go on", [get("a"), get("b")], answerOf(200, failure), "unreadable badBatch", true],
	["more parts than were asked", [get("a")], answerOf(200, "200", "200"), "unreadable badBatch"],
	["a change set where none was asked", [get("a")], answerOf(200, ["200"]), "unreadable badBatch"],
	["a change set with too few answers", [set], answerOf(200, ["204"]), "unreadable badBatch"],
	["no parts", [get("a")], answerOf(200), "unreadable badBatch"],
	[
		"no batch",
		[get("a")],
		{ status: 200, headers: { "content-type": "application/json" }, text: "{}" },
		"unreadable badBatch",
	],
	["no batch is refused", [get("a")], { status: 403, text: '{"error":{"code":"0x1","message":"No"}}' }, "403 0x1 No"],
];

const tooLong = `accounts?$filter=${"x".repeat(66_000)}`;
const refusals: readonly (readonly [what: string, items: readonly BatchItem[], expected: string])[] = [
	["1,001 requests", Array.from({ length: 1001 }, () => get("a")), "invalidBatch tooManyRequests 1001"],
	[
		"1,001 in change sets",
		Array.from({ length: 91 }, () => ({ changeSet: Array.from({ length: 11 }, () => patch("a")) })),
		"invalidBatch tooManyRequests 1001",
	],
	["a URL of more than 64 KB", [get("a"), get(tooLong)], "invalidBatch urlTooLong 2"],
	["a GET in a change set", [get("a"), { changeSet: [patch("a"), get("a")] }], "invalidBatch readInChangeSet 3"],
	["a change set without requests", [get("a"), { changeSet: [] }], "invalidBatch emptyChangeSet 2"],
	["a batch", [{ method: "POST", path: "$batch", body: "" }], "invalidBatch batchInBatch 1"],
	[
		"a batch, written otherwise",
		[{ method: "POST", path: "/api/data/v9.2/%24BATCH?x", body: "" }],
		"invalidBatch batchInBatch 1",
	],
	[
		"a Content-ID twice",
		[get("a"), { ...patch("a"), headers: { "Content-ID": "1" } }],
		"invalidBatch repeatedContentId 2",
	],
	[
		"another origin",
		[get("a"), get("https://evil.example/api/data/v9.2/accounts")],
		"foreignOrigin https://evil.example",
	],
	["another origin without scheme", [get("//evil.example/accounts")], "foreignOrigin https://evil.example"],
	["credentials", [{ ...get("a"), headers: { Authorization: "Bearer x" } }], "forbiddenHeader authorization"],
	[
		"a header that begins another",
		[{ ...get("a"), headers: { Prefer: "a\r\nAuthorization: x" } }],
		"forbiddenHeader prefer",
	],
];

describe("batches", () => {
	for (const [what, items, reply, expected, goOn] of answers) {
		it(`tells what became of each: ${what}`, async () => {
			const { result, seen } = await send(reply, items, goOn === true ? { continueOnError: true } : {});
			assert.deepEqual(outline(result), expected);
			assert.equal(seen.length, 1);
			assert.equal(seen[0]?.headers.prefer?.includes("odata.continue-on-error"), goOn === true);
		});
	}

	for (const [what, items, expected] of refusals) {
		it(`refuses to send ${what}`, async () => {
			const { result, seen } = await send(answerOf(200), items);
			assert.equal(outline(result), expected);
			assert.equal(seen.length, 0);
		});
	}

	it("sends nothing where there is nothing", async () => {
		const { result, seen } = await send(answerOf(200), []);
		assert.deepEqual(result, { ok: true, value: [] });
		assert.equal(seen.length, 0);
	});

	it("takes 1,000 requests and URLs of 64 KB", async () => {
		const thousand = Array.from({ length: 1000 }, () => get("a"));
		assert.equal((await send(answerOf(200, ...thousand.map(() => "200")), thousand)).result.ok, true);
		const longest = `accounts?$filter=${"x".repeat(65_300)}`;
		assert.equal((await send(answerOf(200, "200"), [get(longest)])).result.ok, true);
	});

	it("repeats a batch of reads, and never one with a write", async () => {
		const reset = fetchFailed("ECONNRESET");
		const reads = await send([reset, answerOf(200, "200")], [get("a")]);
		assert.deepEqual([outline(reads.result), reads.seen.length], [["200"], 2]);
		for (const items of [[get("a"), patch("b")], [{ changeSet: [patch("b")] }]]) {
			const writes = await send([reset, answerOf(200, "204")], items);
			assert.deepEqual([outline(writes.result), writes.seen.length], ["mayHaveBeenApplied batch", 1]);
		}
	});

	it("tells how long a part asks to wait, and does not guess where it names a date", async () => {
		for (const [asked, wanted] of [
			["17", 17],
			["Wed, 21 Oct 2026 07:28:00 GMT", undefined],
		] as const) {
			const part = `Content-Type: application/http\r\n\r\nHTTP/1.1 429 x\r\nRetry-After: ${asked}\r\n\r\n`;
			const headers = { "content-type": "multipart/mixed; boundary=a" };
			const reply = { status: 200, headers, text: `--a\r\n${part}\r\n--a--\r\n` };
			const { result } = await send(reply, [get("accounts")]);
			const [only] = result.ok ? result.value : [];
			assert.ok(only !== undefined && "ok" in only && !only.ok);
			assert.equal(only.problem.retryAfter, wanted);
		}
	});

	for (const status of [401, 429, 503]) {
		it(`is not repeated where it writes and a part of it meets ${status}`, async () => {
			const writes = await send(answerOf(status, "204", `${status} 0x1 No`), [patch("a"), patch("b"), patch("c")]);
			assert.deepEqual(outline(writes.result), ["204", `${status} 0x1 No`, "skipped"]);
			assert.equal(writes.seen.length, 1);
			if (status === 503) return;
			const reads = await send([answerOf(status, `${status} 0x1 No`), answerOf(200, "200")], [get("a")]);
			assert.deepEqual([outline(reads.result), reads.seen.length], [["200"], 2]);
		});
	}

	it("is a write for the lock unless it only reads", async () => {
		const locked = { writes: { mayWrite: () => false } };
		const reading = exchangeRig([answerOf(200, "200")], locked);
		assert.deepEqual(outline(await sendBatch(reading.exchange, [get("accounts?$filter=name eq 'PATCH x HTTP/1.1'")])), [
			"200",
		]);
		const writing = exchangeRig([answerOf(200, "200", "204")], locked);
		assert.equal(outline(await sendBatch(writing.exchange, [get("a"), patch("b")])), "readOnly");
		assert.equal(writing.seen.length, 0);
	});

	it("gives answers their order back by Content-ID", async () => {
		const part = (id: number): string =>
			`--s\r\nContent-Type: application/http\r\nContent-ID: ${id}\r\n\r\nHTTP/1.1 20${id} x\r\n\r\n\r\n`;
		const text = `--a\r\nContent-Type: multipart/mixed; boundary=s\r\n\r\n${part(2)}${part(1)}--s--\r\n--a--`;
		const reply = { status: 200, headers: { "content-type": "multipart/mixed; boundary=a" }, text };
		assert.deepEqual(outline((await send(reply, [set])).result), ["set 201 202"]);
	});

	it("keeps numbers and texts of the bodies", async () => {
		const body = '{"value":9007199254740993}';
		const part = (text: string): string =>
			`--a\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 200 OK\r\n\r\n${text}\r\n`;
		const text = `${part(body)}${part("42")}--a--`;
		const reply = { status: 200, headers: { "content-type": "multipart/mixed; boundary=a" }, text };
		const { result } = await send(reply, [get("a"), get("accounts/$count")]);
		assert.ok(result.ok);
		const [first, second] = result.value.map((item) => ("ok" in item && item.ok ? item.value : undefined));
		assert.deepEqual(first?.body, { value: { exactNumber: "9007199254740993" } });
		assert.deepEqual([second?.body, second?.text], [null, "42"]);
	});

	it("is read by the sandbox as it was meant, whatever is in it", async () => {
		const { seed, runs } = fuzz(200);
		const value = fc.string({
			unit: fc.constantFrom("a", "é", "金", "'", " ", "#", "&", "\n", "\r", "\\", "--", "%", "\ud800"),
		});
		const request = fc.record({
			method: fc.constantFrom("POST", "PATCH", "PUT", "DELETE"),
			path: value.map((text) => `accounts?$filter=name eq '${text}'`),
			body: fc.oneof(fc.json(), value),
		}) as fc.Arbitrary<RawRequest>;
		const read = value.map((text) => get(`accounts?x=${text}`));
		const item = fc.oneof(read, request, fc.record({ changeSet: fc.array(request, { minLength: 1, maxLength: 4 }) }));
		await fc.assert(
			fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 6 }), async (items) => {
				const { seen, exchange } = await send(answerOf(200), items);
				const [sentOnce] = seen;
				assert.ok(sentOnce !== undefined);
				const { headers, body } = sentOnce;
				assert.ok(boundaryOf(headers["content-type"]) !== undefined);
				const sent = {
					method: "POST",
					url: "/api/data/v9.2/$batch",
					headers: new Map(Object.entries(headers)),
					body: Buffer.from(body ?? ""),
				};
				const found = readBatch(sent, "/api/data/v9.2/");
				assert.equal(found.length, items.length);
				for (const [index, one] of found.entries()) {
					const meant = items[index] as BatchItem;
					assert.equal(one.kind === "changeSet", "changeSet" in meant);
					const operations = one.kind === "changeSet" ? one.operations : [one.operation];
					const requests = "changeSet" in meant ? meant.changeSet : [meant];
					const written = operations.map((operation) => [
						operation.request.method,
						operation.request.url,
						Buffer.from(operation.request.body ?? [])
							.toString("utf8")
							.trim(),
						operation.unreadable,
					]);
					const expected = requests.map(({ method, path, body: text = "" }) => {
						const { pathname, search } = new URL(exchange.ownUrl(path) ?? "");
						return [method, pathname + search, Buffer.from(text, "utf8").toString("utf8").trim(), false];
					});
					assert.deepEqual(written, expected);
				}
			}),
			{ seed, numRuns: runs },
		);
	});
});
