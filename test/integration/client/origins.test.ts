import assert from "node:assert/strict";
import type { IncomingMessage } from "node:http";
import { createClient } from "../../../src/core/client/createClient.ts";
import type { ClientProblem } from "../../../src/core/client/clientProblem.ts";
import { type BareServer, httpServer } from "../../support/client/bareServer.ts";
import { inBrief, realExchange, sendBy } from "../../support/client/realExchange.ts";
import { fastClock } from "../../support/client/fastClock.ts";

const token = "the-token-that-goes-nowhere-else";

describe("A token", () => {
	let elsewhere: BareServer;
	const strayed: IncomingMessage[] = [];
	before(async () => {
		elsewhere = await httpServer((request, response) => {
			strayed.push(request);
			response.end("{}");
		});
	});
	after(async () => {
		await elsewhere.close();
	});
	afterEach(() => {
		assert.deepEqual([strayed.length, elsewhere.connections], [0, 0]);
	});

	for (const status of [301, 302, 303, 307, 308]) {
		it(`goes to no other origin by ${status}`, async () => {
			const home = await httpServer((_, response) => {
				response.writeHead(status, { location: `${elsewhere.origin}/api/data/v9.2/WhoAmI` }).end("moved");
			});
			const exchange = realExchange(home.origin, token);
			assert.equal(inBrief(await sendBy(exchange)), `foreignOrigin ${elsewhere.origin}`);
			const write = { method: "POST", body: "{}", write: true, repeat: "never" } as const;
			assert.equal(inBrief(await sendBy(exchange, write)), `foreignOrigin ${elsewhere.origin}`);
			await home.close();
		});
	}

	it("goes to no other origin by nextLink", async () => {
		const home = await httpServer((_, response) => {
			const page = {
				value: [{ name: "a" }],
				"@odata.nextLink": `${elsewhere.origin}/api/data/v9.2/accounts?$skiptoken=2`,
			};
			response.setHeader("content-type", "application/json").end(JSON.stringify(page));
		});
		const client = createClient({
			origins: [home.origin],
			fetch,
			tokens: { token: () => Promise.resolve({ ok: true, value: token }) },
			clock: fastClock(),
			random: Math.random,
			newId: () => "id",
			writes: { mayWrite: () => true },
			log: { started: () => () => undefined },
		});
		const problems: ClientProblem[] = [];
		for await (const page of client.query("accounts")) if (!page.ok) problems.push(page.problem);
		assert.deepEqual(
			problems.map((problem) => problem.code === "foreignOrigin" && problem.origin),
			[elsewhere.origin],
		);
		const metadata = await client.metadata("EntityDefinitions");
		assert.equal(!metadata.ok && metadata.problem.code, "foreignOrigin");
		await home.close();
	});

	it("is sent to where a redirect within the environment leads", async () => {
		const seen: (string | undefined)[] = [];
		const home = await httpServer((request, response) => {
			seen.push(`${request.url} ${request.headers.authorization}`);
			if (request.url === "/api/data/v9.2/WhoAmI") response.writeHead(302, { location: "/api/data/v9.1/WhoAmI" }).end();
			else response.end("{}");
		});
		assert.equal(inBrief(await sendBy(realExchange(home.origin, token))), "ok 200");
		assert.deepEqual(
			seen,
			["2", "1"].map((minor) => `/api/data/v9.${minor}/WhoAmI Bearer ${token}`),
		);
		await home.close();
	});
});
