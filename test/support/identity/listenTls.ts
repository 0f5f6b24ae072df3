import { createServer, type Server } from "node:https";
import type { IncomingMessage, RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { KeyPair } from "./certificates.ts";

export interface TlsServer {
	/** "https://localhost:50000". */
	readonly origin: string;
	readonly close: () => Promise<void>;
}

/** Serves over TLS on a free port of localhost, or of an address that the certificate knows. */
export async function listenTls(
	{ key, cert }: KeyPair,
	listener: RequestListener,
	address = "127.0.0.1",
): Promise<TlsServer> {
	const server = createServer({ key, cert }, listener);
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(0, address, resolve);
	});
	const { family, port } = server.address() as AddressInfo;
	const host = address === "127.0.0.1" ? "localhost" : family === "IPv6" ? `[${address}]` : address;
	return { origin: `https://${host}:${port}`, close: () => closed(server) };
}

async function closed(server: Server): Promise<void> {
	await new Promise<void>((resolve) => {
		server.close(() => {
			resolve();
		});
		server.closeAllConnections();
	});
}

export async function readAll(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}
