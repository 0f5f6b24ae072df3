import { equal, ok } from "node:assert/strict";
import { compileReference } from "../../../src/core/schema/reference/compileReference.ts";
import type { PageFile } from "../../../src/core/schema/reference/page.ts";
import { printPage } from "../../../src/core/schema/reference/print.ts";
import { fixturePages } from "../../support/referencePages.ts";

const files = fixturePages("pages");

describe("the pages written for the tests come out of the printer", () => {
	const forms: readonly (readonly [name: string, change: (text: string) => string])[] = [
		["as written", (text) => text],
		["with CRLF", (text) => text.replaceAll("\n", "\r\n")],
		["with a byte order mark", (text) => `\ufeff${text}`],
		["without the line break at the end", (text) => text.trimEnd()],
		["with more blank lines", (text) => text.replaceAll("\n\n", "\n\n\n\n")],
		["without blank lines", (text) => text.replaceAll(/\n\n+/g, "\n")],
	];
	for (const { path, text } of files.filter(({ path }) => !path.includes("deprecated"))) {
		for (const [name, change] of forms) {
			it(`${path} ${name}`, () => {
				const file: PageFile = { path, text: change(text) };
				const [page] = compileReference([file], { descriptions: true }).pages;
				ok(page);
				equal(printPage(page), file.text);
			});
		}
	}
});
