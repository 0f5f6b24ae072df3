import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { ProcessGroup } from "../../support/childProcess.ts";
import { projectFolder } from "../../support/sharedFolder.ts";

/** Starts `npm start` the way its script does, and gives what it has printed once `until` is in it. */
async function start(
	until: RegExp,
	{ env = {}, args = [] }: { readonly env?: NodeJS.ProcessEnv; readonly args?: readonly string[] } = {},
): Promise<{ group: ProcessGroup; printed: string }> {
	const launcher = join(projectFolder, "test", "support", "node.mjs");
	const script = join(projectFolder, "test", "support", "start.ts");
	const group = new ProcessGroup(process.execPath, [launcher, script, "--no-browser", ...args], {
		cwd: projectFolder,
		env: { ...process.env, ...env },
	});
	const printed = await new Promise<string>((resolve, reject) => {
		let text = "";
		group.onOutput((piece) => {
			text += piece;
			if (until.test(text)) resolve(text);
		});
		void group.exited.then((code) => {
			reject(new Error(`It ended with ${code}:\n${text}`));
		});
	});
	return { group, printed };
}

/** Processes of this machine that were started with that name in their environment. */
async function leftOver(marker: string): Promise<string[]> {
	const found: string[] = [];
	for (const pid of await readdir("/proc")) {
		const environment = await readFile(join("/proc", pid, "environ"), "utf8").catch(() => "");
		if (environment.includes(marker)) found.push(pid);
	}
	return found;
}

describe("npm start", () => {
	it("shows VS Code until Ctrl+C, which stops everything", async () => {
		const marker = `DVW_START_TEST_${process.pid}`;
		const { group, printed } = await start(/Ctrl\+C/, { env: { [marker]: "1" } });
		const url = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(printed)?.[0] ?? "";
		match(url, /sampleWorkspace$/);
		equal((await fetch(url)).status, 200);

		// A terminal sends it to the whole group, so the script gets it twice: from the terminal and from its launcher.
		group.kill("SIGINT");
		equal(await group.exited, 0);
		await rejects(fetch(url));
		if (process.platform === "linux") deepEqual(await leftOver(marker), []);
	});

	it("has a sandbox behind an OpenID provider where it is asked for", async () => {
		const { group, printed } = await start(/Ctrl\+C/, { args: ["--identity"] });
		match(printed, /Add this environment:\n {2}https:\/\/localhost:\d+\n/);
		match(printed, /ada@contoso\.test +\S+\n/);
		match(printed, /client id [\da-f-]{36}\n {2}\S+\.pem\n/);
		group.kill("SIGINT");
		equal(await group.exited, 0);
	});

	it("can be stopped while it still builds", async () => {
		const { group } = await start(/Building/);
		group.kill("SIGINT");
		equal(await group.exited, 0);
	});
});
