/** Material beside the project that only some machines have: `DVW_SHARED`, or the folder `shared` next to the checkout. */
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's own folder. */
export const projectFolder = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");

/**
 * Path of something in the shared folder, or undefined where it is not on this machine. Coverage counts without it:
 * `DVW_SHARED=none` hides it.
 */
export function sharedPath(relative: string): string | undefined {
	const folder = process.env.DVW_SHARED ?? join(projectFolder, "..", "shared");
	const path = join(folder, relative);
	return folder !== "none" && existsSync(path) ? path : undefined;
}
