/** A server that does what a test wants with each connection or request, and knows how many are open. */
import { createServer as createHttpServer, type RequestListener } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from "node:net";
import type { KeyPair } from "../identity/certificates.ts";

export interface BareServer {
	/** "http://127.0.0.1:50000" */
	readonly origin: string;
	readonly port: number;
	/** Connections since the beginning. */
	readonly connections: number;
	/** Resolves as soon as so many connections have been closed. */
	closed(count: number): Promise<void>;
	close(): Promise<void>;
}

/** With a key it speaks TLS. */
export async function httpServer(listener: RequestListener, tls?: KeyPair): Promise<BareServer> {
	const server = tls === undefined ? createHttpServer(listener) : createHttpsServer({ ...tls }, listener);
	return await listening(server, tls === undefined ? "http" : "https");
}

/** Is given each connection as it is, before anything is read. */
export async function tcpServer(connected: (socket: Socket) => void, scheme: "http" | "https"): Promise<BareServer> {
	return await listening(createTcpServer(connected), scheme);
}

async function listening(server: Server, scheme: string): Promise<BareServer> {
	const sockets = new Set<Socket>();
	const watchers = new Set<() => void>();
	let connections = 0;
	let gone = 0;
	server.on("connection", (socket: Socket) => {
		connections += 1;
		sockets.add(socket);
		socket.on("error", () => undefined);
		socket.once("close", () => {
			sockets.delete(socket);
			gone += 1;
			for (const watcher of watchers) watcher();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		origin: `${scheme}://127.0.0.1:${port}`,
		port,
		get connections() {
			return connections;
		},
		closed: (count) =>
			new Promise((resolve) => {
				const look = (): void => {
					if (gone < count) return;
					watchers.delete(look);
					resolve();
				};
				watchers.add(look);
				look();
			}),
		close: async () => {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
