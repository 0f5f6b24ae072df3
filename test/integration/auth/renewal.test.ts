import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { useSignIn } from "../../support/identity/signInRig.ts";

/** A little more than a token lives. */
const hour = 3_660_000;
const silent = { mayAsk: () => false };

describe("renewal of tokens", () => {
	const rig = useSignIn();

	/** Grant types of the token requests that the action has led to. */
	async function grantsOf(action: () => Promise<unknown>): Promise<readonly string[]> {
		const before = rig().identity.grants.length;
		await action();
		return rig().identity.grants.slice(before);
	}

	it("asks nobody when a token has come to its end, time after time", async () => {
		const window = rig().window();
		const first = await window.token(rig().target());
		for (const round of [1, 2, 3]) {
			window.forward(hour);
			let token = "";
			deepEqual(
				await grantsOf(async () => (token = await window.token(rig().target(silent)))),
				["refresh_token"],
				`round ${round}`,
			);
			notEqual(token, first);
			equal(await rig().whoAmI(token), 200);
		}
		deepEqual(window.prompts, ["browser"]);
	});

	it("does not give a token again that the service has refused", async () => {
		const window = rig().window();
		const refused = await window.token(rig().target());
		const next = await window.token(rig().target(silent), refused);
		notEqual(next, refused);
		equal(await rig().whoAmI(next), 200);
		equal(await window.token(rig().target(silent), refused), next, "who asks late gets the new one");
	});

	it("follows the real end of a token, not only the clock of this window", async () => {
		const { identity } = rig();
		identity.lifetimes.accessToken = 1;
		const window = rig().window();
		const first = await window.token(rig().target());
		identity.lifetimes.accessToken = 3600;
		while ((await rig().whoAmI(first)) === 200) await delay(50);
		const next = await window.token(rig().target(silent), first);
		equal(await rig().whoAmI(next), 200);
		deepEqual(window.prompts, ["browser"]);
	});

	it("gets an application a new token with its secret", async () => {
		const { clientId, secret } = rig().identity.applications.secret;
		const window = rig().window();
		const target = rig().target({ method: "clientSecret", clientId, ...silent });
		await window.auth.storeSecret(target.environmentId, secret);
		const first = await window.token(target);
		window.forward(hour);
		deepEqual(await grantsOf(() => window.token(target)), ["client_credentials"]);
		notEqual(await window.token(target), first);
	});

	for (const [name, end] of [
		["revoked", "revokeRefreshTokens"],
		["expired", "expireRefreshTokens"],
	] as const) {
		it(`asks again, once, where the sign-in is ${name}, and only where it may`, async () => {
			const window = rig().window();
			await window.signIn(rig().target());
			rig().identity[end]();
			window.forward(hour);
			equal(await window.token(rig().target(silent)), "signInNeeded");
			deepEqual(window.prompts, ["browser"]);
			equal(await rig().whoAmI(await window.token(rig().target())), 200);
			deepEqual(window.prompts, ["browser", "browser"]);
		});
	}

	it("asks in the browser for what a rule of the tenant wants besides", async () => {
		const { identity } = rig();
		const wanted = { capolids: { essential: true, values: ["1"] } };
		const claims = JSON.stringify({ access_token: wanted });
		const opened: string[] = [];
		const first = rig().window();
		await first.signIn(rig().target());
		const window = rig().window({
			secrets: first.secrets,
			openBrowser: (url) => {
				opened.push(url);
				void identity.person(identity.users.ada).signIn(url);
				return Promise.resolve(true);
			},
		});
		identity.refusals.push({ error: "invalid_grant", code: 50076, text: "Another factor", claims });
		equal(await rig().whoAmI(await window.token(rig().target())), 200);
		equal(opened.length, 1);
		const asked = JSON.parse(new URL(opened[0] ?? "").searchParams.get("claims") ?? "{}") as {
			readonly access_token?: unknown;
		};
		deepEqual(asked.access_token, wanted);
	});

	it("asks one person once, however many requests wait", async () => {
		const window = rig().window();
		const tokens = await Promise.all(Array.from({ length: 20 }, () => window.token(rig().target())));
		equal(new Set(tokens).size, 1);
		equal(await rig().whoAmI(tokens[0] ?? ""), 200);
		deepEqual(window.prompts, ["browser"]);
	});

	it("renews once, however many requests wait", async () => {
		const window = rig().window();
		await window.signIn(rig().target());
		window.forward(hour);
		const all = (): Promise<unknown> =>
			Promise.all(Array.from({ length: 20 }, () => window.token(rig().target(silent))));
		deepEqual(await grantsOf(all), ["refresh_token"]);
	});

	it("asks one after the other where two environments need a person", async () => {
		const window = rig().window();
		const open: string[] = [];
		let most = 0;
		const { ada } = rig().identity.users;
		const person = rig().window({
			secrets: window.secrets,
			openBrowser: async (url) => {
				open.push(url);
				most = Math.max(most, open.length);
				await rig().identity.person(ada).signIn(url);
				open.pop();
				return true;
			},
		});
		const { ownClient, publicClient } = rig().identity.applications;
		const tokens = await Promise.all(
			[ownClient, publicClient].map(({ clientId }) =>
				person.token(rig().target({ environmentId: clientId, clientId })),
			),
		);
		deepEqual(await Promise.all(tokens.map((token) => rig().whoAmI(token))), [200, 200]);
		equal(most, 1);
	});
});

