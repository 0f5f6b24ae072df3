import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Connection } from "../../src/cli/command.ts";
import { run } from "../../src/cli/run.ts";
import type { RunningSandbox } from "../../src/sandbox/server/startSandbox.ts";
import { english } from "../../src/words/message.ts";
import { type Identity, startIdentity } from "../support/identity/startIdentity.ts";
import { runSandbox } from "../support/sandbox/runningSandbox.ts";
import { projectFolder } from "../support/sharedFolder.ts";

interface Ran {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

interface Given {
	readonly input?: string;
	readonly env?: Readonly<Record<string, string>>;
}

/** Runs the command line as a process of its own, with that on its standard input and those environment variables. */
function dvw(args: readonly string[], { input = "", env = {} }: Given = {}): Promise<Ran> {
	const { DVW_TOKEN: _, ...own } = process.env;
	const script = join(projectFolder, "src", "cli.ts");
	const child = spawn(process.execPath, [...process.execArgv, script, ...args], { env: { ...own, ...env } });
	let out = "";
	let err = "";
	child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
	child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
	child.stdin.end(input);
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("close", (code) => {
			resolve({ code, out, err });
		});
	});
}

/** Arguments after "whoami", the token variable and standard input, how it ends and what it says. URL and TOKEN are filled in. */
const cases: readonly (readonly [
	args: string,
	given: { token?: string; input?: string },
	code: number,
	said: string,
])[] = [
	["--url URL", { token: "TOKEN" }, 0, "User           "],
	["--url URL --token-stdin", { input: "TOKEN\n" }, 0, "Alex Admin"],
	["--url URL --token-stdin", { input: "Bearer TOKEN", token: "not this one" }, 0, "Version        9.2"],
	["--url URL/main.aspx?appid=1 --json", { token: "TOKEN" }, 0, '"userId": "'],
	["--url URL", { token: "wrong" }, 1, "The environment does not accept the token"],
	["--url URL", {}, 2, "There is no token"],
	["--url http://127.0.0.1:1", { token: "TOKEN" }, 1, "could not be reached"],
];

describe("dvw whoami as a process", function () {
	this.timeout(60_000);
	let sandbox: RunningSandbox;

	before(async () => {
		sandbox = await runSandbox({ rows: 0 });
	});

	after(async () => {
		await sandbox.close();
	});

	for (const [line, given, code, said] of cases) {
		const source = given.token === undefined ? "" : " with a token in the environment";
		it(`dvw whoami ${line}${source}${given.input === undefined ? "" : " and input"}: ${code}, ${said}`, async () => {
			const fill = (text: string): string => text.replace("URL", sandbox.url).replace("TOKEN", sandbox.token);
			const args = line.split(" ").filter((word) => word !== "");
			const ran = await dvw(["whoami", ...args.map((word) => (word.startsWith("URL") ? fill(word) : word))], {
				...(given.input !== undefined && { input: fill(given.input) }),
				...(given.token !== undefined && { env: { DVW_TOKEN: fill(given.token) } }),
			});
			assert.equal(ran.code, code, `${ran.out}\n${ran.err}`);
			assert.ok((code === 0 ? ran.out : ran.err).includes(said), `${ran.out}\n${ran.err}`);
			assert.ok(!`${ran.out}${ran.err}`.includes(sandbox.token), "a token is never printed");
			assert.ok(!ran.err.includes("    at "), ran.err);
		});
	}
});

