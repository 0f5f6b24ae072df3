/** What the browser shows after a sign-in. */
import { message } from "./message.ts";

export const signInPage = {
	title: message("Dataverse Workbench"),
	signedIn: message("The sign-in is handed over"),
	closeTab: message("The editor finishes it. You can close this tab."),
	failed: message("The sign-in did not work"),
	seeEditor: message("The editor says why. You can close this tab."),
} as const;
