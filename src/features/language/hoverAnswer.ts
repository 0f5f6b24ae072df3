/** What a hover needs of the core and its words: an entry of its own, loaded at the first hover. */
import { hoverFacts } from "../../core/mentions/hoverFacts.ts";
import type { MentionMode } from "../../core/mentions/mention.ts";
import { mentionAt } from "../../core/mentions/mentionAt.ts";
import type { Catalog } from "../../core/schema/catalog.ts";
import { hoverLines } from "../../words/hover.ts";
import type { HoverLine } from "../../words/hoverLine.ts";

export interface HoverAnswer {
	/** Where the name begins and ends, in characters from the start of the text. */
	readonly start: number;
	readonly end: number;
	readonly lines: readonly HoverLine[];
}

/** The hover for an offset of a text, or undefined: no hover is better than a wrong one. */
export function answerHover(
	text: string,
	offset: number,
	language: string,
	catalog: Catalog,
	mode: MentionMode,
): HoverAnswer | undefined {
	const mention = mentionAt(text, offset, language, catalog, mode);
	const facts = mention === undefined ? undefined : hoverFacts(mention, catalog);
	if (mention === undefined || facts === undefined) return undefined;
	return { start: mention.start, end: mention.end, lines: hoverLines(facts, catalog.layers) };
}
