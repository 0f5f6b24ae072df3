import type { DataverseClient } from "../core/client/dataverseClient.ts";
import type { RequestOptions } from "../core/client/requestOptions.ts";
import type { Row } from "../core/client/row.ts";
import { readEnvironmentUrl } from "../core/environment/readEnvironmentUrl.ts";
import { cliHelp } from "../words/cliHelp.ts";
import { whoAmIWords } from "../words/cliSignIn.ts";
import { environmentUrlProblems } from "../words/environments.ts";
import { english } from "../words/message.ts";
import { alignRows } from "./alignRows.ts";
import type { Command, CommandContext, ParsedArguments } from "./command.ts";
import { readingClient, requestOptions, sayProblem } from "./connect.ts";
import { type ExitCode, exitCodes } from "./exitCodes.ts";
import { printable } from "./printable.ts";
import { printJson } from "./printJson.ts";
import { tokenOptions, tokenOptionsMistake } from "./tokenOptions.ts";
import { openTokens } from "./tokens.ts";

/** Who the token is of, as the environment sees it: the quickest proof that address, sign-in and access are right. */
export const whoAmI: Command = {
	name: "whoami",
	operands: [],
	options: {
		url: { value: "URL", required: true, help: cliHelp.url },
		...tokenOptions,
		json: { help: cliHelp.json },
	},
	summary: cliHelp.whoAmI,
	notes: [cliHelp.tokenNote],
	async run(given, context) {
		const { terminal, connection } = context;
		const mistake = tokenOptionsMistake(given);
		const address = readEnvironmentUrl(given.values.get("url") ?? "", connection.clouds);
		if (mistake !== undefined || !address.ok) {
			terminal.say(mistake ?? environmentUrlProblems[address.ok ? "empty" : address.problem]);
			return exitCodes.usage;
		}
		const tokens = await openTokens(given, context);
		if (!tokens.ok) {
			terminal.say(tokens.problem);
			return exitCodes.usage;
		}
		const { url, apiUrl } = address.value;
		const origins = apiUrl === undefined ? ([url] as const) : ([url, apiUrl] as const);
		const client = readingClient(origins, tokens.value.ofEnvironment(address.value), context);
		const options = requestOptions(context);
		const found = await client.execute({ kind: "function", name: "WhoAmI" }, options);
		const facts = found.ok ? await factsOf(client, found.value ?? {}, options) : undefined;
		tokens.value.close();
		if (!found.ok) sayProblem(found.problem, tokens.value, terminal);
		return facts === undefined ? exitCodes.problems : print({ environment: url, ...facts }, given, context);
	},
};

interface Facts {
	readonly userId: string | undefined;
	readonly user: string | undefined;
	readonly businessUnitId: string | undefined;
	readonly businessUnit: string | undefined;
	readonly organizationId: string | undefined;
	readonly organization: string | undefined;
	readonly version: string | undefined;
}

/** Ids, and names and version where this user may read them. */
async function factsOf(client: DataverseClient, who: Row, options: RequestOptions): Promise<Facts> {
	const [userId, businessUnitId, organizationId] = ["UserId", "BusinessUnitId", "OrganizationId"].map((name) =>
		textOf(who, name),
	);
	const read = async (entitySet: string, key: string | undefined, column: string): Promise<string | undefined> => {
		if (key === undefined) return undefined;
		const row = await client.retrieve({ entitySet, key }, `$select=${column}`, options);
		return row.ok ? textOf(row.value, column) : undefined;
	};
	const [user, businessUnit, organization, version] = await Promise.all([
		read("systemusers", userId, "fullname"),
		read("businessunits", businessUnitId, "name"),
		read("organizations", organizationId, "name"),
		client
			.execute({ kind: "function", name: "RetrieveVersion" }, options)
			.then((answer) => (answer.ok ? textOf(answer.value ?? {}, "Version") : undefined)),
	]);
	return { userId, user, businessUnitId, businessUnit, organizationId, organization, version };
}

function textOf(row: Row, name: string): string | undefined {
	const value = row[name];
	return typeof value === "string" && value !== "" ? value : undefined;
}

function print(
	facts: Facts & { readonly environment: string },
	{ switches }: ParsedArguments,
	{ terminal }: CommandContext,
): ExitCode {
	if (switches.has("json")) {
		terminal.data(printJson(facts));
		return exitCodes.ok;
	}
	const rows = [
		[whoAmIWords.environment, facts.environment],
		[whoAmIWords.user, facts.userId, facts.user],
		[whoAmIWords.businessUnit, facts.businessUnitId, facts.businessUnit],
		[whoAmIWords.organization, facts.organizationId, facts.organization],
		[whoAmIWords.version, facts.version],
	] as const;
	const known = rows.filter(([, value]) => value !== undefined);
	terminal.data(
		alignRows(known.map(([label, ...cells]) => [english(label), ...cells.map((cell) => printable(cell ?? ""))])).join(
			"\n",
		),
	);
	return exitCodes.ok;
}
