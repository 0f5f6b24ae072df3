import { compileReference } from "../core/schema/reference/compileReference.ts";
import type { Problem } from "../core/schema/reference/problem.ts";
import { readPages } from "../disk/readPages.ts";
import { writeBundleFile } from "../disk/writeBundle.ts";
import { bundleProblemMessage } from "../words/bundleProblem.ts";
import { cliHelp } from "../words/cliHelp.ts";
import { noPages, notWritten, pageUnreadable, written } from "../words/cliReport.ts";
import type { Command } from "./command.ts";
import { compileText, problemsByCode } from "./compileText.ts";
import { type ExitCode, exitCodes } from "./exitCodes.ts";
import { printJson } from "./printJson.ts";
import { styleOf } from "./style.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Reads a folder of pages, writes the bundle and prints what was found. Nothing is written when a page is lost (it could
 * not be read, or says of no table what it is about), so that a script does not go on with half a schema by mistake.
 */
export const compile: Command = {
	name: "schema compile",
	operands: ["DIR"],
	options: {
		out: { value: "FILE", required: true, help: cliHelp.out },
		descriptions: { help: cliHelp.descriptions },
		lenient: { help: cliHelp.lenient },
		verbose: { help: cliHelp.verbose },
		json: { help: cliHelp.json },
	},
	summary: cliHelp.compile,
	run({ operands, values, switches }, { terminal }) {
		const folder = operands[0] ?? "";
		const { pages, unreadable } = readPages(folder);
		for (const { path, reason } of unreadable) terminal.say(pageUnreadable(path === "" ? folder : path, reason));
		if (pages.length === 0) {
			terminal.say(noPages(folder));
			return exitCodes.problems;
		}
		const { schema, problems, counts } = compileReference(pages, { descriptions: switches.has("descriptions") });
		const lost = unreadable.length + problems.filter(({ code }) => code === "notATable").length;
		const out = values.get("out") ?? "";
		const isWritten = lost === 0 || switches.has("lenient");
		const result = isWritten ? writeBundleFile(out, schema) : undefined;
		terminal.data(
			switches.has("json")
				? printJson({
						...counts,
						bytes: result?.ok ? result.bytes : undefined,
						problemCounts: countsOf(problems),
						problems,
					})
				: compileText(counts, problems, switches.has("verbose"), styleOf(terminal.color)),
		);
		return tellOutcome(terminal, out, lost, result);
	},
};

/** Says what became of the file. `result` is undefined where writing was refused because pages are lost. */
function tellOutcome(
	terminal: Terminal,
	out: string,
	lost: number,
	result: ReturnType<typeof writeBundleFile> | undefined,
): ExitCode {
	if (result?.ok) {
		terminal.say(written(out, result.bytes));
		return exitCodes.ok;
	}
	terminal.say(result === undefined ? notWritten(lost) : bundleProblemMessage(result.problem, out));
	return exitCodes.problems;
}

/** Code -> number, in code unit order. */
function countsOf(problems: readonly Problem[]): Readonly<Record<string, number>> {
	return Object.fromEntries([...problemsByCode(problems)].map(([code, all]) => [code, all.length]));
}
