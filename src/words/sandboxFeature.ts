/** What the editor says about the sandbox that it runs. */
import { type Message, message } from "./message.ts";

export const sandboxWords = {
	name: message("Sandbox"),
	starting: message("Starting the sandbox"),
	startingFirst: message("Making a sandbox with sample rows"),
	placeHolder: message("What would you like to do with it?"),
	runs: message("The Dataverse sandbox runs"),
	here: message("Runs in this window"),
	elsewhere: message("Runs in another window"),
	copyUrl: message("Copy URL"),
	copyToken: message("Copy Token"),
	tokenDetail: message("Opens this sandbox on this machine only, and only until it stops"),
	openRequests: message("Open Sample Request File"),
	openRequestsDetail: message("Requests that work as they are, with the token in it"),
	addRows: message("Add Sample Rows…"),
	export: message("Export to JSON…"),
	import: message("Import from JSON…"),
	reset: message("Reset…"),
	stop: message("Stop Sandbox"),
	stopDetail: message("Its records stay"),
	urlCopied: message("The URL of the sandbox's Web API is on the clipboard."),
	tokenCopied: message(
		"The token is on the clipboard. It opens this sandbox on this machine only, and only until the sandbox stops.",
	),
	stopped: message("The sandbox is stopped. Its records are kept."),
	rowsPlaceHolder: message("How many rows, all tables together?"),
	otherNumber: message("Another Number…"),
	rowsPrompt: message("A whole number from 1 to 1,000,000"),
	addingRows: message("Adding sample rows"),
	wholeSandbox: message("The Whole Sandbox"),
	chosenTables: message("Chosen Tables…"),
	exportPlaceHolder: message("What is exported?"),
	tablesPlaceHolder: message("Which tables?"),
	exporting: message("Exporting"),
	importing: message("Importing"),
	jsonFiles: message("JSON"),
	importQuestionDetail: message(
		"Each table of the file takes the place of that table here. A file of a whole sandbox takes the place of everything.",
	),
	importAnyway: message("Import"),
	resetQuestion: message("Reset the sandbox?"),
	resetDetail: message("All records go, also those that you made. This cannot be undone."),
	resetWithSample: message("Reset with Sample Rows"),
	resetEmpty: message("Reset to Empty"),
	resetting: message("Resetting the sandbox"),
	resetDone: message("The sandbox is as new."),
	showFile: message("Open File"),
	noFolder: message("The sandbox needs a folder on a disk, which this window has not. Open a window on this machine."),
	startAgain: message("Start Again"),
} as const;

export function sandboxTitle(url: string): Message {
	return message("Sandbox at {url}", { url });
}

export function sandboxTooltip(url: string, where: string): Message {
	return message("Dataverse sandbox at {url}. {where}.", { url, where });
}

export function sandboxRowCount(count: string): Message {
	return message("{count} rows", { count });
}

/** @param count as people write it: "1,000". */
export function rowsAdded(count: string): Message {
	return message("{count} sample rows were added.", { count });
}

export function rowsAddedOf(count: string, wanted: string): Message {
	return message("{count} of {wanted} rows were added. Adding stopped there.", { count, wanted });
}

export function rowsDone(count: string, wanted: string): Message {
	return message("{count} of {wanted}", { count, wanted });
}

export function percentDone(percent: number): Message {
	return message("{percent} %", { percent });
}

export function sandboxExported(count: string, file: string): Message {
	return message("{count} rows are in {file}.", { count, file });
}

export function importQuestion(file: string): Message {
	return message("Import {file} into the sandbox?", { file });
}

export function sandboxImported(count: string): Message {
	return message("{count} rows were imported.", { count });
}

export function sandboxFailed(reason: string): Message {
	return message("The sandbox could not do this: {reason}", { reason });
}

export function sandboxEnded(reason: string): Message {
	return message("The sandbox ended by itself: {reason}. Its records are kept.", { reason });
}
