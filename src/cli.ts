#!/usr/bin/env node
// The command line: hands the process to the commands. Everything that can be tested without a process is in src/cli.
import { readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { exitCodes } from "./cli/exitCodes.ts";
import { isTooOld, oldestNode } from "./cli/nodeVersion.ts";
import { catalogOpener } from "./cli/openCatalog.ts";
import { run } from "./cli/run.ts";
import { terminalOn } from "./cli/terminal.ts";
import { clouds } from "./core/environment/clouds.ts";
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
	const bundle = join(home, "media", "schema", "schema.dvs");
	const code = run(process.argv.slice(2), {
		terminal,
		version: () => packageFacts().version,
		openCatalog: catalogOpener(terminal, bundle),
		sandboxFiles: { worker: join(home, workerScript()), bundle },
		connection: {
			fetch,
			clouds,
			token: () => process.env.DVW_TOKEN,
			readInput: () => text(process.stdin),
		},
		untilStopped,
	});
	void Promise.resolve(code).then((known) => {
		process.exitCode = known;
	});
}

/** The sandbox's thread runs as this program does: from its source, or bundled. */
function workerScript(): string {
	return process.argv[1]?.endsWith(".ts") ? "src/sandbox/server/sandboxWorker.ts" : "dist/sandboxWorker.js";
}

async function untilStopped(): Promise<void> {
	await new Promise<void>((resolve) => {
		for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
			process.once(signal, () => {
				resolve();
			});
		}
	});
}

function packageFacts(): { readonly version: string } {
	return JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as { readonly version: string };
}
