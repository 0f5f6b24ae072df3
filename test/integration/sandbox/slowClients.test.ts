import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { Faults } from "../../../src/sandbox/faults/faults.ts";
import { createHttpServer } from "../../../src/sandbox/server/httpServer.ts";
import { listen, stopListening } from "../../../src/sandbox/server/listen.ts";

describe("clients that do not end their requests", () => {
	const beginnings: readonly (readonly [string, string])[] = [
		["in the headers", "POST /api/data/v9.2/accounts HTTP/1.1\r\nhost: here\r\n"],
		["in the body", "POST /api/data/v9.2/accounts HTTP/1.1\r\nhost: here\r\ncontent-length: 10\r\n\r\n{"],
	];
	for (const [where, beginning] of beginnings)
		it(`${where}: they are told, and lose their connection`, async () => {
			const mistakes: unknown[] = [];
			const server = createHttpServer({
				guard: () => undefined,
				answer: () => ({ status: 204, headers: new Map() }),
				faults: new Faults(0),
				bodyLimit: () => 1000,
				log: (mistake) => mistakes.push(mistake),
				newId: randomUUID,
				patience: { headers: 50, request: 50, look: 20 },
			});
			const listening = await listen(server, 0);
			assert.ok(listening.ok);
			const text = await new Promise<string>((resolve, reject) => {
				const socket = connect(listening.port, "127.0.0.1", () => socket.write(beginning));
				let read = "";
				socket.setEncoding("utf8").on("data", (chunk: string) => (read += chunk));
				socket.once("close", () => {
					resolve(read);
				});
				socket.once("error", reject);
			});
			assert.match(text, /^HTTP\/1\.1 408 /);
			assert.match(
				text,
				/\r\nodata-version: 4\.0\r\n[^]*\{"error":\{"code":"","message":"The request did not arrive in time\."\}\}$/,
			);
			await stopListening(server);
			assert.deepEqual(mistakes, []);
		});
});
