/** Results at work. An entry of its own: loaded when rows are first browsed. */
import type {
	CustomDocumentContentChangeEvent,
	CustomDocumentEditEvent,
	CustomDocumentOpenContext,
	EventEmitter,
	Uri,
} from "vscode";
import { browseRows } from "./browseRows.ts";
import type { ResultsDocument } from "./resultsDocument.ts";
import { ResultsEditor, type ResultsServices } from "./resultsEditor.ts";

export interface Results {
	readonly editor: ResultsEditor;
	open(uri: Uri, context: CustomDocumentOpenContext): Promise<ResultsDocument>;
	browse(place: unknown): Promise<void>;
}

/** @param events what VS Code is told of all documents. */
export function createResults(
	services: ResultsServices,
	events: EventEmitter<CustomDocumentEditEvent<ResultsDocument> | CustomDocumentContentChangeEvent<ResultsDocument>>,
): Results {
	const editor = new ResultsEditor(services);
	return {
		editor,
		open: async (uri, context) => {
			const document = await editor.open(uri, context);
			document.onEvent((event) => {
				events.fire(event);
			});
			if (document.model !== undefined) document.whenClosed(services.staged.add(document));
			return document;
		},
		browse: (place) => browseRows(place, services),
	};
}
