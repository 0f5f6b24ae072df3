/** The labelled snippets of test/fixtures/mentions over the schema that ships: precision and recall per language. */
import { ok } from "node:assert/strict";
import { join } from "node:path";
import type { MentionMode } from "../../src/core/mentions/mention.ts";
import { mentionAt } from "../../src/core/mentions/mentionAt.ts";
import { SchemaNames } from "../../src/core/mentions/schemaNames.ts";
import { openBundleFile } from "../../src/disk/openBundle.ts";
import { described, isExpected, readSnippets, type Snippet } from "../support/mentionSnippets.ts";
import { projectFolder } from "../support/sharedFolder.ts";

const least = 0.95;

interface Score {
	readonly snippets: number;
	readonly precision: number;
	readonly recall: number;
}

const snippets = readSnippets();
const opened = openBundleFile(join(projectFolder, "media", "schema", "schema.dvs"));

const names = opened.ok ? new SchemaNames(opened.catalog) : undefined;

function answer({ text, offset, language }: Snippet, mode: MentionMode) {
	ok(names, "the bundle cannot be read");
	return mentionAt(text, offset, language, names, mode);
}

/** A wrong hit counts against both: it should not have been shown, and what should have been was not. */
function score(of: readonly Snippet[]): Score {
	let shown = 0;
	let wanted = 0;
	let right = 0;
	for (const snippet of of) {
		const mention = answer(snippet, "context");
		if (mention !== undefined) shown += 1;
		if (snippet.expected !== "none") wanted += 1;
		if (mention !== undefined && isExpected(snippet.expected, mention)) right += 1;
	}
	return {
		snippets: of.length,
		precision: shown === 0 ? 1 : right / shown,
		recall: wanted === 0 ? 1 : right / wanted,
	};
}

describe("hover over the labelled snippets", () => {
	after(() => {
		if (opened.ok) opened.close();
	});

	it("has 165 snippets in eight languages, half of them without a hover", () => {
		const languages = new Set(snippets.map(({ language }) => language));
		const quiet = snippets.filter(({ expected }) => expected === "none").length;
		ok(snippets.length >= 165, `${snippets.length} snippets`);
		ok(languages.size >= 8, [...languages].join(" "));
		ok(Math.abs(quiet / snippets.length - 0.5) < 0.05, `${quiet} of ${snippets.length} without a hover`);
	});

	it("is precise and complete in every language", () => {
		const languages = [...new Set(snippets.map(({ language }) => language))].sort();
		const rows = languages.map((language) => ({
			language,
			...score(snippets.filter((snippet) => snippet.language === language)),
		}));
		rows.push({ language: "all", ...score(snippets) });
		for (const { language, snippets: count, precision, recall } of rows) {
			console.log(
				`      ${language.padEnd(16)} ${String(count).padStart(3)} snippets, ` +
					`precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
			);
		}
		const wrong = snippets
			.map((snippet) => ({ snippet, mention: answer(snippet, "context") }))
			.filter(({ snippet, mention }) => !isExpected(snippet.expected, mention))
			.map(({ snippet: { file, line, expected }, mention }) => `${file}:${line} ${expected}: ${described(mention)}`);
		for (const text of wrong) console.log(`      ${text}`);
		for (const { language, precision, recall } of rows) {
			ok(precision >= least, `precision of ${language} is ${precision.toFixed(3)}`);
			ok(recall >= least, `recall of ${language} is ${recall.toFixed(3)}`);
		}
	});

	it("finds nothing less with the mode always, and nothing at all with off", () => {
		for (const snippet of snippets) {
			if (snippet.expected === "none") continue;
			ok(isExpected(snippet.expected, answer(snippet, "always")), `${snippet.file}:${snippet.line}`);
			ok(answer(snippet, "off") === undefined);
		}
	});
});