describe("dvw with a sign-in", function () {
	this.timeout(60_000);
	let identity: Identity;
	let said: string[] = [];

	before(async () => {
		identity = await startIdentity();
	});

	after(async () => {
		await identity.close();
		assert.deepEqual(identity.mistakes, []);
	});

	/** In this process, because only a test may know another cloud than Microsoft's five. `told` sees what is said. */
	async function signedIn(
		args: readonly string[],
		told: (text: string, stop: () => void) => void,
		more: Partial<Connection> = {},
	): Promise<Ran> {
		const out: string[] = [];
		said = [];
		let stop = (): void => undefined;
		const stopped = new Promise<void>((resolve) => {
			stop = resolve;
		});
		const say = (text: string): void => {
			said.push(text);
			told(text, stop);
		};
		const code = await run(args, {
			version: () => "",
			terminal: {
				data: (text) => out.push(text),
				say: (message) => {
					say(english(message));
				},
				sayText: say,
				color: false,
			},
			openCatalog: () => undefined,
			sandboxFiles: { worker: "", bundle: "" },
			connection: {
				fetch: identity.fetch,
				clouds: [identity.cloud],
				token: () => undefined,
				readInput: () => Promise.resolve(""),
				...more,
			},
			untilStopped: () => stopped,
		});
		return { code, out: out.join("\n"), err: said.join("\n") };
	}

	/** Enters the code that the program shows. */
	function enters(user: "ada" | "ben"): (text: string) => void {
		return (text) => {
			const [, url, code] = /^Open (\S+) and enter the code (\S+)\./.exec(text) ?? [];
			if (url !== undefined && code !== undefined) void identity.person(identity.users[user]).enterCode(url, code);
		};
	}

	it("signs in with a device code, and leaves nothing behind", async () => {
		const before = identity.grants.length;
		const ran = await signedIn(["whoami", "--url", identity.environmentUrl, "--device-code"], enters("ada"));
		assert.equal(ran.code, 0, ran.err);
		const renewals = identity.grants.slice(before).filter((grant) => grant === "refresh_token");
		assert.deepEqual(renewals, [], "one token does for all that is asked");
		assert.match(ran.out, /^Environment {4}https:\/\/localhost:\d+\nUser {11}\S+/);
		assert.equal(said.length, 1, "one question");
		const leaked = identity.secrets().filter((secret) => `${ran.out}${ran.err}`.includes(secret));
		assert.deepEqual(leaked, []);
	});

	it("signs in with a client id and a tenant of one's own", async () => {
		const { clientId } = identity.applications.ownClient;
		const args = ["whoami", "--url", identity.environmentUrl, "--device-code", "--client-id", clientId];
		const ran = await signedIn([...args, "--tenant", identity.tenant], enters("ben"));
		assert.equal(ran.code, 0, ran.err);
		const wrong = await signedIn([...args, "--tenant", "fabrikam.test"], enters("ben"));
		assert.equal(wrong.code, 1);
		assert.match(wrong.err, /not known in the tenant/);
	});

	it("says what an own registration takes where the client id is not allowed", async () => {
		const args = ["whoami", "--url", identity.environmentUrl, "--device-code", "--client-id", randomUUID()];
		const ran = await signedIn(args, enters("ada"));
		assert.equal(ran.code, 1);
		assert.match(ran.err, /does not know the client id[^]*AADSTS700016[^]*An own application registration is needed/);
	});

	it("ends at once when it is stopped while the person has not entered the code", async () => {
		const ran = await signedIn(["whoami", "--url", identity.environmentUrl, "--device-code"], (text, stop) => {
			if (text.startsWith("Open ")) stop();
		});
		assert.equal(ran.code, 1);
		assert.match(ran.err, /cancelled/);
	});

	it("lists the environments of a cloud", async () => {
		const args = ["environments", "--cloud", "loopback", "--device-code", "--tenant", identity.tenant];
		const ran = await signedIn(args, enters("ada"));
		assert.equal(ran.code, 0, ran.err);
		assert.ok(ran.out.includes(identity.environmentUrl), ran.out);
		const json = await signedIn([...args, "--json"], enters("ada"));
		assert.ok(Array.isArray(JSON.parse(json.out)), json.out);
		assert.equal((await signedIn(["environments", "--cloud", "moon"], enters("ada"))).code, 2);
	});

	it("says that nobody here trusts the certificate, and sends no token then", async () => {
		const before = identity.front.seen.length;
		const ran = await dvw(["whoami", "--url", identity.environmentUrl], { env: { DVW_TOKEN: "token" } });
		assert.equal(ran.code, 1);
		assert.match(ran.err, /certificate/);
		assert.equal(identity.front.seen.length, before);
	});

	it("trusts what this machine trusts, and knows no other cloud than Microsoft's", async () => {
		const env = { NODE_EXTRA_CA_CERTS: identity.caFile };
		const wrong = await dvw(["whoami", "--url", identity.environmentUrl], { env: { ...env, DVW_TOKEN: "token" } });
		assert.deepEqual([wrong.code, wrong.out], [1, ""]);
		assert.match(wrong.err, /does not accept the token/);
		const foreign = await dvw(["whoami", "--url", identity.environmentUrl, "--device-code"], { env });
		assert.equal(foreign.code, 1);
		assert.match(foreign.err, /which is not the sign-in of a Microsoft cloud/);
	});
});
