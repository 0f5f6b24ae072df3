import assert from "node:assert/strict";
import {
	type Favourite,
	favouriteKey,
	parseFavourites,
	withFavourites,
	withoutFavourites,
} from "../../../src/features/schemaBrowser/favourite.ts";

const account: Favourite = { kind: "table", table: "account" };
const name: Favourite = { kind: "column", table: "account", column: "name" };
const choice: Favourite = { kind: "choice", choice: "budgetstatus" };

const stored: readonly (readonly [string, unknown, readonly Favourite[] | undefined])[] = [
	["all kinds", [account, name, choice], [account, name, choice]],
	[
		"damaged entries are left out",
		[account, null, { kind: "table" }, { kind: "column", table: "x" }, choice],
		[account, choice],
	],
	["unknown kinds are left out", [{ kind: "message", message: "Create" }], []],
	["no list", { account }, undefined],
];

describe("Favourites", () => {
	it("adds each once, at the end", () => {
		assert.deepEqual(withFavourites([account], [name, { ...account }, choice]), [account, name, choice]);
	});

	it("removes what is equal", () => {
		assert.deepEqual(withoutFavourites([account, name, choice], [{ ...name }]), [account, choice]);
	});

	it("tells a table from its column and from a choice of the same name", () => {
		const keys = [account, name, { kind: "choice", choice: "account" } as const].map(favouriteKey);
		assert.equal(new Set(keys).size, 3);
	});

	for (const [what, data, favourites] of stored) {
		it(`reads what was stored: ${what}`, () => {
			assert.deepEqual(parseFavourites(data), favourites);
		});
	}
});
