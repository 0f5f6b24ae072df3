/** Child processes that are waited for, and groups of processes that are stopped as one. */
import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from "node:child_process";

export interface Finished {
	/** Exit code; 128 where a signal ended it; 127 where it could not be started. */
	readonly code: number;
	/** Standard output and standard error, in the order in which they came. */
	readonly output: string;
}

export interface RunOptions {
	readonly cwd?: string;
	readonly env?: NodeJS.ProcessEnv;
	/** Also called with each piece of output as it comes. */
	readonly onOutput?: (text: string) => void;
	/** Lets a shell start it, which .cmd files on Windows need. */
	readonly shell?: boolean;
	/** After this many milliseconds the process and its children are stopped and the code is 124. */
	readonly timeoutMs?: number;
}

/** Runs a program to its end and gives its exit code and output. Never rejects. */
export async function runToEnd(command: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
	const group = new ProcessGroup(command, args, options);
	let output = "";
	group.onOutput((text) => {
		output += text;
		options.onOutput?.(text);
	});
	let timer: NodeJS.Timeout | undefined;
	const timeUp = new Promise<number>((resolve) => {
		if (options.timeoutMs === undefined) return;
		timer = setTimeout(() => {
			resolve(124);
			void group.stop();
		}, options.timeoutMs);
	});
	const code = await Promise.race([group.exited, timeUp]);
	await group.exited;
	clearTimeout(timer);
	return { code, output };
}

/**
 * A program and all it starts. It leads a process group of its own, so stopping it takes its children along; they do
 * not outlive this process either. A Ctrl+C in the terminal does not reach it: whoever starts it has to stop it.
 */
export class ProcessGroup {
	static readonly #running = new Set<ProcessGroup>();

	/** Stops every group that this process has started. */
	static async stopAll(): Promise<void> {
		await Promise.all(Array.from(ProcessGroup.#running, (group) => group.stop()));
	}

	readonly #child: ChildProcess;
	readonly #onProcessExit = () => {
		this.kill("SIGKILL");
	};
	/** Exit code of the leader, as in Finished. All output has been reported by then. */
	readonly exited: Promise<number>;

	constructor(command: string, args: readonly string[], { cwd, env = process.env, shell = false }: RunOptions = {}) {
		const options: SpawnOptions = {
			env,
			shell,
			stdio: ["ignore", "pipe", "pipe"],
			detached: process.platform !== "win32",
			...(cwd === undefined ? {} : { cwd }),
		};
		this.#child = spawn(command, args, options);
		this.exited = new Promise((resolve) => {
			this.#child.once("close", (code: number | null) => {
				resolve(code ?? 128);
			});
			this.#child.once("error", () => {
				resolve(127);
			});
		});
		process.once("exit", this.#onProcessExit);
		ProcessGroup.#running.add(this);
		void this.exited.then(() => {
			ProcessGroup.#running.delete(this);
			process.off("exit", this.#onProcessExit);
		});
	}

	get pid(): number | undefined {
		return this.#child.pid;
	}

	onOutput(listener: (text: string) => void): void {
		this.#child.stdout?.setEncoding("utf8").on("data", listener);
		this.#child.stderr?.setEncoding("utf8").on("data", listener);
	}

	/** Sends a signal to the leader and all its children. Does nothing where they have gone. */
	kill(signal: NodeJS.Signals): void {
		if (this.pid === undefined) return;
		if (process.platform === "win32") {
			spawnSync("taskkill", ["/pid", String(this.pid), "/t", "/f"]);
			return;
		}
		try {
			process.kill(-this.pid, signal);
		} catch {
			// All of them have gone already.
		}
	}

	/** Asks the group to end, kills what is left after `graceMs`, and comes back when nothing of it runs. */
	async stop(graceMs = 5000): Promise<void> {
		this.kill("SIGTERM");
		const timer = setTimeout(() => {
			this.kill("SIGKILL");
		}, graceMs);
		await this.exited;
		clearTimeout(timer);
		this.kill("SIGKILL");
	}
}

/**
 * The first of the signals that mean "stop". Later ones are ignored: a Ctrl+C in a terminal comes twice, from the
 * terminal and from the launcher, and the second must not end the process before its children are stopped.
 */
export async function stopSignal(): Promise<NodeJS.Signals> {
	const signals: readonly NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];
	return await new Promise((resolve) => {
		for (const signal of signals) {
			process.on(signal, () => {
				resolve(signal);
			});
		}
	});
}

/**
 * Makes the signals that mean "stop" end this process in the orderly way: first all that it has started, which may have
 * groups of its own to stop. By default Node would end at once and leave them running.
 */
export function exitOnStopSignal(): void {
	void stopSignal()
		.then(() => ProcessGroup.stopAll())
		.then(() => process.exit(130));
}
