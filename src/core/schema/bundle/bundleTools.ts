/** What reading a bundle needs from outside. Any of these may throw on bad input: the codec turns that into a problem. */
export interface ReadingTools {
	/** Undoes `compress`; throws where the result would be longer than `size`. */
	decompress(bytes: Uint8Array, size: number): Uint8Array;
	/** UTF-8 to text. */
	decode(bytes: Uint8Array): string;
	/** CRC-32, unsigned. */
	checksum(bytes: Uint8Array): number;
	/** SHA-256. */
	hash(bytes: Uint8Array): Uint8Array;
}

export interface WritingTools extends Pick<ReadingTools, "checksum" | "hash"> {
	/** Must give the same bytes for the same input each time. */
	compress(bytes: Uint8Array): Uint8Array;
	/** Text to UTF-8. */
	encode(text: string): Uint8Array;
}

/** A file, or bytes in memory, that is read in pieces. `read` may throw and may give fewer bytes at the end. */
export interface RandomAccess {
	/** Bytes. */
	readonly size: number;
	read(offset: number, length: number): Uint8Array;
}

export function bytesInMemory(bytes: Uint8Array): RandomAccess {
	return { size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) };
}
