import { type LogOutputChannel, window } from "vscode";

/** The one log of the extension. Nothing secret and no record data goes into it. */
export function createLog(): LogOutputChannel {
	return window.createOutputChannel("Dataverse Workbench", { log: true });
}
