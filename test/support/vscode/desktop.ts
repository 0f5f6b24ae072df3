/** Desktop VS Code through @vscode/test-electron: a person's own (`VSCODE_EXECUTABLE_PATH`) or one that it downloads. */
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
	downloadAndUnzipVSCode,
	resolveCliArgsFromVSCodeExecutablePath,
	runTests,
	TestRunFailedError,
} from "@vscode/test-electron";
import { ProcessGroup, runToEnd } from "../childProcess.ts";
import { projectFolder } from "../sharedFolder.ts";
import { type HostOutcome, hostEntry, judgeRun } from "./hostOutcome.ts";

const quietArguments = ["--disable-workspace-trust", "--skip-welcome", "--skip-release-notes", "--disable-telemetry"];

/** Path of the program. Downloads the latest stable VS Code into `.vscode-test` where the person names none. */
async function desktopVscode(): Promise<string> {
	return process.env.VSCODE_EXECUTABLE_PATH ?? (await downloadAndUnzipVSCode("stable"));
}

function ownFolders(scratch: string): readonly string[] {
	return [`--user-data-dir=${join(scratch, "data")}`, `--extensions-dir=${join(scratch, "extensions")}`];
}

export interface DesktopRun {
	/** CommonJS module with `run(): Promise<{ passed: number }>`. */
	readonly tests: string;
	readonly workspace: string;
	/** A folder for settings and extensions of that VS Code. */
	readonly scratch: string;
}

export interface DesktopStart {
	readonly vsix: string;
	readonly workspace: string;
	/** A folder for its settings and extensions. */
	readonly scratch: string;
	/** Added to its environment. */
	readonly env: NodeJS.ProcessEnv;
	/** User settings. */
	readonly settings: Readonly<Record<string, unknown>>;
}

/** Opens a window with the .vsix installed; comes back when the window is closed. */
export async function startDesktopVscode({ vsix, workspace, scratch, env, settings }: DesktopStart): Promise<void> {
	const program = await desktopVscode();
	const [cli = program, ...args] = resolveCliArgsFromVSCodeExecutablePath(program);
	const own = ownFolders(scratch);
	await mkdir(join(scratch, "data", "User"), { recursive: true });
	await writeFile(join(scratch, "data", "User", "settings.json"), JSON.stringify(settings));
	// The command line of VS Code is a .cmd file on Windows; a name without spaces needs no quoting there.
	const named = join(scratch, "dataverse-workbench.vsix");
	await copyFile(vsix, named);
	const install = [
		...args.filter((arg) => !/^--(user-data|extensions)-dir/.test(arg)),
		...own,
		"--install-extension",
		named,
	];
	const { code, output } = await runToEnd(cli, install, { shell: process.platform === "win32" });
	if (code !== 0) throw new Error(`Installing ${named} ended with ${code}:\n${output}`);
	const window = new ProcessGroup(program, [workspace, ...own, ...quietArguments, "--wait"], {
		env: { ...process.env, ...env },
	});
	console.log("VS Code is open. Close its window or press Ctrl+C to stop.");
	await window.exited;
}

/** Runs a test entry as `runInHost` does, and judges the run by the same rules. */
export async function runOnDesktop({ tests, workspace, scratch }: DesktopRun): Promise<HostOutcome> {
	const proof = join(scratch, "proof.json");
	const code = await runTests({
		vscodeExecutablePath: await desktopVscode(),
		extensionDevelopmentPath: projectFolder,
		extensionTestsPath: hostEntry,
		extensionTestsEnv: { DVW_TEST_ENTRY: tests, DVW_TEST_PROOF: proof },
		launchArgs: [workspace, "--disable-extensions", ...quietArguments, ...ownFolders(scratch)],
	}).catch((error: unknown) => {
		if (error instanceof TestRunFailedError) return error.code ?? 1;
		throw error;
	});
	return await judgeRun(code, proof);
}
