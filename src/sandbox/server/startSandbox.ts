import { setTimeout as delay } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { english } from "../../words/message.ts";
import { workerEnded } from "../../words/sandboxStart.ts";
import { readAnnouncement } from "./announcement.ts";
import { SandboxControl } from "./sandboxControl.ts";
import type { SandboxOptions, StartProblem, WorkerCommand, WorkerMessage } from "./sandboxOptions.ts";

export interface StartOptions extends SandboxOptions {
	/** The worker's script: dist/sandboxWorker.js, or server/sandboxWorker.ts where sources run. */
	readonly worker: string;
	/** Told of what should not have happened inside. */
	readonly log?: (text: string) => void;
}

export interface RunningSandbox {
	/** "http://127.0.0.1:50000"; the Web API is `/api/data/v9.2/` below it. */
	readonly url: string;
	/** The bearer token of this start. */
	readonly token: string;
	/** True where another process (another window) runs it and this one only uses it. */
	readonly attached: boolean;
	readonly control: SandboxControl;
	/** When it has ended: by `close`, or by itself with the reason. Never for an attached one. */
	readonly ended: Promise<string | undefined>;
	/** Ends it and gives its file back. An attached one goes on. */
	close(): Promise<void>;
}

/** Why a sandbox did not start. The message is one English sentence for people. */
export class SandboxStartError extends Error {
	readonly problem: StartProblem;

	constructor(problem: StartProblem, text: string) {
		super(text);
		this.name = "SandboxStartError";
		this.problem = problem;
	}
}

/** How long a file may be locked by a server that does not answer (it is starting or ending), milliseconds. */
const patience = 10_000;
const pause = 50;

/**
 * Starts a sandbox in a thread of its own, or attaches to the one that has the file already. Two that start at a time
 * are no danger: the database's lock decides, and the other attaches. Rejects with SandboxStartError.
 */
export async function startSandbox(options: StartOptions): Promise<RunningSandbox> {
	const { file } = options;
	const end = performance.now() + patience;
	for (;;) {
		// Asking first spares a thread where another process has the file.
		const running = file === undefined ? undefined : await attachSandbox(file);
		if (running !== undefined) return running;
		try {
			return await startWorker(options);
		} catch (error) {
			const isInUse = error instanceof SandboxStartError && error.problem === "inUse";
			if (!isInUse || performance.now() > end) throw error;
		}
		await delay(pause);
	}
}

/** The sandbox that runs on that file already, in whatever process: the one that the lock file names, if it answers. */
export async function attachSandbox(file: string): Promise<RunningSandbox | undefined> {
	const announcement = readAnnouncement(file);
	if (announcement === undefined) return undefined;
	const { url, token, instance } = announcement;
	const control = new SandboxControl(url, token);
	try {
		if ((await control.status()).instance !== instance) return undefined;
	} catch {
		return undefined;
	}
	return { url, token, attached: true, control, ended: new Promise(() => undefined), close: () => Promise.resolve() };
}

async function startWorker({ worker: script, log, ...options }: StartOptions): Promise<RunningSandbox> {
	const worker = new Worker(script, { workerData: options });
	const ended = new Promise<string | undefined>((resolve) => {
		worker.once("error", (error: unknown) => {
			resolve(error instanceof Error ? error.message : String(error));
		});
		worker.once("exit", (code) => {
			resolve(code === 0 ? undefined : String(code));
		});
	});
	const ready = new Promise<Extract<WorkerMessage, { kind: "ready" }>>((resolve, reject) => {
		worker.on("message", (message: WorkerMessage) => {
			if (message.kind === "log") log?.(message.text);
			else if (message.kind === "ready") resolve(message);
			else reject(new SandboxStartError(message.problem, message.text));
		});
		void ended.then((reason) => {
			reject(new SandboxStartError("ended", english(workerEnded(reason ?? ""))));
		});
	});
	const { url, token } = await ready;
	const close = async (): Promise<void> => {
		worker.postMessage("close" satisfies WorkerCommand);
		await ended;
	};
	return { url, token, attached: false, control: new SandboxControl(url, token), ended, close };
}
