import type { Gaps } from "./page.ts";

/** Lines of a page with the blank lines between them. */
export class PageWriter {
	readonly #lines: string[] = [];

	/** Blank lines: the number that the page had in this place, else the usual one. */
	gap(gaps: Gaps | undefined, place: string, usual: number): void {
		const count = gaps?.[place] ?? usual;
		for (let written = 0; written < count; written++) this.#lines.push("");
	}

	write(...lines: readonly string[]): void {
		for (const line of lines) this.#lines.push(line);
	}

	text(newline: string): string {
		return this.#lines.join(newline);
	}
}
