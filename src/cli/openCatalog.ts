import { basename } from "node:path";
import { openBundleFile } from "../disk/openBundle.ts";
import { bundleProblemMessage } from "../words/bundleProblem.ts";
import type { CommandContext } from "./command.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Opens bundles for the commands, `shipped` where none is named. What is wrong with a file is said on the terminal; a
 * part that turns out to be damaged later is said then, and the rest goes on. The process gives the file back.
 */
export function catalogOpener(terminal: Terminal, shipped: string): CommandContext["openCatalog"] {
	return (bundle) => {
		const path = bundle ?? shipped;
		const opened = openBundleFile(path, (problem) => {
			terminal.say(bundleProblemMessage(problem, bundle ?? basename(shipped)));
		});
		if (opened.ok) return opened.catalog;
		terminal.say(bundleProblemMessage(opened.problem, path));
		return undefined;
	};
}
