import { deepEqual } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { projectFolder } from "../../support/sharedFolder.ts";

describe("MSAL", function () {
	this.timeout(60_000);

	it("is loaded with the first token that has to be fetched, and not before", () => {
		const script = join(projectFolder, "test", "support", "identity", "msalLoads.ts");
		const { stdout, stderr } = spawnSync(process.execPath, [...process.execArgv, script], { encoding: "utf8" });
		deepEqual(stdout.trim().split(/\r?\n/), ["before: false, signInNeeded", "after: true"], stderr);
	});
});
