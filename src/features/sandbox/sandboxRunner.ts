import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ExtensionContext, LogOutputChannel } from "vscode";
import { StoredState } from "../../host/storedState.ts";
import {
	attachSandbox,
	type RunningSandbox,
	SandboxStartError,
	startSandbox,
} from "../../sandbox/server/startSandbox.ts";
import { portOf, storedPort } from "./sandboxPort.ts";
import { openKey } from "./sandboxState.ts";

/** How many sample rows a new sandbox has, and the number that they follow from. */
export const sampleRows = 1000;
export const sampleSeed = 1;

/** How often it is asked whether a sandbox of another window is still there, milliseconds. */
const askAgain = 3000;

interface Parts {
	readonly context: ExtensionContext;
	readonly log: LogOutputChannel;
	/** Told when it has started or ended, with the reason where it ended by itself. */
	readonly changed: (running: RunningSandbox | undefined, reason?: string) => void;
}

/**
 * The one sandbox of this machine's user as this window sees it: started here, or found in another window. Server and
 * database are in a worker thread; nothing here waits for either.
 */
export class SandboxRunner {
	readonly #parts: Parts;
	readonly #port: StoredState<number>;
	#running: RunningSandbox | undefined;
	#starting: Promise<RunningSandbox> | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(parts: Parts) {
		this.#parts = parts;
		this.#port = new StoredState(parts.context.globalState, storedPort);
	}

	get running(): RunningSandbox | undefined {
		return this.#running;
	}

	/** The database file; its lock file lies beside it. */
	get file(): string {
		return join(this.#parts.context.globalStorageUri.fsPath, "sandbox", "sandbox.db");
	}

	/** Starts it or finds the one that runs. Rejects with SandboxStartError. */
	async start(): Promise<RunningSandbox> {
		if (this.#running !== undefined) return this.#running;
		this.#starting ??= this.#startOrAttach();
		try {
			return await this.#starting;
		} finally {
			this.#starting = undefined;
		}
	}

	/** Ends it in whatever window it runs. */
	async stop(): Promise<void> {
		const running = this.#running ?? (await attachSandbox(this.file));
		this.#forget();
		await this.#parts.context.workspaceState.update(openKey, undefined);
		if (running === undefined) return;
		// What does not answer any more has stopped already.
		if (running.attached) await running.control.stop().catch(() => undefined);
		else await running.close();
	}

	/** Ends it and removes its files. */
	async remove(): Promise<void> {
		await this.stop();
		await this.#port.remove();
		await rm(dirname(this.file), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
	}

	dispose(): void {
		const running = this.#running;
		this.#forget();
		void running?.close();
	}

	async #startOrAttach(): Promise<RunningSandbox> {
		const { context, log } = this.#parts;
		await mkdir(dirname(this.file), { recursive: true });
		const running = await this.#startAtPort(this.#port.read());
		await this.#port.write(portOf(running.url));
		await context.workspaceState.update(openKey, { version: 1, data: true });
		log.info(`Sandbox ${running.attached ? "of another window" : "started"} at ${running.url}`);
		this.#running = running;
		this.#watch(running);
		this.#parts.changed(running);
		return running;
	}

	/** A port that somebody else has by now is no reason not to start. */
	async #startAtPort(port: number): Promise<RunningSandbox> {
		const { context, log } = this.#parts;
		const options = {
			worker: context.asAbsolutePath(join("dist", "sandboxWorker.js")),
			bundle: context.asAbsolutePath(join("media", "schema", "schema.dvs")),
			file: this.file,
			rows: sampleRows,
			seed: sampleSeed,
			log: (text: string) => {
				log.error(text);
			},
		};
		try {
			return await startSandbox({ ...options, port });
		} catch (error) {
			if (port === 0 || !(error instanceof SandboxStartError) || error.problem !== "port") throw error;
			return await startSandbox(options);
		}
	}

	#watch(running: RunningSandbox): void {
		if (running.attached) this.#askAgain(running);
		void running.ended.then((reason) => {
			if (this.#running !== running) return;
			this.#forget(reason);
		});
	}

	/** The other window may close at any time, and its sandbox with it: then this one takes it over. */
	#askAgain(running: RunningSandbox): void {
		this.#timer = setTimeout(() => {
			running.control.status().then(
				() => {
					if (this.#running === running) this.#askAgain(running);
				},
				(error: unknown) => {
					if (this.#running !== running) return;
					// One that is there and busy (an import of a million rows) answers late.
					if (error instanceof Error && error.name === "TimeoutError") {
						this.#askAgain(running);
						return;
					}
					this.#forget();
					this.start().catch((error: unknown) => {
						this.#parts.log.error(error instanceof Error ? error : String(error));
					});
				},
			);
		}, askAgain);
	}

	#forget(reason?: string): void {
		clearTimeout(this.#timer);
		if (this.#running === undefined) return;
		this.#running = undefined;
		this.#parts.changed(undefined, reason);
	}
}
