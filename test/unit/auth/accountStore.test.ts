import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { AccountStore } from "../../../src/auth/accountStore.ts";
import { accountKey, indexKey, secretKey } from "../../../src/auth/secretKeys.ts";
import { MemorySecrets } from "../../support/identity/memorySecrets.ts";

const authority = "https://login.example";
const ada = { id: "ada.tenant", name: "ada@contoso.test", tenant: "tenant", authority };
const ben = { id: "ben.tenant", name: "ben@contoso.test", tenant: "tenant", authority };

/** A cache of MSAL's form, with one account, and all that MSAL keeps of it. */
function cacheOf({ id, name, tenant }: typeof ada, refreshToken = `refresh of ${id}`, client = "client"): string {
	const entity = { home_account_id: id, environment: "login.example", client_id: client };
	return JSON.stringify({
		Account: { [`${id}-login.example-tenant`]: { ...entity, username: name, realm: tenant, local_account_id: "x" } },
		IdToken: { [`${id}-id`]: { ...entity, secret: `id token of ${id}` } },
		AccessToken: { [`${id}-access`]: { ...entity, secret: `access token of ${id}` } },
		RefreshToken: { [`${id}-login.example-refreshtoken-${client}--`]: { ...entity, secret: refreshToken } },
		AppMetadata: { [`appmetadata-login.example-${client}`]: { client_id: client, environment: "login.example" } },
	});
}

/** What is kept of refresh tokens, in one text. */
function refreshTokens(cache: string | undefined): string {
	const { RefreshToken = {} } = JSON.parse(cache ?? "{}") as {
		readonly RefreshToken?: Record<string, { secret: string }>;
	};
	return Object.values(RefreshToken)
		.map(({ secret }) => secret)
		.join(", ");
}

/** Windows over one store, and what they logged and heard. */
function windows(count: number, secrets = new MemorySecrets()) {
	const logged: string[] = [];
	const gone: string[] = [];
	const stores = Array.from({ length: count }, () => {
		return new AccountStore(
			secrets,
			(text) => logged.push(text),
			(key) => gone.push(key),
		);
	});
	return { secrets, stores, logged, gone };
}

/** Lets everything that is on its way arrive. */
async function settled(): Promise<void> {
	for (let turn = 0; turn < 20; turn += 1) await setImmediate();
}

async function namesOf(store: AccountStore): Promise<string> {
	return (await store.accounts())
		.map(({ name }) => name.split("@")[0])
		.sort()
		.join(", ");
}

