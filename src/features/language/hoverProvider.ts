import { type CancellationToken, Hover, type HoverProvider, Position, Range, type TextDocument } from "vscode";
import type { CatalogProvider } from "../../host/catalogProvider.ts";
import { readSetting } from "../../host/settings.ts";
import type { HoverAnswers } from "./hoverAnswer.ts";
import { hoverMarkdown } from "./hoverMarkdown.ts";
import { textAround } from "./textAround.ts";

/** Longer documents get no hover. */
const longestDocument = 5_000_000;

/** Answers hovers over schema names in any text; the engine and the bundle are loaded at the first one. */
export class SchemaHoverProvider implements HoverProvider {
	readonly #catalogs: CatalogProvider;
	#answers: HoverAnswers | undefined;

	constructor(catalogs: CatalogProvider) {
		this.#catalogs = catalogs;
	}

	async provideHover(
		document: TextDocument,
		position: Position,
		cancellation: CancellationToken,
	): Promise<Hover | undefined> {
		const mode = readSetting("hover.mode", document);
		if (mode === "off" || document.getWordRangeAtPosition(position) === undefined) return undefined;
		if (document.offsetAt(new Position(document.lineCount, 0)) > longestDocument) return undefined;
		const [catalog, language] = await Promise.all([this.#catalogs.catalog(), import("./hoverAnswer.ts")]);
		if (catalog === undefined || cancellation.isCancellationRequested || document.isClosed) return undefined;
		const { text, offset } = textAround(document, position);
		if (this.#answers?.catalog !== catalog) this.#answers = new language.HoverAnswers(catalog);
		const answer = this.#answers.answer(text, offset, document.languageId, mode);
		if (answer === undefined) return undefined;
		const start = position.translate(0, answer.start - offset);
		return new Hover(hoverMarkdown(answer.lines), new Range(start, position.translate(0, answer.end - offset)));
	}
}
