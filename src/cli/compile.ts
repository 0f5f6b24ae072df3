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

function countsOf(problems: readonly Problem[]): Readonly<Record<string, number>> {
	return Object.fromEntries([...problemsByCode(problems)].map(([code, all]) => [code, all.length]));
}
