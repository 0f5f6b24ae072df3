import type { BundleProblem } from "./bundleProblem.ts";

/**
 * The first bytes of a bundle, numbers little-endian: magic (8), format version (4), checksum (4), length of the file
 * (4), length of the directory (4), content hash (32). Then the directory, then the blocks without gaps.
 *
 * The checksum covers all that follows it up to the end of the directory; the content hash covers everything behind the
 * header.
 */
export interface Header {
	readonly version: number;
	readonly checksum: number;
	readonly fileLength: number;
	readonly directoryLength: number;
	readonly contentHash: Uint8Array;
}

export const headerLength = 56;
export const formatVersion = 1;

/** Where the checksummed bytes begin. */
export const checksummedFrom = 16;

/** Like PNG's: a byte that no text has, a line end that a transfer as text would change, and an end-of-file mark. */
const magic = [0x89, 0x44, 0x56, 0x57, 0x0d, 0x0a, 0x1a, 0x0a];

/** Writes a header into the first bytes of `target`. */
export function writeHeader(target: Uint8Array, header: Header): void {
	target.set(magic, 0);
	const view = new DataView(target.buffer, target.byteOffset, headerLength);
	view.setUint32(8, header.version, true);
	view.setUint32(12, header.checksum, true);
	view.setUint32(16, header.fileLength, true);
	view.setUint32(20, header.directoryLength, true);
	target.set(header.contentHash, 24);
}

/** Reads the header from the first bytes of a file that is `size` bytes long. */
export function readHeader(bytes: Uint8Array, size: number): Header | BundleProblem {
	if (magic.some((byte, index) => index < bytes.length && bytes[index] !== byte)) return { code: "foreign" };
	if (bytes.length === 0) return { code: "foreign" };
	if (bytes.length < headerLength) return { code: "truncated", expected: headerLength, actual: size };
	const view = new DataView(bytes.buffer, bytes.byteOffset, headerLength);
	const version = view.getUint32(8, true);
	if (version > formatVersion) return { code: "newer", version, known: formatVersion };
	const fileLength = view.getUint32(16, true);
	const directoryLength = view.getUint32(20, true);
	if (size < fileLength) return { code: "truncated", expected: fileLength, actual: size };
	if (version < 1 || size > fileLength || headerLength + directoryLength > fileLength) return { code: "damaged" };
	return {
		version,
		checksum: view.getUint32(12, true),
		fileLength,
		directoryLength,
		contentHash: bytes.slice(24, headerLength),
	};
}
