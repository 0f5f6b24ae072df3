import { createHash } from "node:crypto";
import { brotliCompressSync, brotliDecompressSync, constants, crc32 } from "node:zlib";
import type { ReadingTools, WritingTools } from "../core/schema/bundle/bundleTools.ts";

/**
 * Fixed, so that the same input gives the same bytes. Quality 5: measured on the whole reference, 9 takes ten times as
 * long for one percent less.
 */
const brotli = {
	[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
	[constants.BROTLI_PARAM_QUALITY]: 5,
	[constants.BROTLI_PARAM_LGWIN]: 20,
};

/** Brotli, CRC-32, SHA-256 and UTF-8 of Node, for the bundle codec. */
export const nodeBundleTools: ReadingTools & WritingTools = {
	compress: (bytes) =>
		brotliCompressSync(bytes, { params: { ...brotli, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
	decompress: (bytes, size) => {
		const full = brotliDecompressSync(bytes, { maxOutputLength: Math.max(size, 1), chunkSize: chunkSizeFor(size) });
		if (full.length !== size) throw new RangeError("length");
		return full;
	},
	encode: (text) => Buffer.from(text, "utf8"),
	decode: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8"),
	checksum: (bytes) => crc32(bytes),
	hash: (bytes) => createHash("sha256").update(bytes).digest(),
};

/** One piece of output for the whole block: with several, Node copies them together. It refuses less than 64 bytes. */
const chunkSizeFor = (size: number): number => Math.max(64, size);
