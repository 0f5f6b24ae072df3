import { deepEqual, equal } from "node:assert/strict";
import { BrowserState } from "../../src/features/schemaBrowser/browserState.ts";
import { syncFavourites } from "../../src/features/schemaBrowser/syncFavourites.ts";
import { StoredState } from "../../src/host/storedState.ts";
import { FakeMemento } from "./fakeMemento.ts";

/** Version 2 keeps a list of names; version 1 kept one name. */
const names = {
	key: "names",
	version: 2,
	empty: [] as readonly string[],
	parse: (data: unknown, version: number) =>
		version === 1 ? [String(data)] : Array.isArray(data) ? data.map(String) : undefined,
};

/** What lies in the storage, and what is read from it. */
const stored: readonly (readonly [string, unknown, readonly string[]])[] = [
	["nothing", undefined, []],
	["its own version", { version: 2, data: ["a", "b"] }, ["a", "b"]],
	["an older version", { version: 1, data: "a" }, ["a"]],
	["a newer version", { version: 3, data: { a: 1 } }, []],
	["a damaged value", { version: 2, data: "a" }, []],
	["something without a version", ["a"], []],
];

describe("Stored state", () => {
	for (const [what, value, read] of stored) {
		it(`reads ${what}`, () => {
			const memento = new FakeMemento();
			if (value !== undefined) memento.values.set("names", value);
			deepEqual(new StoredState(memento, names).read(), read);
		});
	}

	it("writes its version and leaves a newer one alone", async () => {
		const memento = new FakeMemento();
		const state = new StoredState(memento, names);
		equal(await state.write(["a"]), true);
		deepEqual(memento.values.get("names"), { version: 2, data: ["a"] });
		memento.values.set("names", { version: 3, data: "precious" });
		equal(await state.write(["b"]), false);
		deepEqual(memento.values.get("names"), { version: 3, data: "precious" });
	});
});

describe("What the Schema view remembers", () => {
	it("carries favourites to other machines, tells of changes, and forgets everything when asked", async () => {
		const [globalState, workspaceState] = [new FakeMemento(), new FakeMemento()];
		const state = new BrowserState({ globalState, workspaceState });
		let changes = 0;
		state.onDidChange(() => {
			changes += 1;
		});
		syncFavourites(globalState);
		await state.setFavourites([{ kind: "table", table: "account" }]);
		await state.setFilter({ prefix: "msdyn" });
		deepEqual(globalState.synced, globalState.keys());
		deepEqual(state.favourites, [{ kind: "table", table: "account" }]);
		deepEqual(state.filter, { prefix: "msdyn" });
		await state.clear();
		deepEqual([...globalState.keys(), ...workspaceState.keys()], []);
		deepEqual([state.favourites, state.filter], [[], {}]);
		equal(changes, 3);
		state.dispose();
	});

	it("does not lose favourites of a newer version", async () => {
		const globalState = new FakeMemento();
		globalState.values.set("schema.favourites", { version: 99, data: "more" });
		const state = new BrowserState({ globalState, workspaceState: new FakeMemento() });
		equal(await state.setFavourites([{ kind: "table", table: "account" }]), false);
		deepEqual(globalState.values.get("schema.favourites"), { version: 99, data: "more" });
		state.dispose();
	});
});
