import { hoverFacts } from "../../core/mentions/hoverFacts.ts";
import type { MentionMode } from "../../core/mentions/mention.ts";
import { mentionAt } from "../../core/mentions/mentionAt.ts";
import { SchemaNames } from "../../core/mentions/schemaNames.ts";
import type { Catalog } from "../../core/schema/catalog.ts";
import { hoverLines } from "../../words/hover.ts";
import type { HoverLine } from "../../words/hoverLine.ts";

export interface HoverAnswer {
	/** Where the name begins and ends, in characters from the start of the text. */
	readonly start: number;
	readonly end: number;
	readonly lines: readonly HoverLine[];
}

/** The hovers over one catalog; keep it from one hover to the next, for it remembers names that it has looked up. */
export class HoverAnswers {
	readonly catalog: Catalog;
	readonly #names: SchemaNames;

	constructor(catalog: Catalog) {
		this.catalog = catalog;
		this.#names = new SchemaNames(catalog);
	}

	/** The hover for an offset of a text, or undefined: no hover is better than a wrong one. */
	answer(text: string, offset: number, language: string, mode: MentionMode): HoverAnswer | undefined {
		const mention = mentionAt(text, offset, language, this.#names, mode);
		const facts = mention === undefined ? undefined : hoverFacts(mention, this.catalog);
		if (mention === undefined || facts === undefined) return undefined;
		return { start: mention.start, end: mention.end, lines: hoverLines(facts, this.catalog.layers) };
	}
}
