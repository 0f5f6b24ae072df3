import assert from "node:assert/strict";
import { createSearch } from "../../../src/core/schema/search/createSearch.ts";
import { foldText } from "../../../src/core/schema/search/foldText.ts";
import type { MatchRange, SearchHit } from "../../../src/core/schema/search/searchHit.ts";
import type { SearchedCatalog } from "../../../src/core/schema/search/tableColumns.ts";
import { type Fuzz, fuzz } from "../../support/fuzz.ts";
import { randomName, randomText, randomTyping, withSlip } from "../../support/randomNames.ts";
import { hitLine, searchCatalog } from "../../support/searchCatalog.ts";

const all = { limit: 100_000 };

function randomCatalog(source: Fuzz): SearchedCatalog {
	const kinds = ["table", "column", "choice", "option", "relationship", "message"];
	const tables = Array.from({ length: 5 }, () => randomName(source));
	const lines = Array.from({ length: 60 }, () => {
		const kind = source.pick(kinds);
		const name = kind === "table" ? source.pick(tables) : randomName(source);
		const label = source.random() < 0.5 ? randomName(source) : "";
		return `${kind} ${name.replaceAll(" ", "_")} | ${label} | @ ${source.pick(tables).replaceAll(" ", "_")}`;
	});
	return searchCatalog(lines.join("\n"));
}

/** The texts of a hit with what is highlighted in each. */
function textsOf(hit: SearchHit): readonly (readonly [string, readonly MatchRange[]])[] {
	return [
		[hit.name, hit.nameRanges],
		[hit.label ?? "", hit.labelRanges],
		[hit.alias ?? "", hit.aliasRanges],
	];
}

function highlighted(text: string, ranges: readonly MatchRange[]): string {
	return foldText(ranges.map(({ start, end }) => text.slice(start, end)).join(""));
}

/** Equal, or equal but for one letter, by trying every slip: slow and plain. */
function withinOneSlip(left: string, right: string): boolean {
	if (left === right) return true;
	let same = 0;
	while (left[same] === right[same]) same += 1;
	const [restLeft, restRight] = [left.slice(same), right.slice(same)];
	const swapped = `${restRight[1] ?? ""}${restRight[0] ?? ""}${restRight.slice(2)}`;
	return (
		restLeft.slice(1) === restRight.slice(1) ||
		restLeft.slice(1) === restRight ||
		restLeft === restRight.slice(1) ||
		restLeft === swapped
	);
}

describe("search, whatever is typed", () => {
	it("highlights within the text, in order, and what was typed", () => {
		const source = fuzz(8);
		for (let run = 0; run < source.runs; run += 1) {
			const catalog = randomCatalog(source);
			const search = createSearch(catalog);
			for (let typing = 0; typing < 20; typing += 1) {
				const typed = randomTyping(source, source.pick(catalog.entries()).name);
				const folded = foldText(typed).trim();
				for (const hit of search.find(typed, all)) {
					for (const [text, ranges] of textsOf(hit)) {
						let end = -1;
						for (const range of ranges) {
							assert.ok(range.start > end && range.end > range.start && range.end <= text.length, typed);
							end = range.end;
						}
						if (ranges.length === 0 || hit.table !== undefined || /[ .]|^_|_value$/.test(folded)) continue;
						const marked = highlighted(text, ranges);
						const fits = hit.matchClass === "typo" ? withinOneSlip(marked, folded) : marked === folded;
						assert.ok(fits, `${JSON.stringify(typed)}: ${hitLine(hit)}`);
					}
					const any = textsOf(hit).some(([, ranges]) => ranges.length > 0);
					assert.ok(any || typed.trimEnd().endsWith("."), `${JSON.stringify(typed)}: ${hitLine(hit)}`);
				}
			}
		}
	});

	it("never throws", () => {
		const source = fuzz(50);
		const search = createSearch(randomCatalog(source));
		for (let run = 0; run < source.runs; run += 1) search.find(randomText(source, 300), all);
	});

	it("finds letter by letter what it finds at once", () => {
		const source = fuzz(10);
		for (let run = 0; run < source.runs; run += 1) {
			const catalog = randomCatalog(source);
			const search = createSearch(catalog);
			const typed = randomTyping(source, source.pick(catalog.entries()).name);
			const limit = source.pick([1, 5, 20, 1000]);
			for (let length = 1; length <= typed.length; length += 1) {
				const text = typed.slice(0, length);
				const atOnce = createSearch(catalog).find(text, { limit });
				assert.deepEqual(search.find(text, { limit }), atOnce, JSON.stringify(text));
			}
		}
	});

	it("gives the beginning of all hits under a limit", () => {
		const source = fuzz(15);
		for (let run = 0; run < source.runs; run += 1) {
			const catalog = randomCatalog(source);
			const typed = randomTyping(source, source.pick(catalog.entries()).name).replaceAll(/[. ]/g, "");
			const everything = createSearch(catalog).find(typed, all);
			for (const limit of [1, 3, 10]) {
				const some = createSearch(catalog).find(typed, { limit });
				assert.deepEqual(some, everything.slice(0, limit), JSON.stringify(typed));
			}
		}
	});

	it("finds every name and label that holds the text", () => {
		const source = fuzz(15);
		for (let run = 0; run < source.runs; run += 1) {
			const catalog = randomCatalog(source);
			const name = source.pick(catalog.entries()).name;
			const from = source.below(name.length);
			const typed = name.slice(from, from + 1 + source.below(6));
			const folded = foldText(typed).trim();
			if (folded === "") continue;
			const found = new Set(
				createSearch(catalog)
					.find(typed, all)
					.map(({ entry }) => entry),
			);
			for (const [index, { name, label = "" }] of catalog.entries().entries()) {
				const holds = [name, label].some((text) => foldText(text).includes(folded));
				if (holds) assert.ok(found.has(index), `${JSON.stringify(typed)} is in ${name} | ${label}`);
			}
		}
	});

	it("finds every name in spite of one slip", () => {
		const source = fuzz(15);
		for (let run = 0; run < source.runs; run += 1) {
			const catalog = randomCatalog(source);
			const entries = catalog.entries();
			const meant = source.below(entries.length);
			const word = foldText(entries[meant]?.name ?? "").split(" ")[0] ?? "";
			if (word.length < 5 || word === word.replace(/\D/g, "")) continue;
			const typed = withSlip(source, word);
			const found = createSearch(catalog).find(typed, all);
			assert.ok(
				found.some(({ entry }) => entry === meant),
				`${typed} for ${word}`,
			);
		}
	});
});
