import type { Program } from "../../../src/cli/run.ts";
import { run } from "../../../src/cli/run.ts";
import { catalogOf } from "../../../src/core/schema/catalogOf.ts";
import { schemaSource } from "../../../src/core/schema/catalogSource.ts";
import type { Schema } from "../../../src/core/schema/model.ts";
import { english } from "../../../src/words/message.ts";

export interface Ran {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

/** Runs a command line over a schema in memory; `schema` undefined stands for a bundle that cannot be read. */
export function runOver(schema: Schema | undefined, args: readonly string[], color = false): Ran {
	const out: string[] = [];
	const err: string[] = [];
	const program: Program = {
		version: () => "1.2.3",
		terminal: {
			data: (text) => out.push(text),
			say: (message) => err.push(english(message)),
			sayText: (text) => err.push(text),
			color,
		},
		openCatalog: () => schema && catalogOf(schemaSource(schema)),
		sandboxFiles: { worker: "", bundle: "" },
		connection: {
			fetch: () => Promise.reject(new Error("what needs a network is tested with a real server")),
			clouds: [],
			token: () => undefined,
			readInput: () => Promise.resolve(""),
		},
		untilStopped: () => Promise.resolve(),
	};
	const code = run(args, program);
	if (typeof code !== "number") throw new Error("a command that waits is tested with a real process");
	return { code, out: out.join("\n"), err: err.join("\n") };
}
