/** How a run of tests inside VS Code is judged, in the browser and on the desktop alike. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "../sharedFolder.ts";

export type HostOutcome = { readonly ok: true; readonly passed: number } | { readonly ok: false; readonly why: string };

/** The test entry that VS Code loads. It needs DVW_TEST_ENTRY and DVW_TEST_PROOF in its environment. */
export const hostEntry = join(projectFolder, "test", "support", "vscode", "hostEntry.cjs");

/**
 * A success is exit code 0 of VS Code together with the file in which the entry says that `run()` has come back and how
 * many tests have passed. VS Code alone reports 0 for an extension host that has crashed, too.
 */
export async function judgeRun(code: number, proof: string): Promise<HostOutcome> {
	if (code !== 0) return { ok: false, why: `The tests ended with ${code}.` };
	const text = await readFile(proof, "utf8").catch(() => undefined);
	if (text === undefined)
		return {
			ok: false,
			why: "The extension host crashed before the tests ended.",
		};
	const { passed = 0 } = JSON.parse(text) as { readonly passed?: number };
	return passed > 0 ? { ok: true, passed } : { ok: false, why: "No test was executed." };
}
