import { deepEqual, equal, ok } from "node:assert/strict";
import { commands, DataTransfer, env, EventEmitter, TreeItem, Uri, workspace } from "vscode";
import { RequestJournal } from "../../src/core/client/requestJournal.ts";
import { type Environment, sandboxId } from "../../src/core/environment/environment.ts";
import type { SharedEnvironment } from "../../src/core/environment/sharedEnvironments.ts";
import { EnvironmentClients } from "../../src/features/environments/environmentClients.ts";
import { EnvironmentStore } from "../../src/features/environments/environmentStore.ts";
import { EnvironmentTree } from "../../src/features/environments/environmentTree.ts";
import { EnvironmentViews } from "../../src/features/environments/environmentViews.ts";
import { SharedFiles } from "../../src/features/environments/sharedFiles.ts";
import { SignedInUsers } from "../../src/features/environments/signedInUsers.ts";
import { runCommand } from "../../src/host/commands.ts";
import type { SandboxAddress, SandboxSource } from "../../src/host/sandboxSource.ts";
import type { TokenSource } from "../../src/host/tokenSource.ts";
import { FakeMemento } from "./fakeMemento.ts";

const environment = (id: string, more: Partial<Environment> = {}): Environment => ({
	id,
	name: `Environment ${id}`,
	url: `https://${id}.crm4.dynamics.com`,
	kind: "test",
	source: "user",
	...more,
});

/** A sandbox that is not started by anybody here. */
function sandboxAt(running?: SandboxAddress): SandboxSource {
	return { running, onDidChange: new EventEmitter<void>().event, start: () => Promise.resolve(running) };
}

function storeWith(sandbox = sandboxAt()) {
	const [globalState, workspaceState] = [new FakeMemento(), new FakeMemento()];
	return { store: new EnvironmentStore({ globalState, workspaceState }, sandbox), globalState, workspaceState };
}

const ids = (store: EnvironmentStore): string => store.all.map(({ id }) => id).join(" ");

/** Nobody is signed in; a test that asks for a token fails by its answer. */
const noTokens: TokenSource = {
	tokens: () => ({ token: () => Promise.resolve({ ok: false, problem: { code: "signInNeeded" } }) }),
	methods: () => ["deviceCode"],
	signIn: () => Promise.resolve(undefined),
	discover: () => Promise.resolve(undefined),
	user: () => Promise.resolve(undefined),
	signOut: () => Promise.resolve(),
	forget: () => Promise.resolve(),
	onDidChange: new EventEmitter<void>().event,
};

