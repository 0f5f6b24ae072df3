/** What `dvw` says about a command line that it cannot follow. */
import { type Message, message } from "./message.ts";

export function unknownCommand(command: string, meant: string | undefined): Message {
	return meant === undefined
		? message("There is no command “{command}”.", { command })
		: message("There is no command “{command}”. Did you mean “{meant}”?", { command, meant });
}

export function unknownOption(option: string, meant: string | undefined): Message {
	return meant === undefined
		? message("There is no option {option} here.", { option })
		: message("There is no option {option} here. Did you mean {meant}?", { option, meant });
}

export function optionNeedsValue(option: string, value: string): Message {
	return message("{option} needs a value: {option} {value}.", { option, value });
}

export function optionTakesNoValue(option: string): Message {
	return message("{option} takes no value.", { option });
}

export function optionRequired(option: string, value: string): Message {
	return message("{option} {value} is missing.", { option, value });
}

export function optionNotANumber(option: string, value: string): Message {
	return message("{option} needs a whole number from 1, not “{value}”.", { option, value });
}

export function optionNotInRange(option: string, value: string, least: number, most: number): Message {
	return message("{option} needs a whole number from {least} to {most}, not “{value}”.", {
		option,
		value,
		least: String(least),
		most: String(most),
	});
}

export function optionsExclude(option: string, other: string): Message {
	return message("{option} and {other} exclude one another.", { option, other });
}

export function operandMissing(operand: string): Message {
	return message("{operand} is missing.", { operand });
}

export function operandTooMany(operand: string): Message {
	return message("“{operand}” is one argument too many. Put quotation marks around blanks.", { operand });
}

/** After a usage mistake. */
export function seeHelp(command: string): Message {
	return message("See “{command} --help”.", { command });
}

export function nodeTooOld(found: string, needed: string): Message {
	return message("dvw needs Node.js {needed} or later; this is {found}.", { needed, found });
}

export function unknownGrammarRule(rule: string, meant: string | undefined): Message {
	return meant === undefined
		? message("There is no rule “{rule}” that this program reads.", { rule })
		: message("There is no rule “{rule}” that this program reads. Did you mean “{meant}”?", { rule, meant });
}
