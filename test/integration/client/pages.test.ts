import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { join } from "node:path";
import type { DataverseClient, Page } from "../../../src/core/client/dataverseClient.ts";
import { formattedValue } from "../../../src/core/client/readRow.ts";
import type { Progress, QueryOptions } from "../../../src/core/client/requestOptions.ts";
import type { RunningSandbox } from "../../../src/sandbox/server/startSandbox.ts";
import { fileOfNumberedAccounts, numberedAccounts } from "../../support/client/numberedAccounts.ts";
import type { PagesSeen, PageThrough } from "../../support/client/pageThrough.ts";
import { sandboxClient, valueOf } from "../../support/client/sandboxClient.ts";
import { runSandbox } from "../../support/sandbox/runningSandbox.ts";
import { scratchFolder } from "../../support/scratchFolder.ts";
import { projectFolder } from "../../support/sharedFolder.ts";

const all = 100_000;

describe("a large table, page by page", () => {
	let sandbox: RunningSandbox;
	let client: DataverseClient;
	let removeFolder: () => void;
	before(async () => {
		const folder = await scratchFolder("pages");
		removeFolder = folder.remove;
		const file = join(folder.path, "accounts.db");
		fileOfNumberedAccounts(file, all);
		sandbox = await runSandbox({ file });
		client = sandboxClient(sandbox);
	});
	after(async () => {
		await sandbox.close();
		removeFolder();
	});
	afterEach(async () => {
		await sandbox.control.clearFaults();
	});

	/** Checks that rows come in their order, none twice and none left out, and gives the pages that were looked at. */
	async function readRows(rows: number, options: QueryOptions = {}): Promise<readonly Omit<Page, "rows">[]> {
		const pages: Omit<Page, "rows">[] = [];
		let next = 0;
		for await (const result of client.query(numberedAccounts, options)) {
			const { rows: found, ...page } = valueOf(result);
			for (const { numberofemployees } of found) assert.equal(numberofemployees, next++);
			pages.push(page);
			if (next >= rows) break;
		}
		assert.equal(next, rows);
		return pages;
	}

	async function inOwnProcess(keep: boolean): Promise<PagesSeen> {
		const script = join(projectFolder, "test", "support", "client", "pageThrough.ts");
		const child = fork(script, { execArgv: [...process.execArgv, "--expose-gc"], stdio: ["ignore", 2, 2, "ipc"] });
		const { url, token } = sandbox;
		child.send({ url, token, pageSize: 5000, keep } satisfies PageThrough);
		return await new Promise((resolve, reject) => {
			child.once("message", (seen) => {
				resolve(seen as PagesSeen);
			});
			child.once("exit", (code) => {
				reject(new Error(`pageThrough.ts ended with ${code}`));
			});
		});
	}

	it("takes the memory of one page, however many there are", async () => {
		const seen = await inOwnProcess(false);
		assert.deepEqual([seen.rows, seen.pages], [all, all / 5000]);
		const grown = growth(seen);
		console.log(`      one page takes ${kilobytes(seen.onePage)}, ten further ones ${kilobytes(grown)}`);
		assert.ok(seen.onePage > 500_000, `a page was measured: ${seen.onePage}`);
		assert.ok(grown < seen.onePage / 2, `grown by ${grown}`);
		assert.ok(growth(await inOwnProcess(true)) > seen.onePage * 5, "the measure sees pages that are kept");
	});

	it("tells a count up to 5,000, and that there are more", async () => {
		const told: Progress[] = [];
		const page = async (query: string): Promise<Omit<Page, "reply" | "next">> => {
			for await (const result of client.query(query, { onProgress: (each) => told.push(each) })) {
				const { reply: _reply, next: _next, ...rest } = valueOf(result);
				return rest;
			}
			return assert.fail("no page");
		};
		const large = await page(`${numberedAccounts}&$count=true&$top=1`);
		assert.deepEqual([large.count, large.countLimitExceeded, large.rows.length], [5000, true, 1]);
		const small = await page(`${numberedAccounts}&$count=true&$filter=numberofemployees lt 7`);
		assert.deepEqual([small.count, small.countLimitExceeded], [7, false]);
		const none = await page(`${numberedAccounts}&$top=1`);
		assert.deepEqual([none.count, none.countLimitExceeded], [undefined, undefined]);
		assert.deepEqual(told, [
			{ kind: "rows", rows: 1, pages: 1, count: 5000 },
			{ kind: "rows", rows: 7, pages: 1, count: 7 },
			{ kind: "rows", rows: 1, pages: 1 },
		]);
	});

	it("has the annotations on every page, or on none", async () => {
		for (const annotations of [true, false]) {
			let pages = 0;
			for await (const result of client.query(numberedAccounts, { pageSize: 100, annotations })) {
				for (const row of valueOf(result).rows) {
					const number = Number(row.numberofemployees).toLocaleString("en");
					assert.equal(formattedValue(row, "numberofemployees"), annotations ? number : undefined);
				}
				if (++pages === 12) break;
			}
		}
	});

	const faults: readonly string[] = [
		"reset when=after every=3",
		"reset when=before every=2",
		"cut bytes=2000 every=3",
		"cut bytes=0 every=2",
		"429 retry-after=2 every=2",
		"503 every=3; 502 every=7; 504 every=11",
		"expired every=3",
		"cut bytes=3000 rate=0.2; reset rate=0.2 when=after; 429 rate=0.1; 503 rate=0.1; latency ms=1-20",
	];
	for (const rule of faults) {
		it(`loses and doubles no row: ${rule}`, async () => {
			await sandbox.control.setFaults(rule);
			const pages = await readRows(10_000, { pageSize: 500 });
			const retries = pages.reduce((sum, { reply }) => sum + reply.retries, 0);
			const met = (await sandbox.control.faults()).reduce((sum, { applied }) => sum + applied, 0);
			// Of several rules more than one may meet a request.
			if (!rule.includes(";")) assert.equal(retries, met);
			assert.ok(met > 2, "faults were met");
		});
	}

	it("tells that it waits, and goes on", async () => {
		await sandbox.control.setFaults("429 retry-after=3 skip=1 times=1");
		const told: Progress[] = [];
		await readRows(1500, { pageSize: 500, onProgress: (each) => told.push(each) });
		assert.deepEqual(
			told.map(({ kind }) => kind),
			["rows", "waiting", "rows", "rows"],
		);
		assert.ok(told.some((each) => each.kind === "waiting" && each.reason === "limit" && each.seconds >= 2));
	});
});

/** Bytes of the second half of the pages: in the first, code is compiled and what is made once is made. */
function growth({ heaps }: PagesSeen): number {
	const middle = heaps.length / 2;
	return Math.max(...heaps.slice(middle)) - (heaps[middle - 1] ?? 0);
}

function kilobytes(bytes: number): string {
	return `${Math.round(bytes / 1024).toLocaleString("en")} KB`;
}
