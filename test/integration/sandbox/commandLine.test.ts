import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { runToEnd } from "../../support/childProcess.ts";
import { projectFolder } from "../../support/sharedFolder.ts";
import { send } from "../../support/sandbox/runningSandbox.ts";

describe("dvw sandbox", function () {
	this.timeout(60_000);

	it("says what is missing where Node has no SQLite", async () => {
		const args = [...process.execArgv, "--no-experimental-sqlite", "src/cli.ts", "sandbox"];
		const { code, output } = await runToEnd(process.execPath, args, { cwd: projectFolder });
		assert.equal(code, 1);
		assert.match(output, /^The sandbox needs the SQLite that comes with Node\.js 22\.13 and later\./);
	});

	it("prints where it is, and runs until Ctrl+C", async () => {
		const child = spawn(
			process.execPath,
			[...process.execArgv, "src/cli.ts", "sandbox", "--rows", "200", "--seed", "3"],
			{
				cwd: projectFolder,
				stdio: ["ignore", "pipe", "pipe"],
			},
		);
		let out = "";
		let err = "";
		const exited = new Promise<number | null>((resolve) => child.once("close", resolve));
		const printed = new Promise<void>((resolve) => {
			child.stdout.setEncoding("utf8").on("data", (text: string) => {
				out += text;
				if (out.includes("curl")) resolve();
			});
		});
		child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
		await Promise.race([printed, exited]);

		const [, url = "", token = ""] =
			/^Web API {2}(http:\/\/127\.0\.0\.1:\d+)\/api\/data\/v9\.2\/\nToken {4}(\S+)\nTry /.exec(out) ?? [];
		assert.notEqual(token, "", `${out}\n${err}`);
		const { body } = await send({ url, token }, "/api/data/v9.2/accounts?$select=name&$top=3");
		assert.equal((JSON.parse(body.toString("utf8")) as { value: unknown[] }).value.length, 3);

		child.kill("SIGINT");
		assert.equal(await exited, 0);
		assert.equal(err, "The sandbox runs until Ctrl+C. Send the token as “Authorization: Bearer TOKEN”.\n");
	});
});
