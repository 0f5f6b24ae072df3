import { equal, match, ok } from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { packagedExtension } from "../support/build.ts";
import { ProcessGroup, type RunOptions, runToEnd } from "../support/childProcess.ts";
import { runNpm } from "../support/npm.ts";
import { projectFolder } from "../support/sharedFolder.ts";
import { scratchFolder } from "../support/scratchFolder.ts";

/** What people get who install the project as a command line, on the Node that runs this test. */
describe(`the npm package on Node ${process.versions.node}`, function () {
	this.timeout(120_000);
	let folder = "";

	before(async () => {
		await packagedExtension();
		const temporary = await scratchFolder("npm");
		folder = temporary.path;
		after(temporary.remove);
		const pack = await runNpm(["pack", "--pack-destination", folder], { cwd: projectFolder });
		equal(pack.code, 0, pack.output);
		const archive = (await readdir(folder)).find((name) => name.endsWith(".tgz"));
		ok(archive, "npm pack has made nothing");
		await writeFile(join(folder, "package.json"), '{"private":true}');
		const install = await runNpm(["install", "--prefix", folder, `./${archive}`], { cwd: folder });
		equal(install.code, 0, install.output);
	});

	/** The command as a shell finds it, with the Node of this process as the `node` in PATH. */
	function installed(): { readonly command: string; readonly options: RunOptions } {
		const env = { ...process.env, PATH: dirname(process.execPath) + delimiter + (process.env.PATH ?? "") };
		const windows = process.platform === "win32";
		const command = join(folder, "node_modules", ".bin", windows ? "dvw.cmd" : "dvw");
		return { command, options: { cwd: folder, env, shell: windows } };
	}

	/** Runs it to its end. */
	async function dvw(...args: readonly string[]) {
		const { command, options } = installed();
		return await runToEnd(command, args, options);
	}

	it("brings no other package along", async () => {
		const packages = await readdir(join(folder, "node_modules"));
		equal(packages.filter((name) => !name.startsWith(".")).join(), "dataverse-workbench");
	});

	it("holds no source and no tool", async () => {
		const inside = await readdir(join(folder, "node_modules", "dataverse-workbench"));
		const expected = /^(dist|media|package\.json|LICENSE|NOTICE|README\.md|CHANGELOG\.md)$/;
		equal(inside.filter((name) => !expected.test(name)).join(), "");
	});

	it("installs a command dvw that tells the version of the package", async () => {
		const { code, output } = await dvw("--version");
		equal(code, 0, output);
		const { version } = JSON.parse(await readFile(join(projectFolder, "package.json"), "utf8")) as { version: string };
		match(output, new RegExp(`\\b${version.replaceAll(".", "\\.")}\\b`));
	});

	it("shows a column of the schema that it brings along", async () => {
		const { code, output } = await dvw("schema", "show", "account.statuscode");
		equal(code, 0, output);
		match(output, /account\.statuscode/);
	});

	it("runs a sandbox", async () => {
		const { command, options } = installed();
		const group = new ProcessGroup(command, ["sandbox", "--json", "--rows", "100"], options);
		let output = "";
		const facts = await new Promise<{ readonly webApi: string; readonly token: string }>((resolve, reject) => {
			group.onOutput((text) => {
				output += text;
				const [line] = /^\{.*\}$/m.exec(output) ?? [];
				if (line !== undefined) resolve(JSON.parse(line) as { webApi: string; token: string });
			});
			void group.exited.then(() => {
				reject(new Error(output));
			});
		});
		const response = await fetch(`${facts.webApi}accounts/$count`, {
			headers: { authorization: `Bearer ${facts.token}` },
		});
		equal(response.status, 200);
		match(await response.text(), /[1-9]\d*$/);
		await group.stop();
	});
});
