import { Disposable, type ExtensionContext, type HoverProvider, languages, workspace } from "vscode";
import type { CatalogProvider } from "../../host/catalogProvider.ts";
import { later } from "../../host/later.ts";
import { onSettingsChange, readSetting } from "../../host/settings.ts";

/** Languages that hover answers without being told; the setting `hover.languages` adds others. */
const hoverLanguages = [
	"javascript",
	"typescript",
	"javascriptreact",
	"typescriptreact",
	"csharp",
	"python",
	"powershell",
	"xml",
	"json",
	"jsonc",
	"yaml",
	"markdown",
	"sql",
	"html",
	"plaintext",
] as const;

/** Registers what answers inside the text of any language: hover. */
export function registerLanguage(context: ExtensionContext, catalogs: CatalogProvider): void {
	const provider = laterHovers(catalogs);
	let added: Disposable | undefined;
	const registerAdded = () => {
		added?.dispose();
		added = registerHovers(addedLanguages(), provider);
	};
	// The first look at the settings takes longer than all the rest of the start, and no window should wait for it.
	const timer = setTimeout(registerAdded, 0);
	context.subscriptions.push(
		registerHovers(hoverLanguages, provider),
		onSettingsChange(["hover.languages"])(registerAdded),
		workspace.onDidChangeWorkspaceFolders(registerAdded),
		new Disposable(() => {
			clearTimeout(timer);
			added?.dispose();
		}),
	);
}

/** What the setting names in any folder and hover does not answer anyway. */
function addedLanguages(): readonly string[] {
	const folders = workspace.workspaceFolders ?? [];
	const named = [undefined, ...folders].flatMap((folder) => readSetting("hover.languages", folder?.uri));
	const known = new Set<string>(hoverLanguages);
	return [...new Set(named)].filter((id) => typeof id === "string" && id !== "" && !known.has(id));
}

/** Hovers, whose code is loaded with the first one. */
function laterHovers(catalogs: CatalogProvider): HoverProvider {
	const hovers = later(async () => {
		const { SchemaHoverProvider } = await import("./hoverProvider.ts");
		return new SchemaHoverProvider(catalogs);
	});
	return {
		provideHover: async (document, position, token) => (await hovers.get()).provideHover(document, position, token),
	};
}

function registerHovers(ids: readonly string[], provider: HoverProvider): Disposable {
	return languages.registerHoverProvider(
		ids.map((language) => ({ language })),
		provider,
	);
}
