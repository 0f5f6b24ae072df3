import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ControlError } from "../../../src/sandbox/server/sandboxControl.ts";
import type { RunningSandbox } from "../../../src/sandbox/server/startSandbox.ts";
import { runSandbox } from "../../support/sandbox/runningSandbox.ts";
import { type ScratchFolder, scratchFolder } from "../../support/scratchFolder.ts";

describe("export and import of a running sandbox", () => {
	let folder: ScratchFolder;
	let sandbox: RunningSandbox;

	before(async () => {
		folder = await scratchFolder("transfer");
		sandbox = await runSandbox({ rows: 400, seed: 1 });
	});

	after(async () => {
		await sandbox.close();
		folder.remove();
	});

	const accounts = async (): Promise<number> => {
		const response = await fetch(`${sandbox.url}/api/data/v9.2/accounts/$count`, {
			headers: { authorization: `Bearer ${sandbox.token}` },
		});
		return Number((await response.text()).replace("\uFEFF", ""));
	};

	it("brings back what was there before a reset", async () => {
		const file = join(folder.path, "whole.json");
		const before = await accounts();
		const steps: number[] = [];
		const rows = await sandbox.control.exportTo(file, { progress: (done) => steps.push(done) });
		assert.ok(rows > 400);
		assert.ok(steps.length > 0);
		await sandbox.control.reset();
		assert.equal(await accounts(), 0);
		assert.equal(await sandbox.control.importFrom(file), rows);
		assert.equal(await accounts(), before);
	});

	it("says what is wrong with a file and changes nothing", async () => {
		const before = await accounts();
		for (const [name, text, expected] of [
			["empty.json", "", /^empty\.json is not complete JSON/],
			["other.json", '{"value":[]}', /^other\.json is no exported sandbox\. Nothing was changed\.$/],
		] as const) {
			const file = join(folder.path, name);
			writeFileSync(file, text);
			await assert.rejects(
				sandbox.control.importFrom(file),
				(error) => error instanceof ControlError && expected.test(error.message),
			);
		}
		await assert.rejects(sandbox.control.importFrom(join(folder.path, "none.json")), { code: "ENOENT" });
		assert.equal(await accounts(), before);
	});

	it("leaves nothing behind where the person gives up", async () => {
		const file = join(folder.path, "given-up.json");
		const abort = new AbortController();
		abort.abort();
		await assert.rejects(sandbox.control.exportTo(file, { signal: abort.signal }), { name: "AbortError" });
		assert.deepEqual(
			readdirSync(folder.path).filter((name) => name.startsWith("given-up")),
			[],
		);
	});

	it("exports chosen tables", async () => {
		const file = join(folder.path, "some.json");
		await sandbox.control.exportTo(file, { tables: ["team"] });
		const { tables } = JSON.parse(readFileSync(file, "utf8")) as {
			readonly tables: readonly { readonly table: string }[];
		};
		assert.deepEqual(
			tables.map(({ table }) => table),
			["team"],
		);
	});

	it("reads and writes no file that a client names", async () => {
		for (const route of ["export?id=../../etc/passwd&offset=0", "export?id=&offset=0", "import?id=/tmp/x&offset=0"]) {
			const method = route.startsWith("export") ? "GET" : "PUT";
			const response = await fetch(`${sandbox.url}/sandbox/${route}`, {
				method,
				headers: { authorization: `Bearer ${sandbox.token}` },
			});
			assert.equal(response.status, 400, route);
		}
	});

	it("tells its tables with their rows", async () => {
		const tables = new Map((await sandbox.control.tables()).map(({ table, rows }) => [table, rows]));
		assert.equal(tables.get("account"), await accounts());
		assert.equal(
			[...tables.keys()].some((name) => name.includes("$")),
			false,
		);
	});

	it("ends when it is asked to, and then its owner knows", async () => {
		const other = await runSandbox();
		await other.control.stop();
		assert.equal(await other.ended, undefined);
		await assert.rejects(other.control.status());
		await other.close();
	});
});
