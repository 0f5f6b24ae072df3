import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { hostNotAllowed, originNotAllowed, tokenNeeded } from "./serverRefusals.ts";

/**
 * Decides who may speak to the server at all. A web page that a person visits can send requests to 127.0.0.1 (and, by a
 * DNS name that changes its address, read the answers), so the server answers to its own names only, and to no page.
 */
export class Guard {
	readonly #hosts: ReadonlySet<string>;
	readonly #token: Buffer;

	constructor(port: number, token: string) {
		this.#hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
		this.#token = digest(token);
	}

	/** Throws the refusal where the request may not pass. */
	check({ host = "", origin, authorization = "" }: IncomingHttpHeaders): void {
		if (!this.#hosts.has(host.toLowerCase())) throw hostNotAllowed(host);
		if (origin !== undefined && !this.#hosts.has(origin.toLowerCase().replace(/^http:\/\//, ""))) {
			throw originNotAllowed(origin);
		}
		const [, token] = /^Bearer +(\S+) *$/i.exec(authorization) ?? [];
		if (token === undefined || !timingSafeEqual(digest(token), this.#token)) throw tokenNeeded(`http://${host}`);
	}
}

/** Of one length whatever the token, as a comparison in constant time needs. */
function digest(token: string): Buffer {
	return createHash("sha256").update(token).digest();
}
