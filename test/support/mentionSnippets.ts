/**
 * The labelled snippets of test/fixtures/mentions: what hover must and must not answer. Each begins with a line
 * `=== language: expectation -- why`; `|` marks the cursor and `¦` stands for a bar of the code.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Mention } from "../../src/core/mentions/mention.ts";
import { projectFolder } from "./sharedFolder.ts";

export interface Snippet {
	readonly file: string;
	readonly line: number;
	readonly language: string;
	/** "none", "column name of account", "option 1 of account.statuscode"; "of ?" where the table stays open. */
	readonly expected: string;
	readonly why: string;
	readonly text: string;
	readonly offset: number;
}

const heading = /^=== (\w+): (.+?) -- (.+)$/;

export function readSnippets(): readonly Snippet[] {
	const folder = join(projectFolder, "test", "fixtures", "mentions");
	return readdirSync(folder)
		.filter((name) => name.endsWith(".txt"))
		.sort()
		.flatMap((name) => snippetsOf(name, readFileSync(join(folder, name), "utf8")));
}

export function snippetsOf(file: string, content: string): readonly Snippet[] {
	const lines = content.split("\n");
	const starts = lines.flatMap((line, index) => (line.startsWith("=== ") ? [index] : []));
	return starts.map((start, order) => {
		const match = heading.exec(lines[start] ?? "");
		const marked = lines.slice(start + 1, starts[order + 1] ?? lines.length).join("\n");
		const offset = marked.indexOf("|");
		if (match === null || offset < 0 || marked.includes("|", offset + 1)) {
			throw new Error(`${file}:${start + 1} is no snippet with one cursor`);
		}
		const [, language = "", expected = "", why = ""] = match;
		const text = (marked.slice(0, offset) + marked.slice(offset + 1)).replaceAll("¦", "|");
		return { file, line: start + 1, language, expected, why, text, offset };
	});
}

/** A mention in the words of the snippets' headings. */
export function described(mention: Mention | undefined): string {
	if (mention === undefined) return "none";
	const { kind, name, table, column } = mention;
	const place = kind === "option" ? `${table ?? "?"}.${column ?? "?"}` : (table ?? "?");
	return `${kind} ${name} of ${place}`;
}

/** Whether an answer is the expected one. A table names itself: "table account". */
export function isExpected(expected: string, mention: Mention | undefined): boolean {
	const actual = described(mention);
	return actual === expected || (mention?.kind === "table" && expected === `table ${mention.name}`);
}
