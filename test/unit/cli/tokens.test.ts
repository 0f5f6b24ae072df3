import assert from "node:assert/strict";
import { run } from "../../../src/cli/run.ts";
import { clouds } from "../../../src/core/environment/clouds.ts";
import { english } from "../../../src/words/message.ts";

const environment = "https://contoso.crm4.dynamics.com";

interface Given {
	/** In DVW_TOKEN. */
	readonly token?: string;
	/** On standard input. */
	readonly input?: string;
}

/** Runs a command line that must not get as far as the network, and gives how it ends and what it says. */
async function mistake(args: readonly string[], { token, input = "" }: Given): Promise<string> {
	const said: string[] = [];
	const code = await run(args, {
		version: () => "",
		terminal: {
			data: () => assert.fail("there is nothing to tell"),
			say: (message) => said.push(english(message)),
			sayText: (text) => said.push(text),
			color: false,
		},
		openCatalog: () => undefined,
		sandboxFiles: { worker: "", bundle: "" },
		connection: {
			fetch: () => assert.fail("nothing is sent"),
			clouds,
			token: () => token,
			readInput: () => Promise.resolve(input),
		},
		untilStopped: () => new Promise(() => undefined),
	});
	return `${code} ${said.join("\n")}`;
}

const noToken = "2 There is no token: set DVW_TOKEN, or give --token-stdin or --device-code.";
const noneSuch = "2 What was given as a token is none: it is empty, or has blanks or line breaks in it.";

const cases: readonly (readonly [line: string, given: Given, said: string])[] = [
	[`whoami --url ${environment}`, {}, noToken],
	[`whoami --url ${environment}`, { token: "" }, noToken],
	[`whoami --url ${environment} --token-stdin`, { token: "not this one" }, noToken],
	[`whoami --url ${environment}`, { token: " " }, noneSuch],
	[`whoami --url ${environment}`, { token: "Bearer " }, noneSuch],
	[`whoami --url ${environment}`, { token: "one\nX-Other: header" }, noneSuch],
	[`whoami --url ${environment} --token-stdin`, { input: "two words" }, noneSuch],
	[
		`whoami --url ${environment} --token-stdin --device-code`,
		{},
		"2 --token-stdin and --device-code exclude one another.",
	],
	[`whoami --url ${environment} --tenant x`, { token: "x" }, "2 --tenant goes only with --device-code."],
	[`whoami --url ${environment} --client-id x`, { token: "x" }, "2 --client-id goes only with --device-code."],
	["whoami", { token: "x" }, "2 --url URL is missing."],
	["whoami --url nonsense", { token: "x" }, "2 This is no address."],
	["whoami --url http://contoso.crm4.dynamics.com", { token: "x" }, "2 The address must begin with https"],
	["whoami --url https://a:b@contoso.crm4.dynamics.com", { token: "x" }, "2 Take the user name and the password out"],
	["whoami --url https://make.powerapps.com/environments/x", { token: "x" }, "2 This is a page for makers"],
	["whoami --url https://globaldisco.crm.dynamics.com", { token: "x" }, "2 This is the address of a discovery service"],
	["environments", {}, noToken],
	[
		"environments --cloud moon",
		{ token: "x" },
		"2 There is no cloud “moon”. Known are commercial, gcc, gccHigh, dod, china.",
	],
	["environments --tenant x", { token: "x" }, "2 --tenant goes only with --device-code."],
];

describe("commands that need a token", () => {
	for (const [line, given, said] of cases)
		it(`${line}, with ${JSON.stringify(given)}: ${said}`, async () => {
			const told = await mistake(line.split(" "), given);
			assert.ok(told.startsWith(said), told);
		});
});
