/** `dvw sandbox` as a process of its own, which tests may end in any way. */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { projectFolder } from "../sharedFolder.ts";

export interface SandboxFacts {
	readonly url: string;
	readonly webApi: string;
	readonly token: string;
	readonly attached: boolean;
}

export interface SandboxProcess {
	/** The facts that `--json` prints; undefined where the process ended without. */
	readonly facts: Promise<SandboxFacts | undefined>;
	/** Exit code and what stood on standard error; the code is null where a signal ended it. */
	readonly exited: Promise<{ readonly code: number | null; readonly err: string }>;
	kill(signal: NodeJS.Signals): void;
}

const running = new Set<ChildProcess>();
process.once("exit", () => {
	for (const child of running) child.kill("SIGKILL");
});

export function sandboxProcess(...args: readonly string[]): SandboxProcess {
	const child = spawn(process.execPath, [...process.execArgv, "src/cli.ts", "sandbox", "--json", ...args], {
		cwd: projectFolder,
		stdio: ["ignore", "pipe", "pipe"],
	});
	running.add(child);
	let err = "";
	child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
	const exited = new Promise<{ code: number | null; err: string }>((resolve) => {
		child.once("close", (code) => {
			running.delete(child);
			resolve({ code, err });
		});
	});
	const facts = new Promise<SandboxFacts | undefined>((resolve) => {
		createInterface(child.stdout).once("line", (line) => {
			resolve(JSON.parse(line) as SandboxFacts);
		});
		void exited.then(() => {
			resolve(undefined);
		});
	});
	return { facts, exited, kill: (signal) => void child.kill(signal) };
}
