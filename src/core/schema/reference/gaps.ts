import type { Gaps } from "./page.ts";

/** Collects the places whose number of blank lines is not the usual one. */
export class GapList {
	#gaps: Record<string, number> | undefined;

	note(place: string, seen: number, usual: number): void {
		if (seen !== usual) (this.#gaps ??= {})[place] = seen;
	}

	get gaps(): Gaps | undefined {
		return this.#gaps;
	}
}

/** What a section follows: another section, or a part of the head of the page. */
export type SectionGapAfter = "rows" | "text" | "note" | "nothing";

/** Blank lines that are usual before the heading of a section. */
export function usualSectionGap(kind: string, after: SectionGapAfter): number {
	if (after === "nothing" || after === "note") return 3;
	if (after === "text" || kind === "properties" || kind === "writable") return 1;
	return kind === "seeAlso" ? 4 : 2;
}
