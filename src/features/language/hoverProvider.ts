import { type CancellationToken, Hover, type HoverProvider, Position, Range, type TextDocument } from "vscode";
import type { CatalogProvider } from "../../host/catalogProvider.ts";
import { readSetting } from "../../host/settings.ts";
import { HoverAnswers } from "./hoverAnswer.ts";
import { hoverMarkdown } from "./hoverMarkdown.ts";
import { textAround } from "./textAround.ts";

/** Longer documents get no hover. */
const longestDocument = 5_000_000;

/** Answers hovers over schema names in any text. An entry of its own: loaded, like the bundle, at the first hover. */
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
		const catalog = await this.#catalogs.catalog();
		if (catalog === undefined || cancellation.isCancellationRequested || document.isClosed) return undefined;
		const { text, offset } = textAround(document, position);
		if (this.#answers?.catalog !== catalog) this.#answers = new HoverAnswers(catalog);
		const answer = this.#answers.answer(text, offset, document.languageId, mode);
		if (answer === undefined) return undefined;
		const start = position.translate(0, answer.start - offset);
		return new Hover(hoverMarkdown(answer.lines), new Range(start, position.translate(0, answer.end - offset)));
	}
}
