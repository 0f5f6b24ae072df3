import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { systemCode } from "../../disk/systemCode.ts";

/** What became of listening: the port, or the system's reason why not. */
export type Listening = { readonly ok: true; readonly port: number } | { readonly ok: false; readonly reason: string };

/** Listens on 127.0.0.1 only. @param port 0 for a free one. */
export async function listen(server: Server, port: number): Promise<Listening> {
	return await new Promise((resolve) => {
		server.once("error", (error) => {
			resolve({ ok: false, reason: systemCode(error) });
		});
		server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
			resolve({ ok: true, port: portOf(server) });
		});
	});
}

/** Of a server that listens. */
export function portOf(server: Server): number {
	return (server.address() as AddressInfo).port;
}

/** How long requests under way may take when the server closes, milliseconds. */
const grace = 2000;

/** Takes no more requests, lets those under way end, and then cuts what is left. */
export async function stopListening(server: Server): Promise<void> {
	await new Promise<void>((resolve) => {
		const timer = setTimeout(() => {
			server.closeAllConnections();
		}, grace);
		server.close(() => {
			clearTimeout(timer);
			resolve();
		});
		server.closeIdleConnections();
	});
}
