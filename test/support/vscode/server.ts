/** A private VS Code server on a free port of 127.0.0.1. All it writes is in a temporary folder that goes with it. */
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { ProcessGroup, runToEnd } from "../childProcess.ts";
import { scratchFolder } from "../scratchFolder.ts";
import { installVscode } from "./install.ts";

/** User settings that keep VS Code quiet and the same from run to run. */
const quietSettings = {
	"workbench.startupEditor": "none",
	"workbench.enableExperiments": false,
	"workbench.editor.useModal": "off",
	"workbench.reduceMotion": "on",
	"workbench.secondarySideBar.defaultVisibility": "hidden",
	"telemetry.telemetryLevel": "off",
	"extensions.autoUpdate": false,
	"extensions.autoCheckUpdates": false,
	"extensions.ignoreRecommendations": true,
	"security.workspace.trust.enabled": false,
	"chat.disableAIFeatures": true,
	"git.autofetch": false,
} as const;

/** Without the question that VS Code would ask first: a folder opens in Restricted Mode. */
const trustSettings = {
	"security.workspace.trust.enabled": true,
	"security.workspace.trust.startupPrompt": "never",
} as const;

export interface ServerOptions {
	/** .vsix files to install before the start. */
	readonly vsix?: readonly string[];
	/** User settings, over the quiet ones. */
	readonly settings?: Readonly<Record<string, unknown>>;
	/** Opens folders in Restricted Mode until they are trusted, as VS Code does by itself; off when absent. */
	readonly workspaceTrust?: boolean;
	/** Added to the environment of the server, hence of the extension host. */
	readonly env?: NodeJS.ProcessEnv;
	/** A free port when absent or 0. */
	readonly port?: number;
	/**
	 * Lets the page load an extension from its sources and run tests in it. It also refuses dialogs and hides
	 * notifications, so tests of what a person sees go without.
	 */
	readonly testDriver?: boolean;
	/** Called with each piece of what the server prints. */
	readonly onLog?: (text: string) => void;
}

export interface RunningServer {
	readonly url: string;
	/** Host and port, as `vscode-remote://` addresses name them. */
	readonly authority: string;
	/** Of the leader of its process group. */
	readonly pid: number;
	/** Exit code, once it has ended. */
	readonly exited: Promise<number>;
	/** Where everything is that it writes: settings, state, logs. */
	readonly folder: string;
	/** All it has printed. */
	log(): string;
	/** Ends it with every process it started and removes what it wrote. */
	stop(): Promise<void>;
}

interface Home {
	readonly folder: string;
	readonly remove: () => void;
	/** What every call of code-server gets. */
	readonly args: readonly string[];
	readonly env: NodeJS.ProcessEnv;
}

const startTimeoutMs = 60_000;

/** Starts a server. Throws with what it printed when it does not come up within a minute. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
	const { entry } = await installVscode();
	const home = await makeHome(entry, options);
	const group = await launch(home, options).catch((error: unknown) => {
		home.remove();
		throw error;
	});
	let log = "";
	group.onOutput((text) => {
		log += text;
		options.onLog?.(text);
	});
	const stop = async () => {
		await group.stop(3000);
		home.remove();
	};
	try {
		const authority = await untilListening(group, () => log);
		const pid = group.pid ?? 0;
		const { folder } = home;
		return { url: `http://${authority}/`, authority, pid, folder, exited: group.exited, log: () => log, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

async function launch(home: Home, options: ServerOptions): Promise<ProcessGroup> {
	const { vsix = [], port = 0, testDriver = false, workspaceTrust = false } = options;
	for (const file of vsix) await installExtension(home, file);
	const args = [
		...["--auth", "none", "--bind-addr", `127.0.0.1:${port}`, "--disable-telemetry", "--disable-update-check"],
		...["--disable-getting-started-override", "--ignore-last-opened"],
		...(workspaceTrust ? [] : ["--disable-workspace-trust"]),
		...(testDriver ? ["--vscode-option", "enable-smoke-test-driver"] : []),
	];
	return new ProcessGroup(process.execPath, [...home.args, ...args], { env: home.env });
}

/** code-server reports a failed install with exit code 0 now and then, so its words count too. */
async function installExtension({ args, env }: Home, vsix: string): Promise<void> {
	const install = [...args, "--install-extension", resolve(vsix), "--force"];
	const { code, output } = await runToEnd(process.execPath, install, { env, timeoutMs: startTimeoutMs });
	if (code !== 0 || !output.includes("was successfully installed")) {
		throw new Error(`Installing ${vsix} ended with ${code}:\n${output}`);
	}
}

async function untilListening(group: ProcessGroup, log: () => string): Promise<string> {
	return await new Promise((done, fail) => {
		const timer = setTimeout(() => {
			fail(new Error(`VS Code did not start within ${startTimeoutMs / 1000} s:\n${log()}`));
		}, startTimeoutMs);
		group.onOutput(() => {
			const authority = /HTTP server listening on http:\/\/(127\.0\.0\.1:\d+)/.exec(log())?.[1];
			if (authority === undefined) return;
			clearTimeout(timer);
			done(authority);
		});
		void group.exited.then((code) => {
			clearTimeout(timer);
			fail(new Error(`VS Code ended with ${code} while starting:\n${log()}`));
		});
	});
}

async function makeHome(entry: string, { settings = {}, env = {}, workspaceTrust }: ServerOptions): Promise<Home> {
	const { path: folder, remove } = await scratchFolder("vscode");
	const userData = join(folder, "data");
	const extensions = join(folder, "extensions");
	const temporary = join(folder, "tmp");
	await mkdir(join(userData, "User"), { recursive: true });
	await mkdir(extensions);
	await mkdir(temporary);
	const trust = workspaceTrust === true ? trustSettings : {};
	await writeFile(join(userData, "User", "settings.json"), JSON.stringify({ ...quietSettings, ...trust, ...settings }));
	await writeFile(join(folder, "config.yaml"), "auth: none\n");
	const config = ["--config", join(folder, "config.yaml")];
	return {
		folder,
		remove,
		args: [entry, ...config, "--user-data-dir", userData, "--extensions-dir", extensions],
		env: { ...serverEnvironment(folder, temporary), ...env },
	};
}

/**
 * VS Code leaves sockets in the temporary folder, so it gets one of its own, unless that would make the path of a
 * socket too long (about 100 characters). Settings of a VS Code that this runs in must not reach it.
 */
function serverEnvironment(folder: string, temporary: string): NodeJS.ProcessEnv {
	const foreign = /^(VSCODE_.*|NODE_OPTIONS|PORT|PASSWORD|HASHED_PASSWORD|CODE_SERVER_CONFIG|ELECTRON_RUN_AS_NODE)$/;
	const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
	return {
		...Object.fromEntries(kept),
		// No marketplace: nothing is asked of the network.
		EXTENSIONS_GALLERY: "{}",
		XDG_DATA_HOME: join(folder, "share"),
		...(temporary.length < 50 ? { TMPDIR: temporary, XDG_RUNTIME_DIR: temporary } : {}),
	};
}
