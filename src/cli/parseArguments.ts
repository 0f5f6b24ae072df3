import { parseArgs } from "node:util";
import { closestNames } from "../core/base/closestNames.ts";
import * as words from "../words/cliUsage.ts";
import type { Message } from "../words/message.ts";
import type { Command, ParsedArguments } from "./command.ts";

/** Either the arguments or one sentence on what is wrong with them. */
export type ParseResult =
	{ readonly ok: true; readonly given: ParsedArguments } | { readonly ok: false; readonly problem: Message };

/** Checks what follows a command's name against its specification. Never throws; the first mistake is told. */
export function parseArguments(command: Command, args: readonly string[]): ParseResult {
	const values = new Map<string, string>();
	const switches = new Set<string>();
	const operands: string[] = [];
	const [first] = args;
	const isText = command.takesAnyText === true && first !== undefined && !first.startsWith("--");
	if (isText) operands.push(first);
	for (const token of tokensOf(command, isText ? args.slice(1) : args)) {
		if (token.kind === "positional") operands.push(token.value);
		if (token.kind !== "option") continue;
		const option = Object.hasOwn(command.options, token.name) ? command.options[token.name] : undefined;
		if (option === undefined) return wrong(unknownOption(command, token.rawName));
		if (option.value === undefined) {
			if (token.value !== undefined) return wrong(words.optionTakesNoValue(token.rawName));
			switches.add(token.name);
		} else {
			// "--out --json" is a forgotten value, not a file called "--json"; "--out=--json" says it on purpose.
			const forgotten = token.inlineValue !== true && token.value?.startsWith("-") === true && token.value !== "-";
			if (token.value === undefined || token.value === "" || forgotten)
				return wrong(words.optionNeedsValue(token.rawName, option.value));
			values.set(token.name, token.value);
		}
	}
	return checkOperands(command, { operands, values, switches });
}

/** Node only cuts the line into pieces; its own checks would speak other words than ours. */
function tokensOf(command: Command, args: readonly string[]) {
	const options = Object.fromEntries(
		Object.entries(command.options).map(([name, { value }]) => [
			name,
			{ type: value === undefined ? ("boolean" as const) : ("string" as const) },
		]),
	);
	return parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

/** Operands and required options, after all options are known to be right. */
function checkOperands(command: Command, given: ParsedArguments): ParseResult {
	const missing = command.operands[given.operands.length];
	if (missing !== undefined) return wrong(words.operandMissing(missing));
	const spare = given.operands[command.operands.length];
	if (spare !== undefined && command.joinsOperands !== true) return wrong(words.operandTooMany(spare));
	for (const [name, { required, value }] of Object.entries(command.options))
		if (required && !given.values.has(name)) return wrong(words.optionRequired(`--${name}`, value ?? ""));
	return { ok: true, given };
}

function unknownOption(command: Command, rawName: string): Message {
	const names = Object.keys(command.options).map((name) => `--${name}`);
	return words.unknownOption(rawName, closestNames(rawName, names, 1)[0]);
}

function wrong(problem: Message): ParseResult {
	return { ok: false, problem };
}
