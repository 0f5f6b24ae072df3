import { deepEqual, equal, ok } from "node:assert/strict";
import { compileReference } from "../../../src/core/schema/reference/compileReference.ts";
import type { Page } from "../../../src/core/schema/reference/page.ts";
import { printPage } from "../../../src/core/schema/reference/print.ts";
import { type Fuzz, fuzz } from "../../support/fuzz.ts";
import { fixturePages } from "../../support/referencePages.ts";

const files = [...fixturePages("pages"), ...fixturePages("older")];
const [largest] = [...files].sort((a, b) => b.text.length - a.text.length);

/** Compiles and prints one text; the page where it is one. Lists must stay in proportion to the text. */
function survive(text: string, path = "platform/cgn_plot.md"): Page | undefined {
	const { pages, problems, schema } = compileReference([{ path, text }], { descriptions: true });
	const [page] = pages;
	const size = text.length + 1;
	ok(problems.length <= 2 * size, `${problems.length} problems`);
	ok(schema.tables.every(({ columns }) => columns.length <= size));
	if (page !== undefined) ok(printPage(page).length <= 20 * size + 2000);
	return page;
}

/** Pieces that mean something to the grammar, and some that do not. */
const pieces = [
	...[
		"---\n",
		"# A (cgn_a) table/entity reference (P)\n",
		"## Writable columns/attributes\n",
		"## Properties\n",
		"## Events\n",
	],
	...[
		'### <a name="BKMK_a"></a> a\n',
		"#### a Choices/Options\n",
		"|Property|Value|\n",
		"|Value|Details|\n",
		"|---|---|\n",
	],
	...[
		"|Type|Boolean|\n",
		"|True Label|x|\n",
		"|LogicalName|`a`|\n",
		"|Targets|a,b|\n",
		"|1|Label: **x**<br />State:0|\n",
	],
	...[
		"## Many-to-Many relationships\n",
		"See [a a Many-To-Many Relationship](a.md)\n",
		"|",
		"`",
		"**",
		"<br />",
		"[",
		"](",
		")",
	],
	...[
		"\n",
		"\r\n",
		"\r",
		"\0",
		"\ufeff",
		"\ud800",
		"é",
		"> [!NOTE]\n",
		"- [a](#BKMK_a)\n",
		"### See also\n",
		"Changes from [a (P)](x)\n",
	],
	...[
		"|Name|Web API Operation|SDK for .NET|\n",
		"|`A`|`GET` /a(*b*)|<xref:T>|\n",
		"|CascadeConfiguration|Delete: `Cascade`|\n",
		" ",
	],
];

function arbitrary({ below, pick }: Fuzz, from: readonly string[] = pieces): string {
	return Array.from({ length: below(60) }, () => pick(from)).join("");
}

