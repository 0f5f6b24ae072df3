import { deepEqual, equal, ok } from "node:assert/strict";
import { addSharedEntry } from "../../../src/core/environment/addSharedEntry.ts";
import { clouds } from "../../../src/core/environment/clouds.ts";
import { type Environment, environmentKinds } from "../../../src/core/environment/environment.ts";
import { isStricter, stricterKind } from "../../../src/core/environment/environmentKind.ts";
import {
	mergeShared,
	readSharedFile,
	type SharedEnvironment,
} from "../../../src/core/environment/sharedEnvironments.ts";
import { fuzz } from "../../support/fuzz.ts";

const contoso = { name: "Contoso", url: "https://contoso.crm4.dynamics.com", kind: "test" };
const fileWith = (...entries: readonly unknown[]): string => JSON.stringify({ environments: entries });

/** A file's text, and what is read: names of environments, problems of entries, or why it is refused. */
const files: readonly (readonly [string, string, unknown])[] = [
	["an environment", fileWith(contoso), [contoso]],
	["none", fileWith(), []],
	[
		"comments and commas at ends",
		`// ours\n{ /* all */ "environments": [ { "url": "contoso.crm4.dynamics.com", "name": "Contoso", "kind": "test", }, ], }`,
		[contoso],
	],
	[
		"two slashes in a text",
		fileWith({ ...contoso, name: "a // b /* c */, ]" }),
		[{ ...contoso, name: "a // b /* c */, ]" }],
	],
	["no name", fileWith({ url: contoso.url }), [{ name: "contoso", url: contoso.url }]],
	[
		"the API's address",
		fileWith({ url: "https://contoso.api.crm4.dynamics.com", name: "C" }),
		[{ name: "C", url: contoso.url, apiUrl: "https://contoso.api.crm4.dynamics.com" }],
	],
	["a second origin for tokens", fileWith({ ...contoso, apiUrl: "https://example.org" }), [contoso]],
	["an id of its own", fileWith({ ...contoso, id: "sandbox", source: "user" }), [contoso]],
	[
		"colour and tenant",
		fileWith({ ...contoso, colour: "blue", tenant: "a.b" }),
		[{ ...contoso, colour: "blue", tenant: "a.b" }],
	],
	["a colour that there is not", fileWith({ ...contoso, colour: "pink" }), [contoso]],
	["a kind that there is not", fileWith(contoso, { ...contoso, kind: "dev" }), "2 unknownKind"],
	["an entry without an address", fileWith({ name: "x" }, 1), "1 noUrl, 2 noUrl"],
	["an address without TLS", fileWith({ url: "http://contoso.crm4.dynamics.com" }), "1 notSecure"],
	["no JSON", "{", "notJson"],
	["nothing", "", "notJson"],
	["no list", "[]", "notAList"],
	["lists in lists without end", `{"environments":${"[".repeat(50_000)}${"]".repeat(50_000)}}`, "notJson"],
	["another list", '{ "environments": {} }', "notAList"],
	["a newer form", '{ "version": 2, "environments": [] }', "newer"],
	["a client secret", fileWith({ ...contoso, clientSecret: "x" }), "secret environments[0].clientSecret"],
	["a password", fileWith({ ...contoso, signIn: { Password: "x" } }), "secret environments[0].signIn.Password"],
	["a token outside of the list", '{ "access_token": "x", "environments": [] }', "secret access_token"],
	["a certificate", fileWith({ ...contoso, note: "-----BEGIN PRIVATE KEY-----\nAAAA" }), "secret environments[0].note"],
	[
		"a token as a name",
		fileWith({ ...contoso, name: `eyJ${"a".repeat(20)}.eyJ${"b".repeat(20)}.c` }),
		"secret environments[0].name",
	],
	[
		"a connection string with a secret",
		fileWith({ url: "AuthType=ClientSecret;Url=https://contoso.crm4.dynamics.com;ClientSecret=x" }),
		"secret environments[0].url",
	],
	[
		"the value of a secret of Entra",
		fileWith({ ...contoso, note: `abc8Q~${"d".repeat(34)}` }),
		"secret environments[0].note",
	],
	[
		"a client id, which is no secret",
		fileWith({ ...contoso, clientId: "51f81489-12ee-4a9e-aaae-a2591f45987d" }),
		[contoso],
	],
];

describe("The file that a workspace shares", () => {
	for (const [what, text, expected] of files) {
		it(`with ${what}`, () => {
			const read = readSharedFile(text, clouds);
			if (!read.ok) {
				const where = read.problem.code === "secret" ? ` ${read.problem.where}` : "";
				equal(read.problem.code + where, expected);
				return;
			}
			const { environments, problems } = read.value;
			deepEqual(
				typeof expected === "string" ? problems.map(({ entry, code }) => `${entry} ${code}`).join(", ") : environments,
				expected,
			);
		});
	}
});

const own = (id: string, more: Partial<Environment> = {}): Environment => ({
	id,
	name: `Own ${id}`,
	url: `https://${id}.crm4.dynamics.com`,
	kind: "test",
	source: "user",
	...more,
});
const shared = (host: string, more: Partial<SharedEnvironment> = {}): SharedEnvironment => ({
	name: `Shared ${host}`,
	url: `https://${host}.crm4.dynamics.com`,
	...more,
});
const added = (host: string, kind: Environment["kind"]): Environment => ({
	...shared(host),
	id: `workspace:https://${host}.crm4.dynamics.com`,
	kind,
	source: "workspace",
});

