import { cp } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "./sharedFolder.ts";

/** Copies the sample workspace into a folder, so that what happens in it does not change the checkout. */
export async function copySampleWorkspace(into: string): Promise<string> {
	const copy = join(into, "sampleWorkspace");
	await cp(join(projectFolder, "test", "fixtures", "sampleWorkspace"), copy, { recursive: true });
	return copy;
}
