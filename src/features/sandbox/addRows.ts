import { ProgressLocation, type QuickPickItem, window } from "vscode";
import { say } from "../../host/say.ts";
import type { RunningSandbox } from "../../sandbox/server/startSandbox.ts";
import { count } from "../../words/count.ts";
import { rowsAdded, rowsAddedOf, rowsDone, sandboxRowCount, sandboxWords } from "../../words/sandboxFeature.ts";
import { sampleSeed } from "./sandboxRunner.ts";

const offered = [1000, 10_000, 100_000] as const;
const mostRows = 1_000_000;

/** Rows of one request: between two of them the person may give up, and others are answered. */
const portionOf = (wanted: number): number => Math.max(5000, Math.ceil(wanted / 40));

interface CountItem extends QuickPickItem {
	readonly rows?: number;
}

/** Asks how many and adds them. */
export async function addRows({ control }: RunningSandbox): Promise<void> {
	const wanted = await askForRows();
	if (wanted === undefined) return;
	const options = { location: ProgressLocation.Notification, title: say(sandboxWords.addingRows), cancellable: true };
	const added = await window.withProgress(options, async (progress, token) => {
		let done = 0;
		while (done < wanted && !token.isCancellationRequested) {
			const rows = await control.addRows(Math.min(portionOf(wanted), wanted - done), sampleSeed);
			done += rows;
			progress.report({ increment: (100 * rows) / wanted, message: say(rowsDone(count(done), count(wanted))) });
		}
		return done;
	});
	const outcome = added < wanted ? rowsAddedOf(count(added), count(wanted)) : rowsAdded(count(added));
	void window.showInformationMessage(say(outcome));
}

async function askForRows(): Promise<number | undefined> {
	const items: CountItem[] = offered.map((rows) => ({ label: say(sandboxRowCount(count(rows))), rows }));
	const chosen = await window.showQuickPick([...items, { label: say(sandboxWords.otherNumber) }], {
		placeHolder: say(sandboxWords.rowsPlaceHolder),
	});
	if (chosen === undefined || chosen.rows !== undefined) return chosen?.rows;
	const typed = await window.showInputBox({
		prompt: say(sandboxWords.rowsPrompt),
		validateInput: (text) => (rowsIn(text) === undefined ? say(sandboxWords.rowsPrompt) : undefined),
	});
	return typed === undefined ? undefined : rowsIn(typed);
}

/** People write thousands with separators. */
function rowsIn(text: string): number | undefined {
	const digits = text.replace(/[\s,.'_]/g, "");
	const rows = Number(digits);
	return /^\d{1,7}$/.test(digits) && rows >= 1 && rows <= mostRows ? rows : undefined;
}
