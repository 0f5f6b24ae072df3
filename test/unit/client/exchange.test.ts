import assert from "node:assert/strict";
import type { ClientProblem } from "../../../src/core/client/clientProblem.ts";
import type { ExchangeResult } from "../../../src/core/client/exchange/exchange.ts";
import type { Progress } from "../../../src/core/client/requestOptions.ts";
import { apiOrigin, appOrigin, exchangeRig } from "../../support/client/clientRig.ts";
import { fetchFailed } from "../../support/client/scriptedFetch.ts";

function problemOf(result: ExchangeResult): ClientProblem {
	assert.ok(!result.ok, "expected a problem");
	return result.problem;
}

const write = { method: "POST", write: true, repeat: "never", body: "{}" } as const;
const reset = fetchFailed("ECONNRESET", { syscall: "read" });

describe("The exchange", () => {
	it("gives an answer with what is known of it", async () => {
		const rig = exchangeRig([{ status: 200, text: "{}", headers: { "X-MS-Service-Request-Id": "s" } }]);
		const result = await rig.send({ url: "accounts?$top=1" });
		const url = `${appOrigin}/api/data/v9.2/accounts?$top=1`;
		const request = { method: "GET", path: "/api/data/v9.2/accounts?$top=1", clientRequestId: "id-1" };
		const reply = { status: 200, milliseconds: 0, size: 2, retries: 0, clientRequestId: "id-1", serviceRequestId: "s" };
		assert.deepEqual(result, {
			ok: true,
			value: {
				status: 200,
				headers: { "x-ms-service-request-id": "s" },
				text: "{}",
				repeated: false,
				reply,
				request: { ...request, serviceRequestId: "s" },
				url,
			},
		});
		const [seen] = rig.seen;
		assert.equal(seen?.redirect, "manual");
		assert.equal(seen.headers.authorization, "Bearer token-1");
		assert.equal(seen.headers["x-ms-client-request-id"], "id-1");
	});

	it("asks for a token of the origin that it goes to", async () => {
		const rig = exchangeRig([{ status: 204 }]);
		await rig.send();
		await rig.send({ url: `${apiOrigin}/api/data/v9.2/accounts` });
		assert.deepEqual(rig.asked, [{ origin: appOrigin }, { origin: apiOrigin }]);
	});

	it("renews a refused token once, for writes as well", async () => {
		const rig = exchangeRig([{ status: 401 }, { status: 204 }]);
		assert.equal((await rig.send(write)).ok, true);
		assert.deepEqual(rig.asked, [{ origin: appOrigin }, { origin: appOrigin, refused: "token-1" }]);
		assert.deepEqual(
			rig.seen.map(({ headers }) => headers.authorization),
			["Bearer token-1", "Bearer token-2"],
		);
		const refused = exchangeRig([{ status: 401 }]);
		const problem = problemOf(await refused.send());
		assert.ok(problem.code === "service" && problem.status === 401);
		assert.equal(refused.seen.length, 2);
	});

	it("sends nothing to another origin, and asks nobody for a token of it", async () => {
		const rig = exchangeRig([{ status: 200 }]);
		for (const url of [
			"https://evil.example/api/data/v9.2/accounts",
			"//evil.example/x",
			"https://x@contoso.crm4.dynamics.com/",
		])
			assert.equal(problemOf(await rig.send({ url })).code, "foreignOrigin");
		assert.deepEqual([rig.seen, rig.asked], [[], []]);
	});

	it("sends no batch with a part for another origin", async () => {
		const rig = exchangeRig([{ status: 200 }]);
		const body = "--b\r\nContent-Type: application/http\r\n\r\nGET https://evil.example/ HTTP/1.1\r\n\r\n\r\n--b--\r\n";
		const problem = problemOf(await rig.send({ method: "POST", url: "$batch", body, write: true, repeat: "never" }));
		assert.deepEqual(problem.code === "foreignOrigin" && problem.origin, "https://evil.example");
		assert.deepEqual([rig.seen, rig.asked], [[], []]);
	});

	for (const [what, name, lines] of [
		["by its Host header", "$batch", "GET /api/data/v9.2/accounts HTTP/1.1\r\nHost: evil.example"],
		["by a Host header behind a bare CR", "$batch", "GET /accounts HTTP/1.1\rhost :evil.example"],
		["in a batch whose name is encoded", "%24b%61tch", "GET https://evil.example/ HTTP/1.1"],
	] as const) {
		it(`sends no batch with a part for another origin, named ${what}`, async () => {
			const rig = exchangeRig([{ status: 200 }]);
			const body = `--b\r\nContent-Type: application/http\r\n\r\n${lines}\r\n\r\n\r\n--b--\r\n`;
			const problem = problemOf(await rig.send({ method: "POST", url: name, body, write: true, repeat: "never" }));
			assert.deepEqual(problem.code === "foreignOrigin" && problem.origin, "https://evil.example");
			assert.deepEqual([rig.seen, rig.asked], [[], []]);
		});
	}

	it("takes the environment's own host in a batch", async () => {
		const rig = exchangeRig([{ status: 200 }]);
		const part = "GET /api/data/v9.2/accounts HTTP/1.1\r\nHost: contoso.crm4.dynamics.com\r\n\r\n";
		const body = `--b\r\nContent-Type: application/http\r\n\r\n${part}\r\n--b--\r\n`;
		assert.ok((await rig.send({ method: "POST", url: "$batch", body, write: true, repeat: "never" })).ok);
	});

	for (const location of [
		"https://evil.example/",
		"//evil.example/",
		"http://contoso.crm4.dynamics.com/",
		"https://a@contoso.crm4.dynamics.com/",
	]) {
		it(`follows no redirect to ${location}`, async () => {
			const rig = exchangeRig([{ status: 302, headers: { location } }]);
			assert.equal(problemOf(await rig.send()).code, "foreignOrigin");
			assert.equal(problemOf(await rig.send(write)).code, "foreignOrigin");
			assert.equal(rig.seen.length, 2);
		});
	}

	it("follows a redirect of a read within the environment, with a token of where it leads", async () => {
		const rig = exchangeRig([
			{ status: 307, headers: { location: `${apiOrigin}/api/data/v9.2/accounts` } },
			{ status: 200 },
		]);
		const result = await rig.send();
		assert.equal(result.ok && result.value.url, `${apiOrigin}/api/data/v9.2/accounts`);
		assert.deepEqual(rig.asked, [{ origin: appOrigin }, { origin: apiOrigin }]);
	});

	it("sends no write to where a redirect leads", async () => {
		const rig = exchangeRig([{ status: 307, headers: { location: "/api/data/v9.2/contacts" } }]);
		const problem = problemOf(await rig.send(write));
		assert.deepEqual(problem.code === "unreadable" && problem.what, "redirect");
		assert.equal(rig.seen.length, 1);
	});

	it("does not follow a read to where it would be no read any more", async () => {
		const body = "--b\r\nContent-Type: application/http\r\n\r\nGET accounts HTTP/1.1\r\n\r\n\r\n--b--\r\n";
		const headers = { "Content-Type": "multipart/mixed; boundary=b" };
		for (const [request, location] of [
			[{}, "/main.aspx?delete=1"],
			[{ method: "POST", url: "$batch", body, headers }, "/api/data/v9.2/WinOpportunity"],
		] as const) {
			const rig = exchangeRig([{ status: 307, headers: { location } }, { status: 200 }]);
			const problem = problemOf(await rig.send(request));
			assert.deepEqual(problem.code === "unreadable" && problem.what, "redirect");
			assert.equal(rig.seen.length, 1);
		}
	});

	it("refuses headers that are not for others to set", async () => {
		const rig = exchangeRig([{ status: 200 }]);
		const problem = problemOf(await rig.send({ options: { headers: { Authorization: "Bearer mine" } } }));
		assert.deepEqual(problem.code === "forbiddenHeader" && problem.header, "authorization");
		assert.deepEqual([rig.seen, rig.asked], [[], []]);
	});

	it("tells who waits, and how long, without counting limits as attempts", async () => {
		const limit = { status: 429, headers: { "retry-after": "17" } };
		const rig = exchangeRig([limit, limit, limit, { status: 503 }, { status: 200 }], { attempts: 2 });
		const told: Progress[] = [];
		const result = await rig.send({ options: { onProgress: (progress) => told.push(progress) } });
		assert.equal(result.ok && result.value.reply.retries, 4);
		assert.deepEqual(told, [
			{ kind: "waiting", seconds: 17, reason: "limit", attempt: 1 },
			{ kind: "waiting", seconds: 17, reason: "limit", attempt: 2 },
			{ kind: "waiting", seconds: 17, reason: "limit", attempt: 3 },
			{ kind: "waiting", seconds: 0.25, reason: "failure", attempt: 4 },
		]);
		assert.deepEqual(rig.clock.waits, [17000, 17000, 17000, 250]);
	});

	it("lets all requests wait for a limit that one has met", async () => {
		const rig = exchangeRig([{ status: 429, headers: { "retry-after": "60" } }, { status: 200 }]);
		const begun = rig.clock.now();
		const first = rig.send();
		while (rig.seen.length === 0) await Promise.resolve();
		await Promise.resolve();
		const others = [rig.send(), rig.send()];
		await Promise.all([first, ...others]);
		assert.equal(rig.clock.now() - begun, 60_000);
		assert.equal(rig.seen.length, 4);
	});

	it("repeats a write only where it may, and says so", async () => {
		const rig = exchangeRig([reset, { status: 412 }]);
		const refused = await rig.send({ ...write, repeat: "conditional" });
		assert.equal(!refused.ok && refused.repeated, true);
		assert.equal(problemOf(refused).code, "service");
		const saved = await exchangeRig([reset, { status: 204 }]).send({ ...write, repeat: "conditional" });
		assert.equal(saved.ok && saved.value.repeated, true);
		const once = exchangeRig([reset]);
		const unsure = { reason: "action", check: "accounts" } as const;
		const problem = problemOf(await once.send({ ...write, unsure }));
		assert.deepEqual(
			{ ...problem, request: undefined },
			{ code: "mayHaveBeenApplied", ...unsure, attempts: 1, request: undefined },
		);
		assert.equal(once.seen.length, 1);
	});

	it("repeats any write that was never sent", async () => {
		const rig = exchangeRig([fetchFailed("ECONNREFUSED"), fetchFailed("ENOTFOUND"), { status: 204 }]);
		const result = await rig.send(write);
		assert.equal(result.ok && result.value.repeated, false);
		assert.equal(rig.seen.length, 3);
	});

	it("takes an answer whose body broke off for none", async () => {
		const broken = { status: 200, text: new TypeError("terminated", { cause: reset.cause }) };
		const rig = exchangeRig([broken, { status: 200, text: "{}" }]);
		const result = await rig.send();
		assert.equal(result.ok && result.value.text, "{}");
		assert.equal(problemOf(await exchangeRig([broken]).send(write)).code, "mayHaveBeenApplied");
		const refused = problemOf(await exchangeRig([{ ...broken, status: 403 }]).send(write));
		assert.ok(refused.code === "service" && refused.status === 403);
	});

	it("gives up after the time-out, attempt by attempt", async () => {
		const rig = exchangeRig(["silence"], { attempts: 3, timeout: 5000 });
		const problem = problemOf(await rig.send());
		assert.deepEqual(problem.code === "network" && [problem.cause, problem.attempts], ["timedOut", 3]);
		assert.deepEqual(rig.clock.waits, [5000, 250, 5000, 500, 5000]);
		const own = exchangeRig(["silence"], { attempts: 1 });
		await own.send({ options: { timeout: 70 } });
		assert.deepEqual(own.clock.waits, [70]);
	});

	it("counts what it did for the log", async () => {
		const limits = {
			"x-ms-ratelimit-burst-remaining-xrm-requests": "5999",
			"x-ms-ratelimit-time-remaining-xrm-requests": "1,200.00",
		};
		const rig = exchangeRig([reset, { status: 400, text: "no", headers: { ...limits, REQ_ID: "r" } }, reset]);
		await rig.send();
		await rig.send(write);
		assert.deepEqual(rig.ends, [
			{
				milliseconds: 250,
				size: 2,
				retries: 1,
				status: 400,
				serviceRequestId: "r",
				remainingRequests: "5999",
				remainingTime: "1,200.00",
			},
			{ milliseconds: 0, size: 0, retries: 0, problem: "mayHaveBeenApplied" },
		]);
	});

	it("gives the log no token", async () => {
		const started: unknown[] = [];
		const log = { started: (entry: unknown) => (started.push(entry), (): void => undefined) };
		await exchangeRig([{ status: 401 }, { status: 500, text: "x" }], { log, attempts: 2 }).send(write);
		assert.doesNotMatch(JSON.stringify(started), /token-|authorization/i);
	});

	it("says who is to sign in, and asks for nothing more", async () => {
		const tokens = { token: () => Promise.resolve({ ok: false, problem: { code: "consentMissing" } } as const) };
		const rig = exchangeRig([{ status: 200 }], { tokens });
		const problem = problemOf(await rig.send());
		assert.deepEqual(problem.code === "signIn" && problem.problem, { code: "consentMissing" });
		assert.deepEqual(rig.seen, []);
	});

	it("tells a person who waits for a token", async () => {
		const told: Progress[] = [];
		const options = { onProgress: (progress: Progress): void => void told.push(progress) };
		const slow = exchangeRig([{ status: 200 }], {
			tokens: {
				token: async ({ signal }) => {
					await slow.clock.wait(5000, signal);
					return { ok: true, value: "t" };
				},
			},
		});
		await slow.send({ options });
		assert.deepEqual(told, [{ kind: "signingIn" }]);
		await exchangeRig([{ status: 200 }]).send({ options });
		assert.equal(told.length, 1);
	});
});
