import type { Fetch } from "../core/client/fetch.ts";
import type { Cloud } from "../core/environment/cloud.ts";
import type { Catalog } from "../core/schema/catalog.ts";
import type { Message } from "../words/message.ts";
import type { ExitCode } from "./exitCodes.ts";
import type { Terminal } from "./terminal.ts";

/** An option of a command, by its long name. */
export interface OptionSpec {
	/** What stands for the value in the help ("FILE"); absent for a switch. */
	readonly value?: string;
	readonly required?: true;
	readonly help: Message;
}

/** What the command line says after the command's words, checked against its specification. */
export interface ParsedArguments {
	readonly operands: readonly string[];
	/** Options with a value. */
	readonly values: ReadonlyMap<string, string>;
	/** Switches that are on. */
	readonly switches: ReadonlySet<string>;
}

/** What a command may use beside its arguments. */
export interface CommandContext {
	readonly terminal: Terminal;
	/**
	 * The catalog over that bundle file, or over the bundle that ships with the program. Undefined where the file
	 * cannot be used; the person has been told why.
	 */
	readonly openCatalog: (bundle: string | undefined) => Catalog | undefined;
	/** What a sandbox is started from: paths of its worker's script and of the bundle that ships with the program. */
	readonly sandboxFiles: { readonly worker: string; readonly bundle: string };
	/** How commands reach an environment. */
	readonly connection: Connection;
	/** Resolves when the person ends the program: Ctrl+C, or a signal that means the same. */
	readonly untilStopped: () => Promise<void>;
}

export interface Connection {
	readonly fetch: Fetch;
	/** Clouds whose authorities are trusted. */
	readonly clouds: readonly Cloud[];
	/** The token in the environment variable DVW_TOKEN. */
	readonly token: () => string | undefined;
	/** All of standard input. */
	readonly readInput: () => Promise<string>;
}

export interface Command {
	/** The words that call it: "schema show". */
	readonly name: string;
	/** Names of its operands for the help; as many as must be given. */
	readonly operands: readonly string[];
	/** True where the last operand may be several words, joined by blanks. */
	readonly joinsOperands?: true;
	/** True where the first argument is an operand whatever it begins with, unless it begins with two hyphens. */
	readonly takesAnyText?: true;
	readonly options: Readonly<Record<string, OptionSpec>>;
	readonly summary: Message;
	/** Lines of the help below the options. */
	readonly notes?: readonly Message[];
	run(given: ParsedArguments, context: CommandContext): ExitCode | Promise<ExitCode>;
}
