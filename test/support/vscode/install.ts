/**
 * Installs a real VS Code from the npm registry alone: code-server is VS Code's server and workbench with a thin layer
 * around it, and its extension host is a plain Node process like that of VS Code Remote.
 */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runToEnd } from "../childProcess.ts";
import { runNpm } from "../npm.ts";
import { projectFolder } from "../sharedFolder.ts";

/** 4.139.1 holds VS Code 1.139.1. It wants Node 24, which is the Node that development is pinned to. */
const codeServerVersion = "4.139.1";

export interface InstalledVscode {
	/** The script that starts code-server. */
	readonly entry: string;
	readonly version: string;
}

/**
 * The VS Code in `.vscode-rig` (or in `$DVW_VSCODE_RIG`, to share one between checkouts), installed at first use: about
 * 0.6 GB, a minute or less. It is built beside and renamed when complete, so an interrupted install leaves nothing that
 * looks finished, and two at a time do no harm. Throws with npm's words where the registry cannot be reached.
 */
export async function installVscode(report: (line: string) => void = console.log): Promise<InstalledVscode> {
	const rig = process.env.DVW_VSCODE_RIG ?? join(projectFolder, ".vscode-rig");
	const folder = join(rig, `code-server-${codeServerVersion}`);
	const installed = { entry: entryOf(folder), version: codeServerVersion };
	if (await isComplete(folder)) {
		await replaceSpdlog(folder);
		return installed;
	}
	report(`Installing VS Code (code-server ${codeServerVersion} from npm) into ${rig}. Once; takes up to a minute.`);
	await removeAbandoned(rig);
	const building = join(rig, `building-${process.pid}`);
	try {
		await installInto(building, report);
		await rm(folder, { recursive: true, force: true });
		await rename(building, folder).catch(async (error: unknown) => {
			if (!(await isComplete(folder))) throw error;
		});
	} finally {
		await rm(building, { recursive: true, force: true });
	}
	report("VS Code is installed.");
	return installed;
}

/** What an interrupted install left: folders named for processes that no longer run. */
async function removeAbandoned(rig: string): Promise<void> {
	for (const name of await readdir(rig).catch(() => [])) {
		const pid = Number(/^building-(\d+)$/.exec(name)?.[1]);
		if (!Number.isNaN(pid) && !isRunning(pid)) await rm(join(rig, name), { recursive: true, force: true });
	}
}

function isRunning(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

function entryOf(folder: string): string {
	return join(folder, "node_modules", "code-server", "out", "node", "entry.js");
}

function libraryOf(folder: string): string {
	return join(folder, "node_modules", "code-server", "lib", "vscode");
}

/** The stamp is written last and names the version, so a half-made or older folder does not count. */
async function isComplete(folder: string): Promise<boolean> {
	const stamp = await readFile(join(folder, "installed"), "utf8").catch(() => "");
	return stamp === codeServerVersion && (await stat(entryOf(folder)).catch(() => undefined)) !== undefined;
}

/**
 * code-server's own install script compiles Kerberos, SQLite and Windows modules, none of which running an extension
 * needs. So no script of any package runs, and the two installs inside that the script would do are done here.
 */
async function installInto(folder: string, report: (line: string) => void): Promise<void> {
	const vscode = libraryOf(folder);
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, "package.json"), '{"private":true}');
	report("  1 of 3: the server");
	await npmInstall(folder, [`code-server@${codeServerVersion}`]);
	report("  2 of 3: VS Code's libraries");
	await npmInstall(vscode, ["--omit=dev"]);
	report("  3 of 3: the built-in extensions' libraries");
	await npmInstall(join(vscode, "extensions"), ["--omit=dev"]);
	await replaceSpdlog(folder);
	await proveItStarts(folder);
	await writeFile(join(folder, "installed"), codeServerVersion);
}

async function npmInstall(cwd: string, args: readonly string[]): Promise<void> {
	// Said by name: npm would otherwise look upwards for a project to install into.
	const { code, output } = await runNpm(["install", "--prefix", cwd, ...args], { cwd });
	if (code !== 0) throw new Error(`npm install ${args.join(" ")} ended with ${code}:\n${output}`);
}

/**
 * VS Code writes its logs, and what the Output panel shows, through @vscode/spdlog, which has to be compiled. Without
 * it the panel stays empty and nothing says why, so every machine gets the same small stand-in.
 */
async function replaceSpdlog(folder: string): Promise<void> {
	const target = join(libraryOf(folder), "node_modules", "@vscode", "spdlog", "index.js");
	const standIn = await readFile(join(projectFolder, "test", "support", "vscode", "spdlogStandIn.cjs"), "utf8");
	if ((await readFile(target, "utf8")) !== standIn) await writeFile(target, standIn);
}

async function proveItStarts(folder: string): Promise<void> {
	const home = join(folder, "trial");
	const args = [entryOf(folder), "--config", join(home, "config.yaml"), "--version"];
	const { code, output } = await runToEnd(process.execPath, args, { env: { ...process.env, XDG_DATA_HOME: home } });
	await rm(home, { recursive: true, force: true });
	if (code !== 0 || !output.includes(codeServerVersion)) throw new Error(`code-server does not start:\n${output}`);
}
