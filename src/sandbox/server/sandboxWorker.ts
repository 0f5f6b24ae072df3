/** Where the sandbox lives: a thread of its own, since its database is synchronous and would stop the caller's. */
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { english } from "../../words/message.ts";
import { hostSandbox } from "./hostSandbox.ts";
import type { SandboxOptions, WorkerMessage } from "./sandboxOptions.ts";

if (parentPort !== null) void run(parentPort, workerData as SandboxOptions);

async function run(port: MessagePort, options: SandboxOptions): Promise<void> {
	const tell = (message: WorkerMessage): void => {
		port.postMessage(message);
	};
	const hosting = await hostSandbox(options, (error) => {
		tell({ kind: "log", text: error instanceof Error ? (error.stack ?? error.message) : String(error) });
	});
	if (hosting.ok) {
		const { url, token } = hosting.sandbox;
		tell({ kind: "ready", url, token });
		port.once("message", () => {
			void hosting.sandbox.close();
		});
		await hosting.sandbox.ended;
		port.close();
	} else {
		tell({ kind: "failed", problem: hosting.problem, text: english(hosting.message) });
		port.close();
	}
}