describe("what is kept of a sign-in", () => {
	const rig = useSignIn();

	it("is there after a restart and in every other window", async () => {
		const first = rig().window();
		await first.signIn(rig().target());
		first.auth.dispose();
		const second = rig().window({ secrets: first.secrets });
		const third = rig().window({ secrets: first.secrets });
		for (const window of [second, third]) {
			equal(await rig().whoAmI(await window.token(rig().target(silent))), 200);
			deepEqual(window.prompts, []);
			deepEqual(
				(await window.auth.accounts()).map(({ name }) => name),
				[rig().identity.users.ada.userName],
			);
		}
	});

	it("is renewed in two windows at a time without losing the sign-in", async () => {
		const first = rig().window();
		await first.signIn(rig().target());
		const second = rig().window({ secrets: first.secrets });
		for (let round = 0; round < 3; round += 1) {
			for (const window of [first, second]) window.forward(hour);
			const one = await first.token(rig().target(silent));
			const other = await second.token(rig().target(silent));
			deepEqual([await rig().whoAmI(one), await rig().whoAmI(other)], [200, 200], `round ${round}`);
		}
	});

	it("is written only when it has changed", async () => {
		const window = rig().window();
		await window.signIn(rig().target());
		const written = window.secrets.writes.length;
		for (let round = 0; round < 5; round += 1) await window.token(rig().target(silent));
		await window.auth.accounts();
		const restarted = rig().window({ secrets: window.secrets });
		await restarted.auth.accounts();
		equal(window.secrets.writes.length, written);
	});

	it("holds no access token and no password", async () => {
		const window = rig().window();
		const token = await window.token(rig().target());
		ok(window.secrets.text.length > 0);
		ok(!window.secrets.text.includes(token));
		ok(!window.secrets.text.includes(rig().identity.users.ada.password));
	});

	it("is told to the log, token by token, so that it takes them out of every text", async () => {
		const window = rig().window();
		await window.signIn(rig().target());
		window.forward(hour);
		const token = await window.token(rig().target(silent));
		const refreshTokens = rig()
			.identity.secrets()
			.filter((secret) => window.secrets.text.includes(secret));
		equal(refreshTokens.length, 1);
		for (const secret of [token, ...refreshTokens]) ok(window.remembered.has(secret));
	});

	it("is gone after signing out, in the other windows too", async () => {
		const first = rig().window();
		await first.signIn(rig().target());
		const second = rig().window({ secrets: first.secrets });
		await second.token(rig().target(silent));
		const [account] = await first.auth.accounts();
		ok(account !== undefined);
		await first.auth.signOut(account.id);
		deepEqual(await first.auth.accounts(), []);
		equal(await first.token(rig().target(silent)), "signInNeeded");
		equal(await second.token(rig().target(silent)), "signInNeeded");
		const kept = first.secrets.text;
		deepEqual(
			rig()
				.identity.secrets()
				.filter((secret) => kept.includes(secret)),
			[],
			"nothing secret is left in the store",
		);
	});

	it("is gone with everything else when all is removed", async () => {
		const window = rig().window();
		await window.signIn(rig().target());
		await window.auth.storeSecret("other", rig().identity.applications.secret.secret);
		await window.auth.removeAll();
		deepEqual(window.secrets.keys, []);
	});
});
