import { closeSync, openSync, readSync, writeSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import type { RowPlace } from "../sample/rowWriter.ts";
import { exportSandbox } from "./exportSandbox.ts";
import { type ImportOutcome, importSandbox } from "./importSandbox.ts";

const pieceBytes = 256 * 1024;

/** Exports to a file, which is made or written over. Throws the system's error. Answers how many rows. */
export function exportToFile(place: RowPlace, path: string, only?: ReadonlySet<string>): number {
	const file = openSync(path, "w", 0o600);
	try {
		return exportSandbox(
			place,
			(text) => {
				const bytes = Buffer.from(text, "utf8");
				for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
			},
			only,
		);
	} finally {
		closeSync(file);
	}
}

/** Imports from a file, which is read piece by piece. Throws the system's error where it cannot be read. */
export function importFromFile(place: RowPlace, path: string, now: number): ImportOutcome {
	const file = openSync(path, "r");
	const decoder = new StringDecoder("utf8");
	const bytes = Buffer.alloc(pieceBytes);
	let atEnd = false;
	const more = (): string | undefined => {
		if (atEnd) return undefined;
		const read = readSync(file, bytes);
		atEnd = read === 0;
		return atEnd ? decoder.end() : decoder.write(bytes.subarray(0, read));
	};
	try {
		return importSandbox(place, more, now);
	} finally {
		closeSync(file);
	}
}
