import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { dirname } from "node:path";
import type { ExtensionContext, LogOutputChannel, Memento } from "vscode";
import { SandboxRunner } from "../../../src/features/sandbox/sandboxRunner.ts";
import { openKey } from "../../../src/features/sandbox/sandboxState.ts";
import type { RunningSandbox } from "../../../src/sandbox/server/startSandbox.ts";
import { sandboxFiles } from "../../support/sandbox/runningSandbox.ts";
import { type ScratchFolder, scratchFolder } from "../../support/scratchFolder.ts";

function memento(): Memento {
	const values = new Map<string, unknown>();
	return {
		keys: () => [...values.keys()],
		get: (key: string) => values.get(key),
		update: (key, value) => {
			values.set(key, value);
			return Promise.resolve();
		},
	};
}

/** What all windows of a person have together. */
interface Machine {
	readonly folder: string;
	readonly globalState: Memento;
	readonly logged: string[];
}

/** What a window is to the runner: a part of VS Code's context. */
interface Window {
	readonly runner: SandboxRunner;
	readonly workspaceState: Memento;
	/** Whether a sandbox was there at each change. */
	readonly changes: boolean[];
}

function openWindow({ folder, globalState, logged }: Machine, workspaceState = memento()): Window {
	const changes: boolean[] = [];
	const context = {
		globalState,
		workspaceState,
		globalStorageUri: { fsPath: folder },
		asAbsolutePath: (path: string) => (path.includes("sandboxWorker") ? sandboxFiles.worker : sandboxFiles.bundle),
	} as unknown as ExtensionContext;
	const log = {
		info: (text: string) => logged.push(text),
		error: (text: string) => logged.push(text),
	} as unknown as LogOutputChannel;
	const changed = (running: RunningSandbox | undefined): void => {
		changes.push(running !== undefined);
	};
	return { runner: new SandboxRunner({ context, log, changed }), workspaceState, changes };
}

async function until(holds: () => boolean): Promise<void> {
	while (!holds()) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe("two windows and one sandbox", () => {
	let scratch: ScratchFolder;
	let machine: Machine;
	const windows: Window[] = [];
	const open = (workspaceState?: Memento): Window => {
		const window = openWindow(machine, workspaceState);
		windows.push(window);
		return window;
	};

	beforeEach(async () => {
		scratch = await scratchFolder("windows");
		machine = { folder: scratch.path, globalState: memento(), logged: [] };
	});

	afterEach(async () => {
		for (const { runner } of windows.splice(0)) await runner.stop();
		scratch.remove();
	});

	const accounts = async ({ url, token }: RunningSandbox): Promise<string> => {
		const headers = { authorization: `Bearer ${token}` };
		return await (await fetch(`${url}/api/data/v9.2/accounts/$count`, { headers })).text();
	};

	it("share it, and the one that is left takes it over at the same address", async () => {
		const [first, second] = [open(), open()];
		const started = await first.runner.start();
		const attached = await second.runner.start();
		assert.equal(started.attached, false);
		assert.equal(attached.attached, true);
		assert.equal(attached.token, started.token);
		const before = await accounts(attached);
		first.runner.dispose();
		await until(() => second.runner.running?.attached === false);
		const taken = second.runner.running;
		assert.ok(taken);
		assert.equal(taken.url, started.url);
		assert.notEqual(taken.token, started.token);
		assert.equal(await accounts(taken), before);
		assert.deepEqual(second.changes, [true, false, true]);
	});

	it("stop it from either", async () => {
		const [first, second] = [open(), open()];
		await first.runner.start();
		await second.runner.start();
		await second.runner.stop();
		await until(() => first.runner.running === undefined);
		assert.deepEqual(first.changes, [true, false]);
	});

	it("start it once when both start it at the same time", async () => {
		const [first, second] = [open(), open()];
		const [one, other, again] = await Promise.all([first.runner.start(), second.runner.start(), first.runner.start()]);
		assert.equal(one.url, other.url);
		assert.equal(one, again);
		assert.equal([one, other].filter(({ attached }) => attached).length, 1);
	});

	it("remember in a window that it was open, until it is stopped there", async () => {
		const window = open();
		await window.runner.start();
		assert.ok(window.workspaceState.get(openKey) !== undefined);
		window.runner.dispose();
		assert.ok(window.workspaceState.get(openKey) !== undefined);
		const reloaded = open(window.workspaceState);
		await reloaded.runner.start();
		await reloaded.runner.stop();
		assert.equal(window.workspaceState.get(openKey), undefined);
	});

	it("find another port where somebody took theirs", async () => {
		const first = open();
		const { url } = await first.runner.start();
		await first.runner.stop();
		const other = createServer().listen(Number(new URL(url).port), "127.0.0.1");
		await new Promise((resolve) => other.once("listening", resolve));
		const next = await open().runner.start();
		assert.notEqual(next.url, url);
		other.close();
	});

	it("remove its files from a window that only shares it", async () => {
		const [first, second] = [open(), open()];
		await first.runner.start();
		assert.ok(existsSync(first.runner.file));
		await second.runner.start();
		await second.runner.remove();
		assert.equal(existsSync(dirname(first.runner.file)), false);
	});

	it("never log a token", async () => {
		const { token } = await open().runner.start();
		assert.ok(machine.logged.length > 0);
		assert.equal(
			machine.logged.some((line) => line.includes(token)),
			false,
		);
	});
});
