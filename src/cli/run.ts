import { closestNames } from "../core/base/closestNames.ts";
import * as words from "../words/cliUsage.ts";
import type { Message } from "../words/message.ts";
import type { Command, CommandContext } from "./command.ts";
import { commands } from "./commands.ts";
import { type ExitCode, exitCodes } from "./exitCodes.ts";
import { commandHelp, programHelp } from "./help.ts";
import { parseArguments } from "./parseArguments.ts";

/** What the program is, beside the context of its commands. */
export interface Program extends CommandContext {
	readonly version: () => string;
}

/** Runs one command line (without the program's name) to its end; only what has to wait answers with a promise. */
export function run(args: readonly string[], program: Program): ExitCode | Promise<ExitCode> {
	const command = commandOf(args);
	if (command === undefined) return noCommand(args, program);
	const rest = args.slice(wordsOf(command).length);
	if (asksForHelp(rest)) {
		program.terminal.data(commandHelp(command));
		return exitCodes.ok;
	}
	const parsed = parseArguments(command, rest);
	if (!parsed.ok) return usageMistake(parsed.problem, `dvw ${command.name}`, program);
	return command.run(parsed.given, program);
}

/** Help and version of the program, or a command that is not there. */
function noCommand(args: readonly string[], program: Program): ExitCode {
	const [first] = args;
	const group = commands.filter((command) => wordsOf(command)[0] === first);
	const help = programHelp(group.length > 0 ? group : commands);
	if (asksForHelp(args)) {
		program.terminal.data(help);
		return exitCodes.ok;
	}
	if (first === "--version") {
		program.terminal.data(program.version());
		return exitCodes.ok;
	}
	if (first === undefined || (args.length === 1 && group.length > 0)) {
		// Asked for nothing: the help goes where it cannot be taken for data.
		program.terminal.sayText(help);
		return exitCodes.usage;
	}
	return usageMistake(mistakenCommand(args), "dvw", program);
}

/** The command that the first words name; they must stand before any option. */
function commandOf(args: readonly string[]): Command | undefined {
	return commands.find((command) => wordsOf(command).every((word, index) => args[index] === word));
}

function wordsOf({ name }: Command): readonly string[] {
	return name.split(" ");
}

/** "--" ends the options, so that one can search for "--help". */
function asksForHelp(args: readonly string[]): boolean {
	const end = args.indexOf("--");
	return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === "--help" || arg === "-h");
}

/** "serch" and "schema serch" both get "schema search". */
function mistakenCommand(args: readonly string[]): Message {
	const [first = "", second = ""] = args;
	if (first.startsWith("-")) return words.unknownOption(first, closestNames(first, ["--help", "--version"], 1)[0]);
	const names = commands.map(({ name }) => name);
	const typed = second === "" || second.startsWith("-") ? first : `${first} ${second}`;
	const [whole] = closestNames(typed, names, 1);
	const [lastWord] = closestNames(
		first,
		names.map((name) => name.split(" ").at(-1) ?? ""),
		1,
	);
	const byLastWord = lastWord === undefined ? undefined : names.find((name) => name.endsWith(` ${lastWord}`));
	const isGroup = commands.some((command) => wordsOf(command)[0] === first);
	return words.unknownCommand(isGroup ? typed : first, whole ?? byLastWord);
}

/** One sentence on the mistake and where to read on. Nothing has been done by then. */
function usageMistake(problem: Message, command: string, { terminal }: Program): ExitCode {
	terminal.say(problem);
	terminal.say(words.seeHelp(command));
	return exitCodes.usage;
}
