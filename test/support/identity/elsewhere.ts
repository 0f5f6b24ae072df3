import type { KeyPair } from "./certificates.ts";
import { listenTls } from "./listenTls.ts";

/** A server of somebody else, which must never be sent a token. Remembers everything that it is sent. */
export interface Elsewhere {
	readonly origin: string;
	/** Whole requests as text: first line, headers. */
	readonly requests: string[];
	readonly close: () => Promise<void>;
}

export async function startElsewhere(certificate: KeyPair): Promise<Elsewhere> {
	const requests: string[] = [];
	const server = await listenTls(certificate, ({ method, url, rawHeaders }, response) => {
		requests.push(`${method ?? ""} ${url ?? ""} ${rawHeaders.join(" ")}`);
		response.writeHead(200, { "content-type": "application/json" });
		response.end('{"value":[]}');
	});
	return { ...server, requests };
}