describe("The list of environments", () => {
	it("has the sandbox from the start, and keeps what is added behind it", async () => {
		const { store } = storeWith();
		equal(ids(store), sandboxId);
		await store.save(environment("a"));
		await store.save(environment("b"));
		await store.save(environment("a", { name: "Renamed" }));
		equal(ids(store), "sandbox a b");
		equal(store.find("a")?.name, "Renamed");
	});

	it("keeps the order that a person gave it, the sandbox among the others", async () => {
		const { store } = storeWith();
		for (const id of ["a", "b", "c"]) await store.save(environment(id));
		await store.move(["c"], "a");
		equal(ids(store), "sandbox c a b");
		await store.move([sandboxId], undefined);
		equal(ids(store), "c a b sandbox");
		await store.save(environment("d"));
		equal(ids(store), "c a b sandbox d");
	});

	it("moves by dragging: up before the other, down behind it", async () => {
		const { store } = storeWith();
		for (const id of ["a", "b", "c"]) await store.save(environment(id));
		const views = new EnvironmentViews(store, new SignedInUsers(noTokens, () => undefined), sandboxAt());
		const tree = new EnvironmentTree({ store, views, treeView: undefined as never, treeChanges: new EventEmitter() });
		const drag = async (from: string, to: string | undefined) => {
			const transfer = new DataTransfer();
			tree.drag([{ id: from }], transfer);
			await tree.drop(to === undefined ? undefined : { id: to }, transfer);
			return ids(store);
		};
		equal(await drag("c", "a"), "sandbox c a b");
		equal(await drag("c", "a"), "sandbox a c b");
		equal(await drag("a", undefined), "sandbox c b a");
		equal(await drag("b", "b"), "sandbox c b a");
		ok(tree.item({ id: "a" }).tooltip !== undefined);
		ok(tree.item({ id: "gone" }) instanceof TreeItem);
	});

	it("removes one with all that was kept of it", async () => {
		const { store, globalState } = storeWith();
		await store.save(environment("a", { kind: "production" }));
		await store.setVersion("a", "9.2");
		await store.choose("file:///x.http", "a");
		store.locks.unlock(environment("a", { kind: "production" }), "Environment a", 60_000);
		await store.remove(environment("a"));
		equal(ids(store), sandboxId);
		equal(store.chosenFor("file:///x.http"), undefined);
		await store.save(environment("a", { kind: "production" }));
		equal(store.version("a"), undefined);
		deepEqual(store.lock("a"), { state: "locked" });
		ok(!JSON.stringify([...globalState.values]).includes("9.2"));
	});

	it("shows nothing and changes nothing where a newer extension has written", async () => {
		const { store, globalState } = storeWith();
		globalState.values.set("environments.list", { version: 99, data: "precious" });
		ok(store.isNewer);
		equal(await store.save(environment("a")), false);
		deepEqual(globalState.values.get("environments.list"), { version: 99, data: "precious" });
	});

	it("remembers the one of the window and the one of a file, and forgets the oldest of many files", async () => {
		const { store } = storeWith();
		await store.save(environment("a"));
		ok(!store.hasCurrent);
		await store.setCurrent("a");
		equal(store.current?.id, "a");
		for (let file = 0; file <= 200; file += 1) await store.choose(`file:///${file}.http`, sandboxId);
		equal(store.chosenFor("file:///0.http"), undefined);
		equal(store.chosenFor("file:///200.http")?.id, sandboxId);
		await store.choose("file:///200.http", undefined);
		equal(store.chosenFor("file:///200.http"), undefined);
	});

	it("locks at once what a shared file tightens, and keeps how one signs in to what it adds", async () => {
		const { store } = storeWith();
		await store.save(environment("a"));
		deepEqual(store.lock("a"), { state: "open" });
		store.setShared([
			{ name: "A", url: environment("a").url, kind: "production" },
			{ name: "B", url: "https://b.crm4.dynamics.com" },
		]);
		deepEqual(store.lock("a"), { state: "locked" });
		const added = store.all.find(({ name }) => name === "B");
		ok(added?.source === "workspace" && added.kind === "production");
		equal(store.isConfirmed(added), false);
		await store.consent.confirm(added);
		await store.setSignIn(added, { method: "deviceCode" });
		equal(store.isConfirmed(added), true);
		equal(store.isConfirmed({ ...added, tenant: "another.example" }), false);
		deepEqual(store.find(added.id)?.signIn, { method: "deviceCode" });
		equal(store.own.length, 1, "a shared one does not become an own one by a sign-in");
		store.setShared([]);
		deepEqual(store.lock("a"), { state: "open" });
		deepEqual(store.lock(added.id), { state: "locked" }, "what is gone cannot be written to");
	});

	it("forgets everything when asked", async () => {
		const { store, globalState, workspaceState } = storeWith();
		await store.save(environment("a"));
		await store.setCurrent("a");
		await store.choose("file:///x.http", "a");
		await store.clear();
		deepEqual([...globalState.keys(), ...workspaceState.keys()], []);
	});
});

/** The sandbox of this window, by what its commands copy. */
async function startSandbox(): Promise<SandboxAddress> {
	const copied = async (command: "dataverseWorkbench.copySandboxUrl" | "dataverseWorkbench.copySandboxToken") => {
		await runCommand(command);
		return await env.clipboard.readText();
	};
	const url = new URL(await copied("dataverseWorkbench.copySandboxUrl")).origin;
	return { url, token: await copied("dataverseWorkbench.copySandboxToken") };
}

