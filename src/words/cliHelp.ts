/** The texts of `dvw --help` and of each command's help. */
import { message } from "./message.ts";

export const cliHelp = {
	program: message(
		"Dataverse Workbench on the command line: the documented schema of Dataverse, a sandbox, and who you are in an environment.",
	),
	usage: message("Usage:"),
	commands: message("Commands:"),
	options: message("Options:"),
	exitCodes: message("Exit codes:"),
	exitOk: message("0  done"),
	exitProblems: message(
		"1  not found, not readable, pages that are no table, a URL with problems, or refused by the environment",
	),
	exitUsage: message("2  the command line is wrong"),
	moreHelp: message(
		"“dvw COMMAND --help” tells about one command. Data goes to standard output, all else to standard error.",
	),

	compile: message("Compile a folder of table reference pages into a bundle"),
	stats: message("Count what a bundle holds"),
	show: message("Show a table, or one of its columns"),
	search: message("Search tables, columns, choices, options, relationships and messages"),
	odataParse: message("Read the URL of an OData request, or a part of one, and tell what is wrong with it"),
	sandbox: message("Run a practice environment that speaks the Dataverse Web API, until Ctrl+C"),
	whoAmI: message("Show who you are in an environment: user, business unit, organization, version"),
	environments: message("List the environments that you have access to"),

	help: message("show this help"),
	version: message("show the version"),
	json: message("print JSON instead of text"),
	bundle: message("read this bundle instead of the one that ships with the program"),
	out: message("the bundle to write"),
	descriptions: message("keep the description texts of the pages, for your own use"),
	lenient: message("go on although a page is no table page"),
	verbose: message("list each problem, not only the counts"),
	limit: message("at most so many hits (default 20)"),
	rule: message("the rule of OData's grammar that the text must follow (default odataRelativeUri)"),
	port: message("listen on this port of 127.0.0.1 (default: a free one)"),
	file: message("keep the rows in this file; a sandbox that runs on it already is shared"),
	memory: message("keep the rows in memory only (default)"),
	rows: message("sample rows of a new sandbox (default 1000; 0 for none)"),
	seed: message("a whole number; the same gives the same sample rows and faults (default 1)"),
	url: message("address of the environment, as the browser shows it"),
	cloud: message("commercial (default), gcc, gccHigh, dod or china"),
	tokenStdin: message("read the token from standard input"),
	deviceCode: message("sign in with a code in a browser"),
	tenant: message("sign in to this tenant (id or domain) instead of the one that the environment names"),
	clientId: message("sign in with this client id instead of the one that public tools share"),
	tokenNote: message(
		"The token is taken from the environment variable DVW_TOKEN unless --token-stdin or --device-code is given. It is kept in memory only and sent to no other address.",
	),
	fault: message("fail on purpose, as below"),
} as const;
