import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { gunzip, inflate } from "node:zlib";
import { bodyNotDecoded, bodyTooLarge, encodingNotSupported, requestTooSlow } from "./serverRefusals.ts";

const decoders = { gzip: promisify(gunzip), "x-gzip": promisify(gunzip), deflate: promisify(inflate) } as const;

/**
 * The body of a request, decoded; undefined where there is none. Larger ones than `limit` bytes are refused as soon as it
 * is known, also when only decoding makes them so. Rejects with the refusal, or with the socket's error.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
	if (isTooLarge(request, limit) && request.headers.expect !== undefined) throw bodyTooLarge(limit);
	const body = await bytesOf(request, limit);
	return body.length === 0 ? undefined : await decoded(body, request.headers["content-encoding"], limit);
}

/** Whether the request itself says that its body is larger; who asked whether to send it need not send it then. */
export function isTooLarge({ headers }: IncomingMessage, limit: number): boolean {
	return Number(headers["content-length"] ?? 0) > limit;
}

/**
 * What is over the limit goes on arriving and is thrown away, up to as much again: a connection that is cut while the
 * client still sends takes the answer with it.
 */
async function bytesOf(request: IncomingMessage, limit: number): Promise<Buffer> {
	return await new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		let size = 0;
		request.on("data", (chunk: Buffer) => {
			size += chunk.length;
			if (size <= limit) {
				chunks.push(chunk);
				return;
			}
			chunks.length = 0;
			if (size > limit * 2) reject(bodyTooLarge(limit));
		});
		request.once("end", () => {
			if (size > limit) reject(bodyTooLarge(limit));
			else resolve(Buffer.concat(chunks));
		});
		request.once("error", reject);
		request.once("close", () => {
			reject(requestTooSlow());
		});
	});
}

async function decoded(body: Buffer, encoding: string | undefined, limit: number): Promise<Buffer> {
	const name = encoding?.trim().toLowerCase() ?? "identity";
	if (name === "" || name === "identity") return body;
	if (!isKnown(name)) throw encodingNotSupported(name);
	try {
		return await decoders[name](body, { maxOutputLength: limit });
	} catch (error) {
		const isTooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
		throw isTooLarge ? bodyTooLarge(limit) : bodyNotDecoded(name);
	}
}

function isKnown(name: string): name is keyof typeof decoders {
	return Object.hasOwn(decoders, name);
}
