import { deepEqual, equal, ok } from "node:assert/strict";
import { compileReference, type CompileResult } from "../../../src/core/schema/reference/compileReference.ts";
import type { PageFile } from "../../../src/core/schema/reference/page.ts";
import { printPage } from "../../../src/core/schema/reference/print.ts";
import { fuzz } from "../../support/fuzz.ts";
import { pagesIn } from "../../support/referencePages.ts";
import { sharedPath } from "../../support/sharedFolder.ts";

/** Pages of the publisher; all others are rebuilt from facts. */
const originals = [
	"customer-service/msdyn_ocphonecallengagementctx.md",
	"customer-service/msdyn_ocprovisioningstate.md",
	"customer-service/msdyn_octwitterhandleprovisioningstatus.md",
	"customer-service/msdyn_octwitterhandlesecret.md",
	"dynamics365/msdyn_sessionevent.md",
];

/** All that may differ between a page and what is printed of it. */
const normalizations: readonly { readonly name: string; readonly apply: (text: string) => string }[] = [
	{
		name: "a second invariant name in one cell, which contradicts the first and is told as partTwice",
		apply: (text) => text.replaceAll(/(InvariantName: `(\w+)`)<br \/>InvariantName: `(?!\2`)\w+`/g, "$1"),
	},
];

describe("the whole reference", function () {
	this.timeout(60_000);
	let files: readonly PageFile[];
	let result: CompileResult;

	before(function () {
		const folder = sharedPath("reference/pages");
		if (folder === undefined) {
			console.log("      the folder reference/pages of the shared material is not here: skipped");
			this.skip();
		}
		files = pagesIn(folder);
		result = compileReference(files, { descriptions: true });
	});

	it("has a page for each file", () => {
		equal(files.length, 1441);
		deepEqual(
			result.pages.map(({ path }) => path),
			files.map(({ path }) => path),
		);
	});

	it("comes out of the printer page by page as it is", () => {
		const texts = new Map(files.map(({ path, text }) => [path, text]));
		const normalized: string[] = [];
		for (const page of result.pages) {
			const text = texts.get(page.path) ?? "";
			const printed = printPage(page);
			if (printed === text) continue;
			const same = normalizations.filter(({ apply }) => apply(text) === printed);
			ok(same.length > 0, `${page.path}: ${firstDifference(text, printed)}`);
			normalized.push(`${page.path}: ${same.map(({ name }) => name).join(", ")}`);
		}
		deepEqual(normalized, [`dataverse/feedback.md: ${String(normalizations[0]?.name)}`]);
		for (const path of originals) ok(texts.has(path));
	});

	it("has the tables and layers that its description counts", () => {
		deepEqual(result.schema.layers, [
			{ id: "dataverse", product: "Microsoft Dataverse" },
			{ id: "dynamics365", product: "Microsoft Dynamics 365" },
			{ id: "customer-service", product: "Microsoft Dynamics 365 Customer Service" },
		]);
		deepEqual(result.counts, {
			pages: 1441,
			tables: 1362,
			columns: 41533,
			typedColumns: 34614,
			namedColumns: 23853,
			choiceColumns: 2307,
			options: 10862,
			labelledOptions: 9203,
			manyToOne: 18920,
			oneToMany: 19082,
			manyToMany: 305,
			tablesWithMessages: 91,
			messages: 1722,
			events: 28,
		});
	});

	it("has only the problems that are known", () => {
		const counts: Record<string, number> = {};
		for (const { code } of result.problems) counts[code] = (counts[code] ?? 0) + 1;
		deepEqual(counts, {
			defaultMissing: 2,
			mirrorMissing: 47,
			partTwice: 2,
			primaryColumnMissing: 8,
			relationshipColumnMissing: 7,
			targetTableMissing: 55,
		});
		const lines = result.problems.filter(({ code }) => code === "partTwice").map(({ file, line }) => `${file}:${line}`);
		deepEqual(lines, ["dataverse/feedback.md:344", "dataverse/feedback.md:345"]);
	});

	it("adds the options of an extension to those of its base", () => {
		const table = result.schema.tables.find(({ logicalName }) => logicalName === "msdyn_ocprovisioningstate");
		const status = table?.columns.find(({ logicalName }) => logicalName === "statuscode");
		deepEqual(table?.layers, ["dynamics365", "customer-service"]);
		deepEqual(
			status?.choice?.options.slice(-3).map(({ value, layer, state }) => [value, layer, state]),
			[
				[192350004, "dynamics365", 0],
				[192350005, "customer-service", undefined],
				[192350006, "customer-service", 1],
			],
		);
	});

	it("is the same schema in any order", () => {
		const { below } = fuzz(1);
		const shuffled = [...files];
		for (let at = shuffled.length - 1; at > 0; at--) shuffled.push(...shuffled.splice(below(at + 1), 1));
		const other = compileReference(shuffled, { descriptions: true });
		// Text first: a deep comparison of forty thousand columns takes long and says no more.
		ok(JSON.stringify(other.schema) === JSON.stringify(result.schema));
		deepEqual(other.problems, result.problems);
	});

	it("may end anywhere", () => {
		const { runs, pick, below } = fuzz(200);
		const large = files.filter(({ text }) => text.length > 100_000);
		for (let run = 0; run < runs; run++) {
			const { path, text } = pick(large);
			const { pages } = compileReference([{ path, text: text.slice(0, below(text.length)) }], { descriptions: true });
			ok(pages.length <= 1);
		}
	});
});

function firstDifference(text: string, printed: string): string {
	const lines = text.split("\n");
	const others = printed.split("\n");
	const at = lines.findIndex((line, index) => line !== others[index]);
	return `line ${at + 1}: ${String(lines[at])} / ${String(others[at])}`;
}
