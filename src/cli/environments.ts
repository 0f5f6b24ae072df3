import type { Cloud } from "../core/environment/cloud.ts";
import { type DiscoveredEnvironment, instancesPath, readInstances } from "../core/environment/readInstances.ts";
import { cliHelp } from "../words/cliHelp.ts";
import { cliSignIn, switchedOff, unknownCloud } from "../words/cliSignIn.ts";
import { kindWords } from "../words/environments.ts";
import { english } from "../words/message.ts";
import { alignRows } from "./alignRows.ts";
import type { Command, CommandContext, ParsedArguments } from "./command.ts";
import { readingClient, requestOptions, sayProblem } from "./connect.ts";
import { type ExitCode, exitCodes } from "./exitCodes.ts";
import { printable } from "./printable.ts";
import { printJson } from "./printJson.ts";
import { tokenOptions, tokenOptionsMistake } from "./tokenOptions.ts";
import { type CommandTokens, openTokens } from "./tokens.ts";

const usualCloud = "commercial";

/** The environments that a user has access to, from the global discovery service of a cloud. */
export const environments: Command = {
	name: "environments",
	operands: [],
	options: {
		cloud: { value: "CLOUD", help: cliHelp.cloud },
		...tokenOptions,
		json: { help: cliHelp.json },
	},
	summary: cliHelp.environments,
	notes: [cliHelp.tokenNote],
	async run(given, context) {
		const { terminal, connection } = context;
		const name = given.values.get("cloud") ?? usualCloud;
		const cloud = connection.clouds.find(({ id }) => id.toLowerCase() === name.toLowerCase());
		const ids = connection.clouds.map(({ id }) => id);
		const mistake = cloud === undefined ? unknownCloud(name, ids) : tokenOptionsMistake(given);
		if (mistake !== undefined || cloud === undefined) {
			terminal.say(mistake ?? unknownCloud(name, ids));
			return exitCodes.usage;
		}
		const tokens = await openTokens(given, context);
		if (!tokens.ok) {
			terminal.say(tokens.problem);
			return exitCodes.usage;
		}
		const code = await list(cloud, tokens.value, given, context);
		tokens.value.close();
		return code;
	},
};

async function list(
	cloud: Cloud,
	tokens: CommandTokens,
	{ switches }: ParsedArguments,
	context: CommandContext,
): Promise<ExitCode> {
	const { terminal } = context;
	const client = readingClient([cloud.discovery], tokens.ofDiscovery(cloud), context);
	const path = cloud.discovery + instancesPath;
	const answer = await client.send({ method: "GET", path }, requestOptions(context));
	if (!answer.ok) {
		sayProblem(answer.problem, tokens, terminal);
		return exitCodes.problems;
	}
	const found = readInstances(parsed(answer.value.text), cloud);
	if (found === undefined) {
		terminal.say(cliSignIn.foreignAnswer);
		return exitCodes.problems;
	}
	if (switches.has("json")) terminal.data(printJson(found));
	else if (found.length > 0) terminal.data(alignRows(found.map(rowOf)).join("\n"));
	if (found.length === 0) terminal.say(cliSignIn.noEnvironments);
	return found.length > 0 ? exitCodes.ok : exitCodes.problems;
}

function rowOf({ name, url, kind, version, isEnabled }: DiscoveredEnvironment): readonly string[] {
	const cells = [name, url, english(kindWords[kind].short), version ?? "", isEnabled ? "" : english(switchedOff)];
	return cells.map(printable);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
