import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface ScratchFolder {
	readonly path: string;
	/** Removes it with all that is in it. Processes that are just ending may still write into it for a moment. */
	readonly remove: () => void;
}

/** A new folder of the machine's temporary folder. It goes with this process at the latest. */
export async function scratchFolder(name: string): Promise<ScratchFolder> {
	const path = await mkdtemp(join(tmpdir(), `dvw-${name}-`));
	const remove = () => {
		process.off("exit", remove);
		rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
	};
	process.once("exit", remove);
	return { path, remove };
}
