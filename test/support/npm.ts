/** The npm that came with this person's Node, run as they have configured it (registry, proxy, cache). */
import { delimiter, dirname, join } from "node:path";
import { type Finished, type RunOptions, runToEnd } from "./childProcess.ts";

/**
 * Runs npm to its end. It runs on the Node of this process, so what it builds or checks fits that Node. Installs run no
 * scripts of packages, whatever the person's settings.
 */
export async function runNpm(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
	const env = { ...withoutOuterNpm(options.env ?? process.env) };
	env.PATH = dirname(process.execPath) + delimiter + (env.PATH ?? "");
	const cli = process.env.npm_execpath;
	const settings = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
	const run = { ...options, env };
	if (cli?.endsWith("npm-cli.js") === true) return await runToEnd(process.execPath, [cli, ...args, ...settings], run);
	if (process.platform !== "win32") return await runToEnd("npm", [...args, ...settings], run);
	// npm is a .cmd file there, which only a shell starts; the JavaScript beside it needs none.
	const beside = join(dirname(process.env.NODE ?? process.execPath), "node_modules", "npm", "bin", "npm-cli.js");
	return await runToEnd(process.execPath, [beside, ...args, ...settings], run);
}

/** `npm start` tells its scripts where it stands; an npm started by them would take that for its own settings. */
function withoutOuterNpm(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	const outer =
		/^npm_(package_|lifecycle_|config_(local_prefix|global_prefix|prefix|workspace|omit|include)$)|^INIT_CWD$/i;
	return Object.fromEntries(Object.entries(env).filter(([name]) => !outer.test(name)));
}
