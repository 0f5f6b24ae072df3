import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { announcementPath, readAnnouncement } from "../../../src/sandbox/server/announcement.ts";
import { SandboxStartError } from "../../../src/sandbox/server/startSandbox.ts";
import { formatVersion, openDatabase } from "../../../src/sandbox/storage/openDatabase.ts";
import { runSandbox, send } from "../../support/sandbox/runningSandbox.ts";
import { type SandboxFacts, sandboxProcess } from "../../support/sandbox/sandboxProcess.ts";
import { type ScratchFolder, scratchFolder } from "../../support/scratchFolder.ts";

const accounts = "/api/data/v9.2/accounts";
const post = { method: "POST", headers: { "content-type": "application/json" }, body: '{"name":"kept"}' };

async function names(of: Pick<SandboxFacts, "url" | "token">): Promise<readonly string[]> {
	const { body } = await send(of, `${accounts}?$select=name`);
	return (JSON.parse(body.toString("utf8")) as { value: readonly { name: string }[] }).value.map(({ name }) => name);
}

describe("a sandbox on a file", function () {
	this.timeout(120_000);
	let folder: ScratchFolder;
	let file: string;
	beforeEach(async () => {
		folder = await scratchFolder("lock");
		file = join(folder.path, "sandbox.db");
	});
	afterEach(() => {
		folder.remove();
	});

	it("is shared by a second process, and gone with the first", async () => {
		const first = sandboxProcess("--file", file, "--rows", "0");
		const facts = await first.facts;
		assert.ok(facts !== undefined && !facts.attached);
		assert.equal((await send(facts, accounts, post)).status, 204);
		if (process.platform !== "win32") assert.equal(statSync(announcementPath(file)).mode & 0o777, 0o600);

		const second = sandboxProcess("--file", file);
		assert.deepEqual(await second.facts, { ...facts, attached: true });
		assert.equal((await second.exited).code, 0);

		const here = await runSandbox({ file });
		assert.deepEqual([here.attached, here.url, here.token], [true, facts.url, facts.token]);
		assert.equal((await here.control.status()).file, file);
		await here.close();
		assert.deepEqual(await names(facts), ["kept"], "closing an attached one ends nothing");

		first.kill("SIGTERM");
		assert.equal((await first.exited).code, 0);
		assert.equal(existsSync(announcementPath(file)), false);
		await assert.rejects(send(facts, accounts));

		const next = await runSandbox({ file });
		assert.equal(next.attached, false);
		assert.notEqual(next.token, facts.token);
		assert.deepEqual(await names(next), ["kept"]);
		await next.close();
	});

	it("is taken over when its server was killed", async () => {
		const first = sandboxProcess("--file", file, "--rows", "0");
		const facts = await first.facts;
		assert.ok(facts !== undefined);
		assert.equal((await send(facts, accounts, post)).status, 204);
		first.kill("SIGKILL");
		await first.exited;
		assert.equal(readAnnouncement(file)?.url, facts.url, "a dead server's lock file stays behind");

		const next = await runSandbox({ file });
		assert.equal(next.attached, false);
		assert.deepEqual(await names(next), ["kept"]);
		assert.equal(readAnnouncement(file)?.url, next.url);
		await next.close();
	});

	it("has one server when many start at a time, also over a dead lock", async () => {
		for (const dead of [false, true]) {
			if (dead)
				writeFileSync(
					announcementPath(file),
					JSON.stringify({ version: 1, instance: "x", url: "http://127.0.0.1:9", token: "t", pid: 1 }),
				);
			const started = Array.from({ length: 4 }, () => sandboxProcess("--file", file, "--rows", "0"));
			const facts = await Promise.all(started.map((each) => each.facts));
			assert.equal(facts.filter((each) => each?.attached === false).length, 1);
			assert.equal(new Set(facts.map((each) => `${each?.url} ${each?.token}`)).size, 1);
			// Those that found another one end by themselves.
			started[facts.findIndex((each) => each?.attached === false)]?.kill("SIGTERM");
			for (const each of started) assert.equal((await each.exited).code, 0);
		}
	});

	it("is not mistaken for another server on the port of a dead one", async () => {
		const other = createServer((_request, response) => response.end('{"instance":"other"}')).listen(0, "127.0.0.1");
		await new Promise((resolve) => other.once("listening", resolve));
		const { port } = other.address() as AddressInfo;
		const lock = { version: 1, instance: "x", url: `http://127.0.0.1:${port}`, token: "t", pid: 1 };
		writeFileSync(announcementPath(file), JSON.stringify(lock));
		const sandbox = await runSandbox({ file });
		assert.equal(sandbox.attached, false);
		await sandbox.close();
		other.close();
		other.closeAllConnections();
	});

	it("is kept from a second one in the same process", async () => {
		const first = await runSandbox({ file });
		const second = await runSandbox({ file });
		assert.deepEqual([second.attached, second.url], [true, first.url]);
		await first.close();
	});

	it("is left alone where a newer version made it, or where it is something else", async () => {
		const opened = openDatabase(file);
		assert.ok(opened.ok);
		opened.database.define(`CREATE TABLE t (a); PRAGMA user_version = ${formatVersion + 1}`);
		opened.database.close();
		const text = join(folder.path, "notes.txt");
		writeFileSync(text, "Notes that somebody needs.\n".repeat(100));
		const foreign = join(folder.path, "foreign.db");
		const made = openDatabase(foreign);
		assert.ok(made.ok);
		made.database.define("CREATE TABLE t (a); PRAGMA application_id = 7");
		made.database.close();

		const cases = [
			[file, "newerFile", /newer version/],
			[text, "notASandbox", /no sandbox database/],
			[foreign, "notASandbox", /no sandbox database/],
			[join(folder.path, "no", "folder.db"), "unusable", /cannot be opened/],
		] as const;
		for (const [path, problem, message] of cases) {
			const before = existsSync(path) ? readFileSync(path) : undefined;
			await assert.rejects(runSandbox({ file: path }), (error: unknown) => {
				assert.ok(error instanceof SandboxStartError);
				assert.equal(error.problem, problem);
				assert.match(error.message, message);
				return true;
			});
			if (before !== undefined) assert.ok(before.equals(readFileSync(path)), path);
		}
	});

	it("does not start on a port that is taken, with wrong faults or without its schema", async () => {
		const first = await runSandbox();
		const port = Number(new URL(first.url).port);
		const blocked = join(folder.path, "blocked.db");
		mkdirSync(announcementPath(blocked));
		const cases = [
			[{ port, file }, "port"],
			[{ fault: "501" }, "fault"],
			[{ bundle: join(folder.path, "missing.dvs") }, "schema"],
			[{ worker: join(folder.path, "missing.ts") }, "ended"],
			[{ file: blocked }, "unusable"],
		] as const;
		for (const [options, problem] of cases)
			await assert.rejects(runSandbox(options), (error: unknown) => {
				assert.ok(error instanceof SandboxStartError, String(error));
				assert.equal(error.problem, problem);
				return true;
			});
		const again = openDatabase(file);
		assert.ok(again.ok, "a start that failed gives its file back");
		again.database.close();
		await first.close();
	});
});
