import assert from "node:assert/strict";
import { connect } from "node:net";
import { gunzipSync, gzipSync } from "node:zlib";
import { organization } from "../../../src/sandbox/service/identity.ts";
import type { RunningSandbox } from "../../../src/sandbox/server/startSandbox.ts";
import { errorOf, type HttpRequest, runSandbox, send } from "../../support/sandbox/runningSandbox.ts";

const api = "/api/data/v9.2/";
const json = { "content-type": "application/json" } as const;

describe("the sandbox's server", () => {
	let sandbox: RunningSandbox;
	const mistakes: string[] = [];
	before(async () => {
		sandbox = await runSandbox({ log: (text) => mistakes.push(text) });
	});
	after(async () => {
		await sandbox.close();
		assert.deepEqual(mistakes, []);
	});

	/** What is sent, to where, and the status that answers; `{port}` stands for the sandbox's. */
	const guards: readonly (readonly [string, string, HttpRequest, number])[] = [
		["with the token", `${api}WhoAmI`, {}, 200],
		["with the scheme in other letters", `${api}WhoAmI`, { headers: { authorization: "bearer {token}" } }, 200],
		["as localhost", `${api}WhoAmI`, { headers: { host: "localhost:{port}" } }, 200],
		["without a token", `${api}WhoAmI`, { headers: { authorization: undefined } }, 401],
		["with another token", `${api}WhoAmI`, { headers: { authorization: "Bearer other" } }, 401],
		["with an empty token", `${api}WhoAmI`, { headers: { authorization: "Bearer " } }, 401],
		["with the beginning of the token", `${api}WhoAmI`, { headers: { authorization: "Bearer {start}" } }, 401],
		["with another scheme", `${api}WhoAmI`, { headers: { authorization: "Basic {token}" } }, 401],
		["the control routes without a token", "/sandbox/faults", { headers: { authorization: undefined } }, 401],
		["an address that is none, without a token", "/", { headers: { authorization: undefined } }, 401],
		["under a name of somebody else", `${api}WhoAmI`, { headers: { host: "evil.example:{port}" } }, 403],
		["under its name without the port", `${api}WhoAmI`, { headers: { host: "127.0.0.1" } }, 403],
		["under its name with another port", `${api}WhoAmI`, { headers: { host: "127.0.0.1:1" } }, 403],
		["under an empty name", `${api}WhoAmI`, { headers: { host: "" } }, 403],
		["from a web page", `${api}WhoAmI`, { headers: { origin: "https://evil.example" } }, 403],
		["from a page without an origin of its own", `${api}WhoAmI`, { headers: { origin: "null" } }, 403],
		["from a page of another local server", `${api}WhoAmI`, { headers: { origin: "http://127.0.0.1:1" } }, 403],
		[
			"the question of a browser before its request",
			`${api}accounts`,
			{ method: "OPTIONS", headers: { origin: "https://evil.example" } },
			403,
		],
		["from itself", `${api}WhoAmI`, { headers: { origin: "http://127.0.0.1:{port}" } }, 200],
		["a method it does not know", `${api}accounts`, { method: "TRACE" }, 405],
		["an address besides the service", "/other", {}, 404],
		["a control route that is none", "/sandbox/other", {}, 404],
		["a control route with the wrong method", "/sandbox/faults", { method: "POST" }, 405],
		[
			"a body that is no JSON by its type",
			`${api}accounts`,
			{ method: "POST", body: "a=b", headers: { "content-type": "text/plain" } },
			415,
		],
		["a body without a type", `${api}accounts`, { method: "POST", body: "{}" }, 415],
		[
			"a body in an unknown encoding",
			`${api}accounts`,
			{ method: "POST", body: "{}", headers: { ...json, "content-encoding": "br" } },
			415,
		],
		[
			"a body that is not what its encoding says",
			`${api}accounts`,
			{ method: "POST", body: "{}", headers: { ...json, "content-encoding": "gzip" } },
			400,
		],
		[
			"a URL of 33,000 characters",
			`${api}accounts?$filter=name eq '${"x".repeat(33_000)}'`.replaceAll(" ", "%20"),
			{},
			400,
		],
		["a URL larger than all headers may be", `${api}accounts?$filter=${"x".repeat(120_000)}`, {}, 400],
		[
			"a body announced as too large",
			`${api}accounts`,
			{ method: "POST", headers: { ...json, "content-length": "40000000", expect: "100-continue" } },
			413,
		],
	];
	for (const [what, path, { headers = {}, ...request }, status] of guards)
		it(`${what}: ${status}`, async () => {
			const { port } = new URL(sandbox.url);
			const fill = (text: string | undefined): string | undefined =>
				text?.replace("{port}", port).replace("{token}", sandbox.token).replace("{start}", sandbox.token.slice(0, 20));
			const filled = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value)]));
			const answer = await send(sandbox, path, { ...request, headers: filled });
			assert.equal(answer.status, status, answer.body.toString("utf8"));
			assert.equal(answer.headers["odata-version"], "4.0");
			if (status >= 400) errorOf(answer);
		});

	it("challenges in the service's own form", async () => {
		const { headers } = await send(sandbox, `${api}accounts`, { headers: { authorization: undefined } });
		assert.equal(
			headers["www-authenticate"],
			`Bearer authorization_uri=https://login.microsoftonline.com/${organization.tenantId}/oauth2/authorize, resource_id=${sandbox.url}/`,
		);
	});

	it("never tells web pages that they may read", async () => {
		const { headers } = await send(sandbox, `${api}WhoAmI`);
		assert.equal(headers["access-control-allow-origin"], undefined);
	});

	it("tells how much of the service protection limits is left", async () => {
		const left = async (): Promise<number> =>
			Number((await send(sandbox, `${api}WhoAmI`)).headers["x-ms-ratelimit-burst-remaining-xrm-requests"]);
		const before = await left();
		assert.ok(before > 0 && before < 6000);
		assert.equal(await left(), before - 1);
	});

	it("refuses a body that turns out too large, compressed or not", async () => {
		const large = Buffer.alloc(33 * 1024 * 1024, " ");
		const plain = await send(sandbox, `${api}accounts`, { method: "POST", body: large, headers: json });
		assert.equal(plain.status, 413);
		errorOf(plain);
		const bomb = await send(sandbox, `${api}accounts`, {
			method: "POST",
			body: gzipSync(large, { level: 1 }),
			headers: { ...json, "content-encoding": "gzip" },
		});
		assert.equal(bomb.status, 413);
		errorOf(bomb);
	});

	it("compresses what is worth it, for those who take it", async () => {
		const plain = await send(sandbox, api);
		assert.equal(plain.headers["content-encoding"], undefined);
		const packed = await send(sandbox, api, { headers: { "accept-encoding": "br, gzip;q=0.8" } });
		assert.equal(packed.headers["content-encoding"], "gzip");
		assert.equal(gunzipSync(packed.body).toString("utf8"), plain.body.toString("utf8"));
		for (const accept of ["gzip;q=0", "br", "identity"]) {
			const { headers } = await send(sandbox, api, { headers: { "accept-encoding": accept } });
			assert.equal(headers["content-encoding"], undefined, accept);
		}
		const small = await send(sandbox, `${api}WhoAmI`, { headers: { "accept-encoding": "gzip" } });
		assert.equal(small.headers["content-encoding"], undefined);
	});

	it("answers what is no HTTP, and goes on", async () => {
		const { port } = new URL(sandbox.url);
		const text = await new Promise<string>((resolve, reject) => {
			const socket = connect(Number(port), "127.0.0.1", () => socket.write("hello\r\n\r\n"));
			let read = "";
			socket.setEncoding("utf8").on("data", (chunk: string) => (read += chunk));
			socket.once("close", () => {
				resolve(read);
			});
			socket.once("error", reject);
		});
		assert.match(text, /^HTTP\/1\.1 400 /);
		assert.match(text, /\{"error":\{"code":"","message":".+"\}\}$/);
		assert.equal((await send(sandbox, `${api}WhoAmI`)).status, 200);
	});

	it("is not held up by those who open connections and say nothing", async () => {
		const { port } = new URL(sandbox.url);
		const idle = Array.from({ length: 100 }, () => connect(Number(port), "127.0.0.1").on("error", () => undefined));
		idle[0]?.write("POST /api/data/v9.2/accounts HTTP/1.1\r\ncontent-length: 10\r\n");
		assert.equal((await send(sandbox, `${api}WhoAmI`)).status, 200);
		for (const socket of idle) socket.destroy();
	});

	it("takes it as no mistake when a client goes away", async () => {
		const { port } = new URL(sandbox.url);
		const head = `host: 127.0.0.1:${port}\r\nauthorization: Bearer ${sandbox.token}\r\n`;
		const beginnings = [
			`POST ${api}accounts HTTP/1.1\r\n${head}content-type: application/json\r\ncontent-length: 100\r\n\r\n{"name":`,
			`GET ${api} HTTP/1.1\r\n${head}\r\n`,
			`GET ${api}accounts HTTP/1.1\r\n`,
		];
		for (const beginning of beginnings)
			await new Promise<void>((resolve) => {
				const socket = connect(Number(port), "127.0.0.1", () => {
					socket.write(beginning, () => {
						socket.resetAndDestroy();
					});
				});
				socket.on("error", () => undefined);
				socket.once("close", () => {
					resolve();
				});
			});
		assert.equal((await send(sandbox, `${api}WhoAmI`)).status, 200);
	});

	it("keeps a connection for several requests", async () => {
		const { port } = new URL(sandbox.url);
		const one = `GET ${api}WhoAmI HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${sandbox.token}\r\n`;
		const text = await new Promise<string>((resolve, reject) => {
			const socket = connect(Number(port), "127.0.0.1", () =>
				socket.write(`${one}\r\n${one}connection: close\r\n\r\n`),
			);
			let read = "";
			socket.setEncoding("utf8").on("data", (chunk: string) => (read += chunk));
			socket.once("close", () => {
				resolve(read);
			});
			socket.once("error", reject);
		});
		assert.equal(text.match(/HTTP\/1\.1 200 OK/g)?.length, 2);
	});
});
