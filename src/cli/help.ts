import { cliHelp } from "../words/cliHelp.ts";
import { english } from "../words/message.ts";
import { alignRows } from "./alignRows.ts";
import type { Command } from "./command.ts";

/** "dvw schema show TABLE[.COLUMN] [--json] [--bundle FILE]". */
export function usageOf({ name, operands, options }: Command): string {
	const parts = Object.entries(options).map(([option, { value, required }]) => {
		const text = value === undefined ? `--${option}` : `--${option} ${value}`;
		return required ? text : `[${text}]`;
	});
	return ["dvw", name, ...operands, ...parts].join(" ");
}

/** The help of one command: all of it comes from its specification, so a new option is told without further work. */
export function commandHelp(command: Command): string {
	const options = Object.entries(command.options).map(([name, { value, help }]) => [
		value === undefined ? `--${name}` : `--${name} ${value}`,
		english(help),
	]);
	return [
		`${english(command.summary)}.`,
		"",
		`${english(cliHelp.usage)} ${usageOf(command)}`,
		"",
		english(cliHelp.options),
		...alignRows([...options, ["--help", english(cliHelp.help)]], "  "),
		...(command.notes === undefined ? [] : ["", ...command.notes.map(english)]),
	].join("\n");
}

/** The help of the program, or of a group of commands ("schema"). */
export function programHelp(commands: readonly Command[]): string {
	return [
		english(cliHelp.program),
		"",
		english(cliHelp.commands),
		...alignRows(
			commands.map(({ name, operands, summary }) => [["dvw", name, ...operands].join(" "), english(summary)]),
			"  ",
		),
		"",
		english(cliHelp.options),
		...alignRows(
			[
				["--help", english(cliHelp.help)],
				["--version", english(cliHelp.version)],
			],
			"  ",
		),
		"",
		english(cliHelp.exitCodes),
		...[cliHelp.exitOk, cliHelp.exitProblems, cliHelp.exitUsage].map((line) => `  ${english(line)}`),
		"",
		english(cliHelp.moreHelp),
	].join("\n");
}
