#!/usr/bin/env node
// The command line: hands the process to the commands. Everything that can be tested without a process is in src/cli.
import { readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { exitCodes } from "./cli/exitCodes.ts";
import { isTooOld, oldestNode } from "./cli/nodeVersion.ts";
import { catalogOpener } from "./cli/openCatalog.ts";
import { run } from "./cli/run.ts";
import { terminalOn } from "./cli/terminal.ts";
import { nodeTooOld } from "./words/cliUsage.ts";

/** The project's folder: this file is one folder below it, as source and as bundle, also when npm made a link to it. */
const home = dirname(dirname(realpathSync(process.argv[1] ?? ".")));
const terminal = terminalOn(process);

// A reader that has seen enough ("| head") closes the pipe: no mistake, and nobody is left to tell.
for (const stream of [process.stdout, process.stderr]) {
	stream.on("error", (error: NodeJS.ErrnoException) => {
		if (error.code !== "EPIPE") throw error;
		process.exit(exitCodes.ok);
	});
}

if (isTooOld(process.versions.node)) {
	terminal.say(nodeTooOld(process.versions.node, oldestNode));
	process.exitCode = exitCodes.problems;
} else {
	process.exitCode = run(process.argv.slice(2), {
		terminal,
		version: () => packageFacts().version,
		openCatalog: catalogOpener(terminal, join(home, "media", "schema", "schema.dvs")),
	});
}

function packageFacts(): { readonly version: string } {
	return JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as { readonly version: string };
}
