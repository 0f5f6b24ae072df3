/** The client over the real sign-in, with an environment that checks every token that it is sent. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { asCurl } from "../../../src/core/client/asCurl.ts";
import { createClient } from "../../../src/core/client/createClient.ts";
import type { ClientResult, DataverseClient } from "../../../src/core/client/dataverseClient.ts";
import { RequestJournal } from "../../../src/core/client/requestJournal.ts";
import { systemClock } from "../../../src/disk/systemClock.ts";
import { clientProblemMessage } from "../../../src/words/clientProblem.ts";
import { english } from "../../../src/words/message.ts";
import type { Instead, SeenRequest } from "../../support/identity/front.ts";
import { useSignIn, type Window } from "../../support/identity/signInRig.ts";

const accounts = { entitySet: "accounts", primaryIdColumn: "accountid" };

describe("the client behind a real sign-in", () => {
	const rig = useSignIn();
	const journal = new RequestJournal();
	let window: Window;
	let client: DataverseClient;

	before(async () => {
		const { identity } = rig();
		window = rig().window();
		await window.signIn(rig().target());
		client = createClient({
			origins: [identity.environmentUrl, identity.apiUrl],
			fetch: identity.fetch,
			tokens: window.auth.tokens(rig().target({ mayAsk: () => false })),
			clock: systemClock,
			random: Math.random,
			newId: randomUUID,
			writes: { mayWrite: () => true },
			log: journal.logFor("Loopback"),
			attempts: 2,
		});
	});

	beforeEach("the environment is as it should be", () => {
		const { front, elsewhere } = rig().identity;
		front.seen.length = 0;
		elsewhere.requests.length = 0;
		front.instead = undefined;
	});

	after("what is shown of the requests is looked through for tokens", () => {
		ok(journal.entries.length > 10);
		for (const entry of journal.entries) {
			rig().watch.tell("journal", entry);
			rig().watch.tell("cURL", asCurl(entry));
		}
	});

	/** "ok" or the problem's code; whatever came back is looked through for tokens at the end. */
	function codeOf(result: ClientResult<unknown>): string {
		rig().watch.tell("result", result);
		if (result.ok) return "ok";
		const { sentence, next } = clientProblemMessage(result.problem);
		rig().watch.tell("sentence", `${english(sentence)} ${next === undefined ? "" : english(next)}`);
		return result.problem.code;
	}

	const seen = (): readonly SeenRequest[] => rig().identity.front.seen;

	it("reads and writes with one token for both origins", async () => {
		const created = await client.create({ ...accounts, takesClientIds: true }, { name: "Fabrikam" });
		equal(codeOf(created), "ok");
		ok(created.ok && created.value.id !== undefined);
		const target = { ...accounts, key: created.value.id };
		equal(codeOf(await client.update(target, { name: "Contoso" })), "ok");
		equal(codeOf(await client.retrieve(target, "$select=name")), "ok");
		const { apiUrl } = rig().identity;
		equal(codeOf(await client.send({ method: "GET", path: `${apiUrl}/api/data/v9.2/WhoAmI` })), "ok");
		equal(codeOf(await client.delete(target)), "ok");
		equal(new Set(seen().map(({ token }) => token)).size, 1);
		deepEqual(
			seen().filter(({ status }) => status >= 400),
			[],
		);
	});

	it("renews once and repeats where the token has come to its end, also a write", async () => {
		const tokens = rig().identity.grants.length;
		await client.retrieve({ ...accounts, key: randomUUID() });
		rig().identity.expireSeenTokens();
		const created = await client.create({ ...accounts, takesClientIds: true }, { name: "Adventure Works" });
		equal(codeOf(created), "ok");
		const writes = seen().filter(({ method }) => method !== "GET");
		deepEqual(
			writes.map(({ status, refused }) => refused ?? status),
			["expired", 204],
		);
		deepEqual(rig().identity.grants.slice(tokens), ["refresh_token"]);
		deepEqual(window.prompts, ["browser"]);
	});

	it("renews once for all the requests that find the token at its end", async () => {
		await client.retrieve({ ...accounts, key: randomUUID() });
		rig().identity.expireSeenTokens();
		const tokens = rig().identity.grants.length;
		const reads = Array.from({ length: 20 }, () => client.send({ method: "GET", path: "WhoAmI" }));
		deepEqual(new Set((await Promise.all(reads)).map(codeOf)), new Set(["ok"]));
		equal(rig().identity.grants.length - tokens, 1);
	});

	it("does not go round in circles where the new token is refused too", async () => {
		rig().identity.front.instead = () => ({ status: 401, body: { error: { code: "0x80040304", message: "no" } } });
		const code = codeOf(await client.send({ method: "GET", path: "WhoAmI" }));
		ok(code === "service" || code === "signIn", code);
		equal(seen().length, 2);
	});

	it("says that a person has to sign in where the sign-in was revoked, and sends nothing more", async () => {
		const { identity } = rig();
		await client.send({ method: "GET", path: "WhoAmI" });
		identity.revokeRefreshTokens();
		identity.expireSeenTokens();
		const outcome = await client.send({ method: "GET", path: "WhoAmI" });
		equal(codeOf(outcome), "signIn");
		deepEqual(
			seen().map(({ refused, status }) => refused ?? status),
			[200, "expired"],
		);
		equal(await window.signIn(rig().target()), identity.users.ada.userName);
		equal(codeOf(await client.send({ method: "GET", path: "WhoAmI" })), "ok");
	});

	/** Answers with which an environment, or somebody between, tries to have the token sent elsewhere. */
	const lures: Readonly<Record<string, (elsewhere: string) => Instead>> = {
		"a redirect": (elsewhere) => ({ status: 302, headers: { location: `${elsewhere}/api/data/v9.2/accounts` } }),
		"a lasting redirect": (elsewhere) => ({ status: 308, headers: { location: `${elsewhere}/` } }),
		"a nextLink": (elsewhere) => ({
			status: 200,
			body: { value: [{ name: "one" }], "@odata.nextLink": `${elsewhere}/api/data/v9.2/accounts?$skiptoken=1` },
		}),
		"a nextLink without TLS": (elsewhere) => ({
			status: 200,
			body: { value: [], "@odata.nextLink": `${elsewhere.replace("https:", "http:")}/api/data/v9.2/accounts` },
		}),
		"a nextLink to a name like ours": (elsewhere) => ({
			status: 200,
			body: { value: [], "@odata.nextLink": `${elsewhere.replace("localhost", "localhost@127.0.0.1")}/accounts` },
		}),
		"the address of a new record": (elsewhere) => ({
			status: 204,
			headers: {
				location: `${elsewhere}/api/data/v9.2/accounts(${randomUUID()})`,
				"odata-entityid": `${elsewhere}/api/data/v9.2/accounts(${randomUUID()})`,
			},
		}),
	};

	for (const [name, lure] of Object.entries(lures)) {
		it(`sends no token elsewhere for ${name}`, async () => {
			const { front, elsewhere } = rig().identity;
			front.instead = () => lure(elsewhere.origin);
			const codes: string[] = [];
			for await (const page of client.query("accounts")) codes.push(codeOf(page));
			codes.push(codeOf(await client.retrieve({ ...accounts, key: randomUUID() })));
			codes.push(codeOf(await client.create({ ...accounts, takesClientIds: true }, { name: "x" })));
			codes.push(codeOf(await client.metadata("EntityDefinitions")));
			codes.push(codeOf(await client.send({ method: "GET", path: "accounts" })));
			deepEqual(elsewhere.requests, []);
			ok(codes.length >= 5);
		});
	}

	it("sends nothing to an address of another origin, however it is written", async () => {
		const { elsewhere, environmentUrl } = rig().identity;
		const host = new URL(elsewhere.origin).host;
		const paths = [
			`${elsewhere.origin}/api/data/v9.2/accounts`,
			`//${host}/api/data/v9.2/accounts`,
			`${environmentUrl}@${host}/accounts`,
			`${environmentUrl.replace("https:", "http:")}/api/data/v9.2/accounts`,
			`\\\\${host}/accounts`,
			`https:${host}/accounts`,
		];
		for (const path of paths) {
			codeOf(await client.send({ method: "GET", path }));
			codeOf(await client.batch([{ method: "GET", path }]));
			codeOf(await client.batch([{ changeSet: [{ method: "POST", path, body: "{}" }] }]));
		}
		deepEqual(elsewhere.requests, []);
	});
});