describe("pages that are damaged", () => {
	it("arbitrary text is read", () => {
		const random = fuzz(400);
		for (let run = 0; run < random.runs; run++) survive(arbitrary(random));
	});

	it("arbitrary text behind a title is a page that is read again as it was printed", () => {
		const random = fuzz(400);
		// A carriage return by itself may come to stand before a line break, and a page has one kind of line break.
		const printable = pieces.filter((piece) => !piece.includes("\r"));
		for (let run = 0; run < random.runs; run++) {
			const first = survive(`# A (cgn_a) table/entity reference (P)\n\n${arbitrary(random, printable)}`);
			ok(first);
			const text = printPage(first);
			const second = survive(text);
			ok(second);
			equal(printPage(second), text);
		}
	});

	it("small pages may end after any line", () => {
		for (const { path, text } of files) {
			for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) {
				survive(text.slice(0, end), path);
				survive(text.slice(0, end + 1), path);
			}
		}
	});

	it("pages may end anywhere, and what is there is kept", () => {
		const { runs, below } = fuzz(200);
		const text = largest?.text ?? "";
		const whole = survive(text);
		for (let run = 0; run < runs; run++) {
			const end = below(text.length);
			const part = survive(text.slice(0, end));
			if (part === undefined) continue;
			// Only the item that is cut off may differ from what the whole page says.
			for (const [index, column] of part.columns.slice(0, -1).entries()) deepEqual(column, whole?.columns[index]);
		}
	});

	it("rows may come in any order", () => {
		const random = fuzz(20);
		for (const { path, text } of fixturePages("pages")) {
			const whole = survive(text, path);
			for (let run = 0; whole !== undefined && run < random.runs; run++) {
				const shuffled = shuffleRows(text, random);
				const page = survive(shuffled, path);
				ok(page);
				equal(printPage(page), shuffled);
				const { source: _source, lines: _lines, ...facts } = page;
				const { source: _s, lines: _l, ...expected } = whole;
				deepEqual(facts, expected);
			}
		}
	});

	it("a line that does not belong there is told", () => {
		const { runs, pick } = fuzz(200);
		const strange = ["What is this?", "##### Deeper", "|one cell", "> quoted", "* star", "|?|?|", "## Else"];
		for (let run = 0; run < runs; run++) {
			const { path, text } = pick(fixturePages("pages").slice(0, 2));
			const lines = text.split("\n");
			const first = lines.findIndex((line) => line.startsWith("## "));
			const places = lines.map((_, at) => at).filter((at) => at > first);
			const place = pick(places);
			lines.splice(place, 0, pick(strange));
			const { problems } = compileReference([{ path, text: lines.join("\n") }], { descriptions: true });
			// Not counted: a row that is lost to it may take a problem of its own with it.
			ok(
				problems.some(({ line }) => line === place + 1),
				lines.join("\n"),
			);
		}
	});

	describe("huge texts are read in time", () => {
		const head = "# A (cgn_a) table/entity reference (P)\n\n";
		const column = '## Writable columns/attributes\n\n### <a name="BKMK_a"></a> a\n\n|Property|Value|\n|---|---|\n';
		const choices = `${column}|LogicalName|\`a\`|\n\n#### a Choices/Options\n\n|Value|Details|\n|---|---|\n`;
		const events = "## Events\n\n|Name|Web API Operation|SDK for .NET|\n|-|-|-|\n";
		const million = 2 ** 20;
		// Quadratic work on one of these takes minutes, which the runner's limit for a test does not allow.
		const texts: readonly (readonly [name: string, text: string])[] = [
			["a cell", `${head}${column}|Description|**${"x".repeat(million)}**|\n`],
			["a cell without end", `${head}${column}|Description|**${"x".repeat(million)}`],
			["a number", `${head}${column}|MaxLength|${"9".repeat(million)}|\n`],
			["bars", `${head}${column}${"|".repeat(million)}\n`],
			["blanks", `${head}${column}|Targets|${" ".repeat(million)}|\n`],
			["commas", `${head}${column}|Targets|${"a,".repeat(million / 2)}b|\n`],
			["parts", `${head}${choices}|1|${"State:0<br />".repeat(million / 12)}|\n`],
			["dashes", `${head}${"-".repeat(million)}\n`],
			["brackets", `${head}### See also\n${"[](".repeat(million / 3)}\n`],
			["links", `${head}${events}|\`a\`|${"[a](b)".repeat(million / 6)}|${"[".repeat(million)}|\n`],
			["a title", `# ${" (a)".repeat(million / 4)} table/entity reference\n`],
			["front matter", `---\n${"a: b\n".repeat(million / 5)}---\n${head}${`${column}x\n`.repeat(1000)}`],
			["notes", `${head}> [!NOTE]\n${"> X table extends the [a (b) table](c) and ".repeat(million / 40)}\n`],
			["bare lines", `${head}${column}${"x\n".repeat(million / 2)}`],
			["blank lines", `${head}${"\n".repeat(million)}`],
			["the same row", `${head}${column}${"|LogicalName|`a`|\n".repeat(million / 18)}`],
			["options", head + choices + Array.from({ length: million / 16 }, (_, value) => `|${value}||\n`).join("")],
			["the same column", head + `${column}|LogicalName|\`a\`|\n\n`.repeat(million / 100)],
			["headings", head + '### <a name="BKMK_'.repeat(million / 20)],
			["sections", head + "## Events\n".repeat(million / 10)],
			["messages", head + events + Array.from({ length: million / 16 }, (_, at) => `|\`m${at}\`|||\n`).join("")],
		];
		for (const [name, text] of texts) {
			it(name, () => {
				survive(text);
			});
		}

		it("changes of many options", () => {
			const rows = (from: number): string =>
				Array.from({ length: 30_000 }, (_, at) => `|${from + at}|Label: x${from}|\n`).join("");
			const over = `${head}> [!NOTE]\n> The Q A (cgn_a) table extends the [P A (cgn_a) table](x).\n\n`;
			const changed = choices.replace("Writable", "Customized");
			const { schema } = compileReference(
				[
					{ path: "p/cgn_a.md", text: head + choices + rows(0) },
					{ path: "q/cgn_a.md", text: over.replace("(P)", "(Q)") + changed + rows(15_000) },
				],
				{ descriptions: false },
			);
			equal(schema.tables[0]?.columns[0]?.choice?.options.length, 45_000);
		});
	});
});

/** Puts the rows of each table of properties in another order; choices keep theirs, which is a fact. */
function shuffleRows(text: string, { below }: Fuzz): string {
	const lines = text.split("\n");
	for (let at = 0; at < lines.length; at++) {
		if (lines[at] !== "|Property|Value|") continue;
		const start = at + 2;
		let end = start;
		while (lines[end]?.startsWith("|")) end++;
		for (let last = end - 1; last > start; last--) {
			const other = start + below(last - start + 1);
			[lines[last], lines[other]] = [lines[other] ?? "", lines[last] ?? ""];
		}
		at = end;
	}
	return lines.join("\n");
}
