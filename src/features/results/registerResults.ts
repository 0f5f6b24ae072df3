import {
	type CustomDocumentContentChangeEvent,
	type CustomDocumentEditEvent,
	type CustomEditorProvider,
	EventEmitter,
	type ExtensionContext,
	window,
} from "vscode";
import type { CatalogProvider } from "../../host/catalogProvider.ts";
import { handleCommand } from "../../host/commands.ts";
import type { Environments } from "../../host/environments.ts";
import { type Later, later } from "../../host/later.ts";
import type { StagedChanges } from "../../host/stagedChanges.ts";
import type { Results } from "./createResults.ts";
import type { ResultsDocument } from "./resultsDocument.ts";
import { resultsViewType } from "./resultsViewType.ts";

interface Services {
	readonly environments: Environments;
	readonly catalogs: CatalogProvider;
	readonly staged: StagedChanges;
}

type DocumentEvent = CustomDocumentEditEvent<ResultsDocument> | CustomDocumentContentChangeEvent<ResultsDocument>;

/** *Browse Rows* and its documents. Their code is loaded with the first one. */
export function registerResults({ extensionUri }: ExtensionContext, services: Services): { dispose(): void } {
	const events = new EventEmitter<DocumentEvent>();
	const results = later(async () => {
		const { createResults } = await import("./createResults.ts");
		return createResults({ ...services, extensionUri }, events);
	});
	const parts = [
		events,
		window.registerCustomEditorProvider(resultsViewType, editorProvider(events, results), {
			supportsMultipleEditorsPerDocument: true,
		}),
		handleCommand("dataverseWorkbench.browseRows", async (place) => (await results.get()).browse(place)),
	];
	return {
		dispose: () => {
			for (const part of parts) part.dispose();
		},
	};
}

function editorProvider(
	events: EventEmitter<DocumentEvent>,
	results: Later<Results>,
): CustomEditorProvider<ResultsDocument> {
	const editor = async () => (await results.get()).editor;
	return {
		onDidChangeCustomDocument: events.event,
		openCustomDocument: async (uri, context) => (await results.get()).open(uri, context),
		resolveCustomEditor: async (document, panel) => {
			(await editor()).resolve(document, panel);
		},
		saveCustomDocument: async (document) => {
			await (await editor()).save(document);
		},
		saveCustomDocumentAs: async () => {
			(await editor()).saveAs();
		},
		revertCustomDocument: (document) => {
			document.revert();
			return Promise.resolve();
		},
		backupCustomDocument: async (document, backup) => (await editor()).backup(document, backup),
	};
}
