import { ProgressLocation, window } from "vscode";
import { say } from "../../host/say.ts";
import type { RunningSandbox } from "../../sandbox/server/startSandbox.ts";
import { sandboxWords } from "../../words/sandboxFeature.ts";
import { sampleRows, sampleSeed } from "./sandboxRunner.ts";

/** Asks, and takes all records away; with sample rows it is then as after its first start. */
export async function resetSandbox({ control }: RunningSandbox): Promise<void> {
	const withSample = say(sandboxWords.resetWithSample);
	const empty = say(sandboxWords.resetEmpty);
	const detail = say(sandboxWords.resetDetail);
	const question = say(sandboxWords.resetQuestion);
	const answer = await window.showWarningMessage(question, { modal: true, detail }, withSample, empty);
	if (answer === undefined) return;
	const options = { location: ProgressLocation.Notification, title: say(sandboxWords.resetting) };
	await window.withProgress(options, async () => {
		await control.reset();
		if (answer === withSample) await control.addRows(sampleRows, sampleSeed);
	});
	void window.showInformationMessage(say(sandboxWords.resetDone));
}
