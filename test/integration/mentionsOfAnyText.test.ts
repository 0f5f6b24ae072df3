/** Recognising names never fails, whatever the text: the labelled snippets, cut, joined and disturbed. */
import { equal, ok } from "node:assert/strict";
import { mentionAt } from "../../src/core/mentions/mentionAt.ts";
import { SchemaNames } from "../../src/core/mentions/schemaNames.ts";
import { hoverFacts } from "../../src/core/mentions/hoverFacts.ts";
import { fuzz } from "../support/fuzz.ts";
import { mentionCatalog } from "../support/mentionCatalog.ts";
import { readSnippets } from "../support/mentionSnippets.ts";

const disturbances = "\"'`()[]{}<>=;,.\n\\$@#/*&?"
	.split("")
	.concat(['"""', "<!--", "${", '@"', "```", "/*", "--", "-EntityName "]);

describe("hover over any text", () => {
	const names = new SchemaNames(mentionCatalog);

	it("neither throws nor points outside of the word", () => {
		const { runs, below, pick } = fuzz(1500);
		const snippets = readSnippets();
		for (let run = 0; run < runs; run += 1) {
			const { text, language } = pick(snippets);
			const other = pick(snippets);
			const cut = below(text.length + 1);
			const mixed = text.slice(0, cut) + pick(disturbances) + other.text.slice(below(other.text.length));
			const words = [...mixed.matchAll(/\w+/g)];
			const offset = words.length === 0 ? below(mixed.length) : pick(words).index + below(2);
			const mention = mentionAt(mixed, offset, pick([language, other.language]), names, pick(["context", "always"]));
			if (mention === undefined) continue;
			ok(mention.start <= offset && mention.end >= offset);
			equal(/^\w+$/.test(mixed.slice(mention.start, mention.end)), true);
			hoverFacts(mention, mentionCatalog);
		}
	});
});
