/** What the extension itself says: about its bundle, its log and its stored data. */
import { message } from "./message.ts";

export const hostWords = {
	showLog: message("Show Log"),
	notLoaded: message("The schema could not be loaded: files of the extension cannot be read. Try again or reinstall."),
	tryAgain: message("Try Again"),
	signIn: message("Sign In"),
	unlock: message("Unlock…"),
	ownApplication: message("Use Own Application…"),
	openDocumentation: message("Open Documentation"),
	showDetails: message("Show Details"),
	copyDetails: message("Copy Details"),
	diagnosticsCopied: message("The diagnostics are on the clipboard. They hold no names and no records of yours."),
	noEditor: message("Open a text file and set the cursor where the name belongs, then insert again."),
	readOnlyEditor: message("The text could not be inserted: the file is read-only."),
	copyInstead: message("Copy Instead"),
	removeQuestion: message("Remove everything that Dataverse Workbench has stored?"),
	removeDetail: message(
		"Your environments with all that is kept to sign in, favourites, filters and the sandbox with its records go. Settings and your files stay. This cannot be undone.",
	),
	remove: message("Remove All Data"),
	removed: message("Everything that Dataverse Workbench had stored is removed."),
} as const;
