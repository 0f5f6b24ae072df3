import { Worker } from "node:worker_threads";

/** Sends the same JSON to everybody, in a thread of its own, as the sandbox is. The URL ends with a slash. */
export async function bareServer(body: string): Promise<{ readonly url: string; close(): Promise<unknown> }> {
	const code = `const { createServer } = require("node:http"); const { parentPort, workerData } = require("node:worker_threads");
		const server = createServer((request, response) => {
			response.setHeader("content-type", "application/json");
			response.setHeader("content-length", Buffer.byteLength(workerData));
			response.end(workerData);
		}).listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));`;
	const worker = new Worker(code, { eval: true, workerData: body });
	const port = await new Promise((resolve) => worker.once("message", resolve));
	return { url: `http://127.0.0.1:${String(port)}/`, close: () => worker.terminate() };
}
