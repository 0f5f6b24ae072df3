import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import type { Exchange, ExchangeRequest, ExchangeResult } from "../../../src/core/client/exchange/exchange.ts";
import { type BareServer, httpServer, tcpServer } from "../../support/client/bareServer.ts";
import { inBrief, realExchange, sendBy } from "../../support/client/realExchange.ts";

/** A server that brings a request to where it is given up, and says so. Nothing would ever end it. */
type Phase = (reached: () => void) => Promise<BareServer>;

const phases: Readonly<Record<string, Phase>> = {
	"while it waits for an answer": (reached) => httpServer(reached),
	"while the headers come": (reached) =>
		tcpServer((socket) => {
			socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n", reached);
			socket.resume();
		}, "http"),
	"while the body comes": (reached) =>
		httpServer(
			answering((response) => {
				response.writeHead(200, { "content-length": "1000000" });
				response.write("x".repeat(200_000), reached);
			}),
		),
};

function answering(answer: (response: Parameters<RequestListener>[1]) => void): RequestListener {
	return (_, response) => {
		answer(response);
	};
}

const write = { method: "POST", url: "accounts", body: "{}", write: true, repeat: "never" } as const;

describe("Giving up a request", () => {
	/** Gives up when the server has been reached; the server still has the connection then. */
	async function giveUp(phase: Phase, request: Partial<ExchangeRequest>): Promise<[BareServer, ExchangeResult]> {
		const person = new AbortController();
		let reached = (): void => undefined;
		const there = new Promise<void>((resolve) => (reached = resolve));
		const server = await phase(() => {
			reached();
		});
		const sent = sendBy(realExchange(server.origin, "t"), { ...request, options: { signal: person.signal } });
		await there;
		person.abort();
		return [server, await sent];
	}

	for (const [name, phase] of Object.entries(phases)) {
		it(`${name} frees the connection`, async () => {
			const [server, result] = await giveUp(phase, {});
			assert.deepEqual(result.ok || result.problem, {
				code: "cancelled",
				request: result.ok || result.problem.request,
			});
			await server.closed(1);
			await server.close();
		});

		it(`${name} of a write says that nothing takes it back`, async () => {
			const [server, result] = await giveUp(phase, write);
			const request = result.ok ? undefined : result.problem.request;
			assert.deepEqual(result.ok || result.problem, { code: "cancelled", mayHaveBeenApplied: true, request });
			await server.closed(1);
			await server.close();
		});
	}

	// The platform goes on with a handshake that it has begun, for others to use, and ends it after ten seconds by itself.
	it("while TLS begins waits for nothing", async () => {
		const [server, result] = await giveUp((reached) => tcpServer(reached, "https"), {});
		assert.equal(inBrief(result), "cancelled");
		await server.close();
	});

	/** Sends, and gives up as soon as it is said to be waiting. */
	async function givenUpWaiting(exchange: Exchange): Promise<string> {
		const person = new AbortController();
		const onProgress = (): void => {
			setImmediate(() => {
				person.abort();
			});
		};
		return inBrief(await sendBy(exchange, { options: { signal: person.signal, onProgress } }));
	}

	for (const status of [429, 503]) {
		it(`while it waits after ${status} ends the wait`, async () => {
			const server = await httpServer((_, response) => {
				response.writeHead(status, { "retry-after": "300" }).end();
			});
			assert.equal(await givenUpWaiting(realExchange(server.origin, "t")), "cancelled");
			assert.equal(server.connections, 1);
			await server.close();
		});
	}

	it("while it waits for a token asks for nothing more, whoever gives it", async () => {
		const server = await httpServer((_, response) => response.end("{}"));
		const person = new AbortController();
		const tokens = {
			token: () => {
				queueMicrotask(() => {
					person.abort();
				});
				return new Promise<never>(() => undefined);
			},
		};
		const sent = sendBy(realExchange(server.origin, "t", { tokens }), { options: { signal: person.signal } });
		assert.equal(inBrief(await sent), "cancelled");
		assert.equal(server.connections, 0);
		await server.close();
	});

	it("in the queue leaves the others their places", async () => {
		const answers: (() => void)[] = [];
		let arrived = (): void => undefined;
		const server = await httpServer((_, response) => {
			answers.push(() => response.end("{}"));
			arrived();
		});
		const exchange = realExchange(server.origin, "t", { concurrency: 1 });
		const first = new Promise<void>((resolve) => (arrived = resolve));
		const person = new AbortController();
		const going = sendBy(exchange);
		const queued = sendBy(exchange, { options: { signal: person.signal } });
		const behind = sendBy(exchange);
		await first;
		person.abort();
		assert.equal(inBrief(await queued), "cancelled");
		const second = new Promise<void>((resolve) => (arrived = resolve));
		answers[0]?.();
		assert.equal(inBrief(await going), "ok 200");
		await second;
		answers[1]?.();
		assert.equal(inBrief(await behind), "ok 200");
		assert.equal(answers.length, 2);
		await server.close();
	});

	it("before it began sends nothing", async () => {
		const server = await httpServer((_, response) => response.end("{}"));
		const signal = AbortSignal.abort();
		assert.equal(inBrief(await sendBy(realExchange(server.origin, "t"), { options: { signal } })), "cancelled");
		assert.equal(server.connections, 0);
		await server.close();
	});

	it("after it has ended changes nothing, and its connection serves the next", async () => {
		const server = await httpServer((_, response) => response.end("{}"));
		const exchange = realExchange(server.origin, "t");
		for (let turn = 0; turn < 20; turn += 1) {
			const person = new AbortController();
			assert.equal(inBrief(await sendBy(exchange, { options: { signal: person.signal } })), "ok 200");
			person.abort();
		}
		// The platform opens a second one where the first is not idle again in time.
		assert.ok(server.connections <= 2, String(server.connections));
		await server.close();
	});

	it("a time-out frees the connection as well", async () => {
		const server = await httpServer(answering((response) => response.write("x")));
		const exchange = realExchange(server.origin, "t", { attempts: 2, timeout: 5000 });
		assert.equal(inBrief(await sendBy(exchange)), "network timedOut");
		await server.closed(2);
		await server.close();
	});
});
