import { homedir } from "node:os";
import { basename } from "node:path";
import {
	type CancellationToken,
	type Progress,
	ProgressLocation,
	type QuickPickItem,
	Uri,
	window,
	workspace,
} from "vscode";
import { say } from "../../host/say.ts";
import type { RunningSandbox } from "../../sandbox/server/startSandbox.ts";
import type { TransferOptions } from "../../sandbox/server/transferFiles.ts";
import { count } from "../../words/count.ts";
import type { Message } from "../../words/message.ts";
import {
	importQuestion,
	percentDone,
	sandboxExported,
	sandboxImported,
	sandboxRowCount,
	sandboxWords,
} from "../../words/sandboxFeature.ts";

const filters = (): Record<string, string[]> => ({ [say(sandboxWords.jsonFiles)]: ["json"] });

/** Asks what and where to, and writes the file. */
export async function exportToFile({ control }: RunningSandbox): Promise<void> {
	const tables = await askForTables(control);
	if (tables === undefined) return;
	const name = tables === "all" ? "sandbox.json" : `${tables.length === 1 ? (tables[0] ?? "") : "tables"}.json`;
	const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file(homedir());
	const file = await window.showSaveDialog({ defaultUri: Uri.joinPath(folder, name), filters: filters() });
	if (file === undefined) return;
	const rows = await withTransfer(sandboxWords.exporting, (options) =>
		control.exportTo(file.fsPath, tables === "all" ? options : { ...options, tables }),
	);
	if (rows === undefined) return;
	const open = say(sandboxWords.showFile);
	const text = say(sandboxExported(count(rows), basename(file.fsPath)));
	void window.showInformationMessage(text, open).then((answer) => {
		if (answer === open) void window.showTextDocument(file);
	});
}

/** Asks which file, says what it will do, and does it. */
export async function importFromFile({ control }: RunningSandbox): Promise<void> {
	const [file] = (await window.showOpenDialog({ canSelectMany: false, filters: filters() })) ?? [];
	if (file === undefined) return;
	const go = say(sandboxWords.importAnyway);
	const answer = await window.showWarningMessage(
		say(importQuestion(basename(file.fsPath))),
		{ modal: true, detail: say(sandboxWords.importQuestionDetail) },
		go,
	);
	if (answer !== go) return;
	const rows = await withTransfer(sandboxWords.importing, (options) => control.importFrom(file.fsPath, options));
	if (rows !== undefined) void window.showInformationMessage(say(sandboxImported(count(rows))));
}

interface TableItem extends QuickPickItem {
	readonly table: string;
}

async function askForTables(control: RunningSandbox["control"]): Promise<"all" | readonly string[] | undefined> {
	const all = { label: say(sandboxWords.wholeSandbox) };
	const some = { label: say(sandboxWords.chosenTables) };
	const chosen = await window.showQuickPick([all, some], { placeHolder: say(sandboxWords.exportPlaceHolder) });
	if (chosen !== some) return chosen === all ? "all" : undefined;
	const items = (await control.tables()).map(({ table, rows }): TableItem => ({
		label: table,
		description: say(sandboxRowCount(count(rows))),
		table,
	}));
	const picked = await window.showQuickPick(items, {
		canPickMany: true,
		placeHolder: say(sandboxWords.tablesPlaceHolder),
	});
	return picked === undefined || picked.length === 0 ? undefined : picked.map(({ table }) => table);
}

/** Undefined where the person gave up. */
async function withTransfer(
	title: Message,
	work: (options: TransferOptions) => Promise<number>,
): Promise<number | undefined> {
	const options = { location: ProgressLocation.Notification, title: say(title), cancellable: true };
	return await window.withProgress(options, async (progress, token) => {
		const abort = new AbortController();
		token.onCancellationRequested(() => {
			abort.abort();
		});
		try {
			return await work({ signal: abort.signal, progress: reporter(progress, token) });
		} catch (error) {
			if (abort.signal.aborted) return undefined;
			throw error;
		}
	});
}

function reporter(progress: Progress<{ message: string; increment: number }>, token: CancellationToken) {
	let before = 0;
	return (done: number, all: number): void => {
		if (token.isCancellationRequested) return;
		const percent = Math.floor((100 * done) / Math.max(1, all));
		progress.report({ message: say(percentDone(percent)), increment: percent - before });
		before = percent;
	};
}