describe("AccountStore", () => {
	it("keeps an entry for each account, and another window reads it", async () => {
		const { secrets, stores } = windows(2);
		const [one, other] = stores as [AccountStore, AccountStore];
		await one.add(cacheOf(ada), authority);
		await one.add(cacheOf(ben), authority);
		assert.equal(await namesOf(other), "ada, ben");
		assert.equal(refreshTokens(await other.cacheOf(ada)), "refresh of ada.tenant");
		assert.deepEqual(
			[...secrets.keys].sort(),
			[accountKey(authority, ada.id), accountKey(authority, ben.id), indexKey].sort(),
		);
	});

	it("keeps refresh tokens, and neither access tokens nor id tokens", async () => {
		const {
			secrets,
			stores: [store],
		} = windows(1);
		await store?.add(cacheOf(ada), authority);
		assert.ok(secrets.text.includes("refresh of ada.tenant"));
		assert.ok(!/access token|id token/.test(secrets.text));
		assert.ok(!secrets.keys.some((key) => /ada|tenant/.test(key)), "keys tell nobody's name");
	});

	it("writes only what has changed", async () => {
		const {
			secrets,
			stores: [store],
		} = windows(1);
		await store?.add(cacheOf(ada), authority);
		const before = secrets.writes.length;
		await store?.renew(ada, cacheOf(ada));
		await store?.add(cacheOf(ada), authority);
		assert.equal(secrets.writes.length, before);
		await store?.renew(ada, cacheOf(ada, "newer"));
		assert.deepEqual(secrets.writes.slice(before), [accountKey(authority, ada.id)]);
	});

	it("keeps the refresh token of another client id, and the newest of the same", async () => {
		const {
			stores: [store],
		} = windows(1);
		await store?.add(cacheOf(ada, "one", "first client"), authority);
		await store?.add(cacheOf(ada, "two", "second client"), authority);
		await store?.renew(ada, cacheOf(ada, "three", "first client"));
		assert.equal(refreshTokens(await store?.cacheOf(ada)), "three, two");
	});

	it("loses no account where two windows write the index at the same time", async () => {
		const { secrets, stores } = windows(4);
		const people = stores.map((_, number) => ({ ...ada, id: `p${number}.tenant`, name: `p${number}@contoso.test` }));
		await Promise.all(stores.map((store, number) => store.add(cacheOf(people[number] ?? ada), authority)));
		await settled();
		for (const store of stores) assert.equal(await namesOf(store), "p0, p1, p2, p3");
		const before = secrets.writes.length;
		await settled();
		assert.equal(secrets.writes.length, before, "and they come to rest");
	});

	it("loses no secret where two windows write the index at the same time", async () => {
		const { secrets, stores } = windows(3);
		await Promise.all(stores.map((store, number) => store.setSecret(`environment ${number}`, "word")));
		await settled();
		await stores[0]?.removeAll();
		assert.deepEqual(secrets.keys, []);
	});

	it("does not bring back who was signed out in another window", async () => {
		const { secrets, stores, gone } = windows(2);
		const [one, other] = stores as [AccountStore, AccountStore];
		await one.add(cacheOf(ada), authority);
		await other.add(cacheOf(ben), authority);
		await settled();
		await other.remove(ada.id);
		await settled();
		await one.renew(ada, cacheOf(ada, "newer"));
		await settled();
		assert.equal(await namesOf(one), "ben");
		assert.ok(!secrets.keys.includes(accountKey(authority, ada.id)));
		assert.ok(gone.includes(accountKey(authority, ada.id)), "who has tokens in memory is told");
	});

	for (const [name, stored] of Object.entries({
		"no JSON": "{",
		"another kind of JSON": "[1,2]",
		null: "null",
		"an entry without a version": '{"cache":{}}',
		"sections of another kind": '{"version":1,"cache":{"Account":[],"RefreshToken":7,"AppMetadata":{"x":1}}}',
		"no account": '{"version":1,"cache":{"Account":{},"RefreshToken":{}}}',
	}))
		it(`takes ${name} for nobody, and writes over it with the next sign-in`, async () => {
			const {
				secrets,
				stores: [store],
			} = windows(1);
			await secrets.store(accountKey(authority, ada.id), stored);
			await secrets.store(indexKey, stored);
			assert.equal(await store?.cacheOf(ada), undefined);
			assert.deepEqual(await store?.accounts(), []);
			await store?.add(cacheOf(ada), authority);
			assert.equal(refreshTokens(await store?.cacheOf(ada)), "refresh of ada.tenant");
			assert.equal((await store?.accounts())?.length, 1);
		});

	it("leaves what a newer version wrote as it is, and lets people sign in for this window", async () => {
		const { secrets, stores } = windows(2);
		const [one, other] = stores as [AccountStore, AccountStore];
		const newer = '{"version":2,"cache":{"Account":{"a":{"home_account_id":"ada.tenant"}}},"accounts":[]}';
		await secrets.store(accountKey(authority, ada.id), newer);
		await secrets.store(indexKey, newer);
		assert.equal(await one.cacheOf(ada), undefined);
		await one.add(cacheOf(ada), authority);
		assert.equal(await namesOf(one), "ada");
		assert.equal(refreshTokens(await one.cacheOf(ada)), "refresh of ada.tenant");
		assert.equal(await namesOf(other), "");
		assert.equal(await secrets.get(accountKey(authority, ada.id)), newer);
		assert.equal(await secrets.get(indexKey), newer);
	});

	it("works without a store that works, says so once, and tells no secret", async () => {
		const logged: string[] = [];
		const broken = (): Promise<never> => Promise.reject(new Error("no keyring for refresh of ada.tenant"));
		const store = new AccountStore(
			{ get: broken, store: broken, delete: broken, onDidChange: () => () => undefined },
			(text) => logged.push(text),
			() => undefined,
		);
		await store.add(cacheOf(ada), authority);
		await store.setSecret("environment", "word");
		assert.equal(await namesOf(store), "ada");
		assert.equal(refreshTokens(await store.cacheOf(ada)), "refresh of ada.tenant");
		assert.equal(await store.secret("environment"), "word");
		await store.remove(ada.id);
		assert.equal(await namesOf(store), "");
		assert.equal(logged.length, 1);
		assert.ok(!logged.join("").includes("refresh of"));
	});

	it("keeps secrets and certificates under the environment's id", async () => {
		const {
			secrets,
			stores: [store],
		} = windows(1);
		const certificate = { pem: "key and certificate", passphrase: "word" };
		await store?.setSecret("one", "secret");
		await store?.setSecret("two", certificate);
		assert.equal(await store?.secret("one"), "secret");
		assert.deepEqual(await store?.secret("two"), certificate);
		await store?.setSecret("one", undefined);
		assert.equal(await store?.secret("one"), undefined);
		assert.ok(!secrets.keys.includes(secretKey("one")));
		for (const damaged of ["{", "null", '{"version":2,"secret":"x"}', '{"version":1,"secret":7}', '{"version":1}']) {
			await secrets.store(secretKey("two"), damaged);
			assert.equal(await store?.secret("two"), undefined, damaged);
		}
	});

	it("removes everything", async () => {
		const {
			secrets,
			stores: [store],
		} = windows(1);
		await store?.add(cacheOf(ada), authority);
		await store?.setSecret("one", "secret");
		await store?.removeAll();
		await settled();
		assert.deepEqual(secrets.keys, []);
	});

	it("keeps two accounts of one name at two authorities apart", async () => {
		const {
			stores: [store],
		} = windows(1);
		await store?.add(cacheOf(ada, "here"), authority);
		await store?.add(cacheOf(ada, "there"), "https://login.other.example");
		assert.equal(refreshTokens(await store?.cacheOf(ada)), "here");
		assert.equal((await store?.accounts())?.length, 2);
		await store?.remove(ada.id);
		assert.equal((await store?.accounts())?.length, 0);
	});
});
