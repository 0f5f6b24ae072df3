/**
 * Reads all pages of numbered accounts in a process of its own, which collects garbage after each, and sends what it has
 * seen. Started with `--expose-gc`; the message that it is sent says where.
 */
import assert from "node:assert/strict";
import type { ClientResult, Page } from "../../../src/core/client/dataverseClient.ts";
import { sandboxClient, valueOf } from "./sandboxClient.ts";
import { numberedAccounts } from "./numberedAccounts.ts";

export interface PageThrough {
	readonly url: string;
	readonly token: string;
	readonly pageSize: number;
	/** Keeps every page, as a client would that is not careful. */
	readonly keep: boolean;
}

export interface PagesSeen {
	readonly rows: number;
	readonly pages: number;
	/** Bytes in use after each page, without the page itself unless it is kept. */
	readonly heaps: readonly number[];
	/** Bytes that one page takes. */
	readonly onePage: number;
}

process.once("message", (message) => {
	void read(message as PageThrough).then((seen) => {
		process.send?.(seen);
		process.disconnect();
	});
});

async function read({ pageSize, keep, ...sandbox }: PageThrough): Promise<PagesSeen> {
	const pages = sandboxClient(sandbox).query(numberedAccounts, { pageSize })[Symbol.asyncIterator]();
	const kept: Page[] = [];
	const heaps: number[] = [];
	let rows = 0;
	let onePage = 0;
	for (;;) {
		// In an object, so that nothing else of this function, whose frame lives on, knows the page.
		const current: { page?: Page } = {};
		if (!(await fetchNext(pages, current))) return { rows, pages: heaps.length, heaps, onePage };
		rows += numberOf(current, rows);
		const before = heapAfterCollection();
		if (keep) keepIn(kept, current);
		delete current.page;
		heaps.push(heapAfterCollection());
		onePage = Math.max(onePage, before - (heaps.at(-1) ?? 0));
	}
}

async function fetchNext(pages: AsyncIterator<ClientResult<Page>>, into: { page?: Page }): Promise<boolean> {
	const next = await pages.next();
	if (next.done === true) return false;
	into.page = valueOf(next.value);
	return true;
}

/** How many there are; they have to go on at that place. */
function numberOf({ page }: { readonly page?: Page }, from: number): number {
	for (const [index, { numberofemployees }] of page?.rows.entries() ?? [])
		assert.equal(numberofemployees, from + index);
	return page?.rows.length ?? 0;
}

function keepIn(kept: Page[], { page }: { readonly page?: Page }): void {
	if (page !== undefined) kept.push(page);
}

function heapAfterCollection(): number {
	globalThis.gc?.();
	return process.memoryUsage().heapUsed;
}