const merges: readonly (readonly [
	string,
	readonly Environment[],
	readonly SharedEnvironment[],
	readonly Environment[],
])[] = [
	["adds what is not there", [own("a")], [shared("b", { kind: "development" })], [own("a"), added("b", "development")]],
	["adds as production what has no kind", [], [shared("b")], [added("b", "production")]],
	["tightens", [own("a")], [shared("a", { kind: "production" })], [own("a", { kind: "production" })]],
	[
		"does not loosen",
		[own("a", { kind: "production" })],
		[shared("a", { kind: "sandbox" })],
		[own("a", { kind: "production" })],
	],
	[
		"knows an environment by the address of its API as well",
		[own("a", { apiUrl: "https://api.example.org" })],
		[shared("b", { url: "https://api.example.org", kind: "production" })],
		[own("a", { apiUrl: "https://api.example.org", kind: "production" })],
	],
	["leaves a kind alone where it says none", [own("a")], [shared("a")], [own("a")]],
	[
		"changes nothing else of what is the person's",
		[own("a", { tenant: "mine" })],
		[shared("a", { tenant: "theirs", colour: "green", name: "x", apiUrl: "https://a.api.crm4.dynamics.com" })],
		[own("a", { tenant: "mine" })],
	],
	[
		"tightens every entry of one address",
		[own("a"), own("a2", { url: own("a").url })],
		[shared("a", { kind: "production" })],
		[own("a", { kind: "production" }), own("a2", { url: own("a").url, kind: "production" })],
	],
	[
		"lets a second folder tighten what the first added",
		[],
		[shared("b", { kind: "development" }), shared("b", { kind: "production", name: "y" })],
		[added("b", "production")],
	],
	[
		"does not let a second folder loosen what the first added",
		[],
		[shared("b"), shared("b", { kind: "sandbox", name: "y" })],
		[added("b", "production")],
	],
];

describe("A shared file in the person's list", () => {
	for (const [what, mine, theirs, expected] of merges) {
		it(what, () => {
			deepEqual(mergeShared(mine, theirs), expected);
		});
	}

	it("never loosens a kind, never takes one away and never changes an own one otherwise", () => {
		const { runs, pick, below, random } = fuzz(2000);
		const hosts = ["a", "b", "c", "d"];
		const maybeKind = () => (random() < 0.3 ? {} : { kind: pick(environmentKinds) });
		for (let run = 0; run < runs; run += 1) {
			const mine = Array.from({ length: below(4) }, (_, at) =>
				own(`${at}`, { url: shared(pick(hosts)).url, kind: pick(environmentKinds) }),
			);
			const theirs = Array.from({ length: below(6) }, () => shared(pick(hosts), maybeKind()));
			const merged = mergeShared(mine, theirs);
			for (const before of mine) {
				const after = merged.find(({ id }) => id === before.id);
				ok(after !== undefined);
				ok(!isStricter(before.kind, after.kind), JSON.stringify({ before, after, theirs }));
				deepEqual({ ...after, kind: before.kind }, before);
			}
			for (const { url, kind = "sandbox" } of theirs) {
				const named = merged.filter((each) => each.url === url);
				ok(named.length > 0 && named.every((each) => !isStricter(kind, each.kind)));
			}
			for (const { source, kind, url } of merged) {
				if (source === "user") continue;
				const said = theirs.filter((each) => each.url === url).map((each) => each.kind);
				equal(kind, said[0] === undefined ? "production" : said.map((each) => each ?? "sandbox").reduce(stricterKind));
			}
			deepEqual(mergeShared(mine, []), mine);
		}
	});
});

const entry = { name: "New", url: "https://new.crm4.dynamics.com" };

/** Texts to which an entry is added; a comment must survive it. */
const texts: readonly (readonly [string, string])[] = [
	["an empty list", '{\n\t"environments": []\n}\n'],
	["one entry", '{ "environments": [ { "url": "a.crm.dynamics.com" } ] }'],
	["a comma at the end", '{ "environments": [ { "url": "a.crm.dynamics.com" }, ], }'],
	["a comment at the end", '{ "environments": [ { "url": "a.crm.dynamics.com" } // the first ]\n ] }'],
	["brackets in texts", '{ "note": "[[", "environments": [ { "url": "a.crm.dynamics.com", "name": "]" } ] }'],
	["a comment with the list's name", '{ // "environments": [\n "environments": [], "version": 1 }'],
];

describe("Sharing one environment more", () => {
	for (const [what, text] of texts) {
		it(`in a file with ${what}`, () => {
			const before = readSharedFile(text, clouds);
			const changed = addSharedEntry(text, entry);
			ok(before.ok && changed !== undefined);
			const after = readSharedFile(changed, clouds);
			ok(after.ok, changed);
			deepEqual(after.value.environments, [...before.value.environments, entry]);
			for (const [comment] of text.matchAll(/\/\/.*/g)) ok(changed.includes(comment.trimEnd()), changed);
		});
	}

	it("needs a list", () => {
		equal(addSharedEntry('{ "environment": [] }', entry), undefined);
		equal(addSharedEntry('{ "environments": [', entry), undefined);
	});
});
