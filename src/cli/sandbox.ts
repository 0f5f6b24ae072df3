import { resolve } from "node:path";
import { type RunningSandbox, SandboxStartError, startSandbox } from "../sandbox/server/startSandbox.ts";
import { cliHelp } from "../words/cliHelp.ts";
import { optionNotInRange, optionsExclude } from "../words/cliUsage.ts";
import { english, type Message } from "../words/message.ts";
import { faultHelp } from "../words/sandboxFaults.ts";
import { runsAlready, runsUntilStopped, sandboxFacts, workerEnded } from "../words/sandboxStart.ts";
import { alignRows } from "./alignRows.ts";
import type { Command, CommandContext, ParsedArguments } from "./command.ts";
import { type ExitCode, exitCodes } from "./exitCodes.ts";

/** Options that are whole numbers: what they are without being given, and from where to where they go. */
const numbers = {
	port: { usual: 0, least: 0, most: 65_535 },
	rows: { usual: 1000, least: 0, most: 10_000_000 },
	seed: { usual: 1, least: 0, most: 4_294_967_295 },
} as const;

type Numbers = Readonly<Record<keyof typeof numbers, number>>;

/**
 * Runs a sandbox until it is stopped. Where one runs on the file already, prints how to reach that one and ends. With
 * --json the facts are one line, so that a script can read them while the sandbox goes on.
 */
export const sandbox: Command = {
	name: "sandbox",
	operands: [],
	options: {
		port: { value: "N", help: cliHelp.port },
		file: { value: "FILE", help: cliHelp.file },
		memory: { help: cliHelp.memory },
		rows: { value: "N", help: cliHelp.rows },
		seed: { value: "N", help: cliHelp.seed },
		fault: { value: "RULES", help: cliHelp.fault },
		json: { help: cliHelp.json },
		bundle: { value: "FILE", help: cliHelp.bundle },
	},
	summary: cliHelp.sandbox,
	notes: faultHelp,
	run(given, context) {
		const mistake = usageMistake(given);
		if (mistake !== undefined) {
			context.terminal.say(mistake);
			return exitCodes.usage;
		}
		return runSandbox(given, context);
	},
};

function usageMistake({ values, switches }: ParsedArguments): Message | undefined {
	if (switches.has("memory") && values.has("file")) return optionsExclude("--memory", "--file");
	for (const [name, { least, most }] of Object.entries(numbers)) {
		const text = values.get(name);
		if (text === undefined || (/^\d{1,10}$/.test(text) && Number(text) >= least && Number(text) <= most)) continue;
		return optionNotInRange(`--${name}`, text, least, most);
	}
	return undefined;
}

async function runSandbox(given: ParsedArguments, context: CommandContext): Promise<ExitCode> {
	const { terminal, untilStopped } = context;
	const stopped = untilStopped();
	let running: RunningSandbox;
	try {
		running = await start(given, context);
	} catch (error) {
		if (!(error instanceof SandboxStartError)) throw error;
		terminal.sayText(error.message);
		return error.problem === "fault" ? exitCodes.usage : exitCodes.problems;
	}
	terminal.data(given.switches.has("json") ? jsonOf(running, given) : textOf(running));
	if (running.attached) {
		terminal.say(runsAlready(given.values.get("file") ?? ""));
		return exitCodes.ok;
	}
	terminal.say(runsUntilStopped());
	const ended = await Promise.race([stopped, running.ended]);
	if (typeof ended === "string") {
		terminal.say(workerEnded(ended));
		return exitCodes.problems;
	}
	await running.close();
	return exitCodes.ok;
}

async function start({ values }: ParsedArguments, context: CommandContext): Promise<RunningSandbox> {
	const { port, rows, seed } = numbersIn(values);
	const file = fileOf(values);
	const fault = values.get("fault");
	return await startSandbox({
		worker: context.sandboxFiles.worker,
		bundle: values.get("bundle") ?? context.sandboxFiles.bundle,
		port,
		rows,
		seed,
		log: (text) => {
			context.terminal.sayText(text);
		},
		...(file !== undefined && { file }),
		...(fault !== undefined && { fault }),
	});
}

/** Whole, so that whoever reads it elsewhere finds the file. */
function fileOf(values: ReadonlyMap<string, string>): string | undefined {
	const file = values.get("file");
	return file === undefined ? undefined : resolve(file);
}

function numbersIn(values: ReadonlyMap<string, string>): Numbers {
	const of = (name: keyof typeof numbers): number => Number(values.get(name) ?? numbers[name].usual);
	return { port: of("port"), rows: of("rows"), seed: of("seed") };
}

const webApiOf = ({ url }: RunningSandbox): string => `${url}/api/data/v9.2/`;

function jsonOf(running: RunningSandbox, { values }: ParsedArguments): string {
	const { url, token, attached } = running;
	return JSON.stringify({ url, webApi: webApiOf(running), token, attached, file: fileOf(values) });
}

function textOf(running: RunningSandbox): string {
	const request = `curl -H "Authorization: Bearer ${running.token}" "${webApiOf(running)}accounts?\\$top=3"`;
	return alignRows(
		[
			[english(sandboxFacts.webApi), webApiOf(running)],
			[english(sandboxFacts.token), running.token],
			[english(sandboxFacts.example), request],
		],
		"",
	).join("\n");
}
