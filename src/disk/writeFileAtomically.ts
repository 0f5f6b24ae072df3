import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";

/**
 * Writes a file so that its path holds either what was there before or all of the new bytes, also after a power cut:
 * a new file beside it, flushed, then moved over it. Throws the system's error, and leaves no new file then.
 *
 * @param mode who may read and write it, where the system knows that; 0o600 for what is nobody else's business.
 */
export function writeFileAtomically(path: string, bytes: Uint8Array, mode = 0o666): void {
	const beside = `${path}.${randomUUID()}.tmp`;
	try {
		const descriptor = openSync(beside, "wx", mode);
		try {
			for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
			fsyncSync(descriptor);
		} finally {
			closeSync(descriptor);
		}
		renameSync(beside, path);
	} catch (error) {
		rmSync(beside, { force: true });
		throw error;
	}
}
