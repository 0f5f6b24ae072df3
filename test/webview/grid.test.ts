import assert from "node:assert/strict";
import type { ResultsRow, ResultsStart, ResultsStatus } from "../../src/protocol/results.ts";
import { drawnRows, placeAfter } from "../../webview/results/gridPlace.ts";
import { dataOf, rawOf, textOf, updated } from "../../webview/results/resultsStore.ts";

describe("keys in a grid", () => {
	const size = { rows: 10, columns: 4, page: 3 };
	/** Key, with ^ for Control; from row.column to row.column. */
	const cases: readonly (readonly [key: string, from: string, to: string | undefined])[] = [
		["ArrowDown", "0.1", "1.1"],
		["ArrowDown", "9.1", "9.1"],
		["ArrowUp", "0.1", "0.1"],
		["ArrowRight", "2.1", "2.2"],
		["ArrowRight", "2.3", "2.3"],
		["ArrowLeft", "2.1", "2.0"],
		["ArrowLeft", "2.0", "2.0"],
		["^ArrowDown", "2.1", "9.1"],
		["^ArrowUp", "2.1", "0.1"],
		["^ArrowRight", "2.1", "2.3"],
		["^ArrowLeft", "2.2", "2.0"],
		["Home", "2.2", "2.0"],
		["End", "2.1", "2.3"],
		["^Home", "7.2", "0.0"],
		["^End", "1.1", "9.3"],
		["PageDown", "1.1", "4.1"],
		["PageDown", "8.1", "9.1"],
		["PageUp", "1.1", "0.1"],
		["Enter", "1.1", undefined],
		["a", "1.1", undefined],
	];
	for (const [key, from, to] of cases) {
		it(`${key} leads from ${from} to ${to ?? "nowhere"}`, () => {
			const [row = 0, column = 0] = from.split(".").map(Number);
			const next = placeAfter({ key: key.replace("^", ""), far: key.startsWith("^") }, { row, column }, size);
			assert.equal(next && `${next.row}.${next.column}`, to);
		});
	}
});

describe("rows that are drawn", () => {
	it("are those on the screen and some around, whatever there are", () => {
		assert.deepEqual(drawnRows(0, 260, 26, 5000), { first: 0, last: 22 });
		assert.deepEqual(drawnRows(26_000, 260, 26, 5000), { first: 988, last: 1022 });
		assert.deepEqual(drawnRows(129_740, 260, 26, 5000), { first: 4978, last: 5000 });
		assert.deepEqual(drawnRows(0, 260, 26, 3), { first: 0, last: 3 });
	});
});

describe("what the page knows of the rows", () => {
	const status: ResultsStatus = { phase: "ready", rows: "", hasMore: false };
	const row = (id: string, text: string): ResultsRow => ({ id, name: id, cells: [text] });
	const start: ResultsStart = {
		words: {},
		language: "en",
		labels: "displayName",
		title: [],
		columns: [],
		rows: [row("a", "1"), row("b", "2")],
		staged: [{ record: "a", property: "name", cell: null }],
		status,
	};
	const shown = (data: ReturnType<typeof dataOf>) =>
		data.rows.map(({ id, cells }) => `${id}${textOf(cells[0])}`).join();

	it("follows rows that come, change and go", () => {
		const data = dataOf(start);
		const appended = updated(data, { rows: { from: 2, rows: [row("c", "3")], total: 3 }, status });
		assert.equal(shown(appended), "a1,b2,c3");
		assert.equal(shown(updated(appended, { rows: { from: 1, rows: [row("b", "9")], total: 3 }, status })), "a1,b9,c3");
		assert.equal(shown(updated(appended, { rows: { from: 0, rows: [row("z", "0")], total: 1 }, status })), "z0");
		assert.equal(shown(updated(appended, { status })), "a1,b2,c3");
	});

	it("tells a cell that is staged to be empty from one of which nothing is staged", () => {
		const data = dataOf(start);
		assert.equal(data.staged.get("a")?.get("name"), null);
		assert.equal(data.staged.get("a")?.get("other"), undefined);
		assert.equal(updated(data, { staged: [], status }).staged.size, 0);
		assert.equal(updated(data, { status }).staged.size, 1);
	});

	it("knows the text of a cell and the value behind it", () => {
		assert.deepEqual(
			[null, "plain", ["€5.00", "5"] as const].map((cell) => [textOf(cell), rawOf(cell)]),
			[
				["", ""],
				["plain", "plain"],
				["€5.00", "5"],
			],
		);
	});
});
