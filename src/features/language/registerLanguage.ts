import { Disposable, type ExtensionContext, type HoverProvider, languages, workspace } from "vscode";
import type { CatalogProvider } from "../../host/catalogProvider.ts";
import { onSettingsChange, readSetting } from "../../host/settings.ts";
import type { SchemaHoverProvider } from "./hoverProvider.ts";

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
	let registered = register(provider);
	context.subscriptions.push(
		onSettingsChange(["hover.languages"])(() => {
			registered.dispose();
			registered = register(provider);
		}),
		workspace.onDidChangeWorkspaceFolders(() => {
			registered.dispose();
			registered = register(provider);
		}),
		new Disposable(() => {
			registered.dispose();
		}),
	);
}

/** Hovers, whose code is loaded with the first one. */
function laterHovers(catalogs: CatalogProvider): HoverProvider {
	let loading: Promise<SchemaHoverProvider> | undefined;
	return {
		provideHover: async (document, position, token) => {
			loading ??= import("./hoverProvider.ts").then((module) => new module.SchemaHoverProvider(catalogs));
			return (await loading).provideHover(document, position, token);
		},
	};
}

function register(provider: HoverProvider): Disposable {
	const folders = workspace.workspaceFolders ?? [];
	const added = [undefined, ...folders].flatMap((folder) => readSetting("hover.languages", folder?.uri));
	const wanted = new Set<string>([...hoverLanguages, ...added.filter((id) => typeof id === "string" && id !== "")]);
	return languages.registerHoverProvider(
		[...wanted].map((language) => ({ language })),
		provider,
	);
}
