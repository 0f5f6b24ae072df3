import { deepEqual, equal } from "node:assert/strict";
import { LineScanner } from "../../../src/core/schema/reference/lineScanner.ts";

function linesOf(text: string): readonly string[] {
	const scanner = new LineScanner(text);
	const lines: string[] = [];
	while (scanner.next()) lines.push(`${scanner.number} ${scanner.kind} ${scanner.line}`);
	return lines;
}

describe("LineScanner", () => {
	const cases: readonly (readonly [name: string, text: string, lines: readonly string[]])[] = [
		["an empty text has no lines", "", []],
		["a line break at the end begins no line", "a\n", ["1 text a"]],
		["blank lines are lines", "\n \t\n\na", ["1 blank ", "2 blank  \t", "3 blank ", "4 text a"]],
		["CRLF ends a line like LF", "# a\r\n\r\n|b|\r\n", ["1 heading # a", "2 blank ", "3 row |b|"]],
		["a carriage return inside a line stays", "a\rb", ["1 text a\rb"]],
		["a byte order mark is skipped", "\ufeff---\n", ["1 fence ---"]],
		["a bullet has a blank", "- a\n-b\n> c", ["1 bullet - a", "2 text -b", "3 quote > c"]],
		["dashes begin a fence", "---\n----", ["1 fence ---", "2 fence ----"]],
		["an indented row is text", " |a|", ["1 text  |a|"]],
	];
	for (const [name, text, lines] of cases)
		it(name, () => {
			deepEqual(linesOf(text), lines);
		});

	it("gives offsets into the text", () => {
		const scanner = new LineScanner("ab\r\ncd");
		scanner.next();
		scanner.next();
		equal(scanner.text.slice(scanner.start, scanner.end), "cd");
		equal(scanner.next(), false);
	});
});
