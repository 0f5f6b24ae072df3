import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { gunzip, inflate } from "node:zlib";
import { bodyNotDecoded, bodyTooLarge, encodingNotSupported } from "./serverRefusals.ts";

const decoders = { gzip: promisify(gunzip), "x-gzip": promisify(gunzip), deflate: promisify(inflate) } as const;

/**
 * The body of a request, decoded; undefined where there is none. Larger ones than `limit` bytes are refused as soon as it
 * is known, also when only decoding makes them so. Rejects with the refusal, or with the socket's error.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
	if (Number(request.headers["content-length"] ?? 0) > limit) throw bodyTooLarge(limit);
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > limit) throw bodyTooLarge(limit);
		chunks.push(chunk);
	}
	if (size === 0) return undefined;
	return await decoded(Buffer.concat(chunks), request.headers["content-encoding"], limit);
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
