import { closeSync, openSync, readSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";

export interface FollowedFile {
	readonly path: string;
	/** Reports what has come since the last look, and looks no more. */
	stop(): void;
}

/** Reports what another process appends to a file, ten times a second. The file may come into being later. */
export function followFile(path: string, onText: (text: string) => void): FollowedFile {
	const chunk = Buffer.alloc(65_536);
	const decoder = new StringDecoder("utf8");
	let position = 0;
	const look = () => {
		let file: number;
		try {
			file = openSync(path, "r");
		} catch {
			return;
		}
		for (let size = -1; size !== 0;) {
			size = readSync(file, chunk, 0, chunk.length, position);
			position += size;
			if (size > 0) onText(decoder.write(chunk.subarray(0, size)));
		}
		closeSync(file);
	};
	const timer = setInterval(look, 100);
	return {
		path,
		stop() {
			clearInterval(timer);
			look();
		},
	};
}
