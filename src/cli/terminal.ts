import { english, type Message } from "../words/message.ts";
import { printable } from "./printable.ts";

/** Where a command writes. Data goes to `data`, everything said to a person beside it to `say`. */
export interface Terminal {
	/** One or more whole lines without the last line break. */
	data(text: string): void;
	say(message: Message): void;
	/** Text that is put together already, like a help page; to the same place as `say`. */
	sayText(text: string): void;
	/** Whether `data` may be coloured. */
	readonly color: boolean;
}

interface Sink {
	write(text: string): unknown;
}

/** The streams of a process, as far as a terminal needs them. */
export interface TerminalStreams {
	readonly stdout: Sink & { readonly isTTY?: boolean; hasColors?(): boolean };
	readonly stderr: Sink;
}

/** Colour only for people: on a terminal that has colours and where NO_COLOR, TERM and the like do not say no. */
export function terminalOn({ stdout, stderr }: TerminalStreams): Terminal {
	return {
		data: (text) => void stdout.write(`${text}\n`),
		say: ({ template, values }) => {
			// What goes into a sentence may come from a service or a file.
			const entries = Object.entries(values).map(([name, value]) => [name, printable(String(value))] as const);
			stderr.write(`${english({ template, values: Object.fromEntries(entries) })}\n`);
		},
		sayText: (text) => void stderr.write(`${text}\n`),
		color: stdout.isTTY === true && stdout.hasColors?.() === true,
	};
}