describe("The client of an environment", () => {
	let address: SandboxAddress;
	before(async () => {
		address = await startSandbox();
	});
	after(() => runCommand("dataverseWorkbench.stopSandbox"));

	function clientsAt(running: SandboxAddress) {
		const { store } = storeWith(sandboxAt(running));
		const journal = new RequestJournal();
		const sandbox = sandboxAt(running);
		return { store, journal, clients: new EnvironmentClients({ store, tokens: noTokens, sandbox, journal }) };
	}

	it("reads and writes the sandbox with its own token", async () => {
		const { store, clients, journal } = clientsAt(address);
		const sandbox = store.find(sandboxId);
		ok(sandbox);
		const client = clients.of(sandbox);
		const who = await client.execute({ kind: "function", name: "WhoAmI" });
		ok(who.ok, JSON.stringify(who));
		const made = await client.create({ entitySet: "accounts" }, { name: "Made by a client" });
		ok(made.ok, JSON.stringify(made));
		equal(clients.of(sandbox), client, "the same client as long as nothing changes");
		ok(journal.entries.length >= 2);
		ok(!JSON.stringify(journal.entries).includes(address.token));
	});

	it("writes to production only while it is unlocked, whoever still has a client of before", async () => {
		const { store, clients } = clientsAt(address);
		const production = environment("p", { url: address.url, kind: "production" });
		await store.save(production);
		const client = clients.of(production);
		const read = await client.execute({ kind: "function", name: "WhoAmI" });
		ok(read.ok, JSON.stringify(read));
		const write = async () => {
			const made = await client.create({ entitySet: "accounts" }, { name: "Into production" });
			return made.ok ? "written" : made.problem.code;
		};
		equal(await write(), "readOnly");
		store.locks.unlock(production, production.name, 60_000);
		equal(await write(), "written");
		store.locks.lock(production);
		equal(await write(), "readOnly");
		store.locks.unlock(production, production.name, 60_000);
		await store.remove(production);
		equal(await write(), "readOnly", "an environment that was removed is not written to");
	});

	it("gives the sandbox's token to no other address", async () => {
		const { store, clients } = clientsAt(address);
		const other = environment("o", { url: address.url.replace("127.0.0.1", "localhost") });
		await store.save(other);
		const who = await clients.of(other).execute({ kind: "function", name: "WhoAmI" });
		deepEqual(who.ok ? "answered" : who.problem.code, "signIn");
	});
});

describe("The file that a workspace shares, on a disk", () => {
	const folder = (): Uri => {
		const first = workspace.workspaceFolders?.[0];
		ok(first);
		return Uri.joinPath(first.uri, ".vscode");
	};
	const file = (): Uri => Uri.joinPath(folder(), "dataverse-environments.json");
	const write = (text: string) => workspace.fs.writeFile(file(), new TextEncoder().encode(text));
	let files: SharedFiles | undefined;
	let found: readonly SharedEnvironment[] = [];

	/** Waits for what the watcher finds; the test's own time limit ends the waiting. */
	async function until(names: string): Promise<void> {
		while (found.map(({ name }) => name).join() !== names) await new Promise((resolve) => setTimeout(resolve, 20));
	}

	before(() => workspace.fs.createDirectory(folder()));
	afterEach(async () => {
		files?.dispose();
		await workspace.fs.delete(file()).then(undefined, () => undefined);
		await commands.executeCommand("notifications.clearAll");
	});

	it("is read when it is there, and again when it changes or goes", async () => {
		await write('{ "environments": [{ "name": "A", "url": "https://a.crm4.dynamics.com" }] }');
		files = new SharedFiles((shared) => (found = shared));
		await files.read();
		await until("A");
		await write(
			'{ "environments": [{ "name": "A", "url": "https://a.crm4.dynamics.com" }, { "name": "B", "url": "b.crm4.dynamics.com" }] }',
		);
		await until("A,B");
		await workspace.fs.delete(file());
		await until("");
	});

	it("gives nothing where it holds a secret or is none", async () => {
		await write('{ "environments": [{ "url": "https://a.crm4.dynamics.com", "clientSecret": "x" }] }');
		files = new SharedFiles((shared) => (found = shared));
		await files.read();
		deepEqual(found, []);
		await write("{");
		await files.refresh();
		deepEqual(found, []);
	});

	it("holds as it was last read while it is there and cannot be used", async () => {
		const good = '{ "environments": [{ "name": "A", "url": "https://a.crm4.dynamics.com", "kind": "production" }] }';
		await write(good);
		files = new SharedFiles((shared) => (found = shared));
		await files.read();
		const read = found;
		deepEqual(
			read.map(({ kind }) => kind),
			["production"],
		);
		const secret = '{ "environments": [{ "url": "https://a.crm4.dynamics.com", "clientSecret": "x" }] }';
		for (const broken of [good.slice(0, -1), secret, good.padEnd(1_000_001)]) {
			await write(broken);
			await files.refresh();
			deepEqual(found, read, broken.slice(0, 90));
		}
		await workspace.fs.delete(file());
		await files.refresh();
		deepEqual(found, []);
	});

	it("is not looked for outside of the folder", async () => {
		const settings = workspace.getConfiguration("dataverseWorkbench");
		await write('{ "environments": [{ "name": "A", "url": "https://a.crm4.dynamics.com" }] }');
		try {
			for (const path of ["../.vscode/dataverse-environments.json", "/etc/hosts", "c:\\x.json", " "]) {
				await settings.update("environments.sharedFile", path, true);
				files = new SharedFiles((shared) => (found = shared));
				await files.read();
				deepEqual(found, [], path);
				files.dispose();
			}
		} finally {
			await settings.update("environments.sharedFile", undefined, true);
		}
	});
});
