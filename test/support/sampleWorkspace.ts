import { cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectFolder } from "./sharedFolder.ts";

/** A copy of the sample workspace in a temporary folder, so that what happens in it does not change the checkout. */
export async function copySampleWorkspace(into?: string): Promise<string> {
	const copy = join(into ?? (await mkdtemp(join(tmpdir(), "dvw-sample-"))), "sampleWorkspace");
	await cp(join(projectFolder, "test", "fixtures", "sampleWorkspace"), copy, { recursive: true });
	return copy;
}
