import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { RandomAccess } from "../core/schema/bundle/bundleTools.ts";

/** An open file, read in pieces. It stays the same file when another one is moved over its name meanwhile. */
export interface RandomAccessFile extends RandomAccess {
	/** Reading after this throws. Closing twice does nothing. */
	readonly close: () => void;
}

/** Opens a file for reading. Throws the system's error. */
export function randomAccessFile(path: string): RandomAccessFile {
	const descriptor = openSync(path, "r");
	let open = true;
	const close = (): void => {
		if (open) closeSync(descriptor);
		open = false;
	};
	try {
		return {
			size: fstatSync(descriptor).size,
			read: (offset, length) => {
				// The number of a closed descriptor may already belong to another file.
				if (!open) throw new Error("closed");
				const bytes = Buffer.allocUnsafe(length);
				return bytes.subarray(0, readSync(descriptor, bytes, 0, length, offset));
			},
			close,
		};
	} catch (error) {
		close();
		throw error;
	}
}
