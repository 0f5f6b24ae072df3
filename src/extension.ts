import { type ExtensionContext, Uri } from "vscode";
import { RequestJournal } from "./core/client/requestJournal.ts";
import { registerEnvironments } from "./features/environments/registerEnvironments.ts";
import { registerLanguage } from "./features/language/registerLanguage.ts";
import { registerReview } from "./features/records/registerReview.ts";
import { registerRequests } from "./features/requests/registerRequests.ts";
import { registerResults } from "./features/results/registerResults.ts";
import { registerSandbox } from "./features/sandbox/registerSandbox.ts";
import { registerSchemaBrowser } from "./features/schemaBrowser/registerSchemaBrowser.ts";
import { registerSignIn } from "./features/signIn/registerSignIn.ts";
import { registerTablePage } from "./features/tablePage/registerTablePage.ts";
import { BundledCatalog } from "./host/bundledCatalog.ts";
import { handleCommand } from "./host/commands.ts";
import { LastTextEditor } from "./host/lastTextEditor.ts";
import { createLog } from "./host/log.ts";
import { StagedChanges } from "./host/stagedChanges.ts";
import { supportCommands } from "./host/supportCommands.ts";

/** Composition root: builds the services by hand and registers each feature. Reads no file and opens nothing. */
export function activate(context: ExtensionContext): void {
	const log = createLog();
	const catalogs = new BundledCatalog(Uri.joinPath(context.extensionUri, "media", "schema", "schema.dvs"), log);
	const editor = new LastTextEditor();
	const schemaBrowser = registerSchemaBrowser(context, catalogs);
	const sandbox = registerSandbox(context, log);
	const journal = new RequestJournal();
	const requests = registerRequests(context, journal);
	const signIn = registerSignIn(context, log);
	const environments = registerEnvironments(context, { tokens: signIn, sandbox, journal, log });
	const staged = new StagedChanges();
	registerTablePage(context, catalogs);
	registerLanguage(context, catalogs);
	context.subscriptions.push(
		log,
		sandbox.onDidChange(() => {
			log.remember(sandbox.running?.token ?? "");
		}),
		catalogs,
		editor,
		schemaBrowser,
		sandbox,
		signIn,
		environments,
		requests,
		registerResults(context, { environments, catalogs, staged }),
		registerReview(context, { environments, staged }),
		handleCommand("dataverseWorkbench.insertText", (text) =>
			typeof text === "string" ? editor.insert(text) : undefined,
		),
		...supportCommands({
			context,
			log,
			catalogs,
			removeData: [schemaBrowser, sandbox, environments, signIn, requests].map((part) => () => part.removeData()),
		}),
	);
}
