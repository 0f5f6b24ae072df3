import assert from "node:assert/strict";
import type { Socket } from "node:net";
import { join } from "node:path";
import { runToEnd } from "../../support/childProcess.ts";
import { createCertificates } from "../../support/identity/certificates.ts";
import { type BareServer, httpServer, tcpServer } from "../../support/client/bareServer.ts";
import { projectFolder } from "../../support/sharedFolder.ts";
import { inBrief, realExchange, sendBy } from "../../support/client/realExchange.ts";

const write = { method: "POST", url: "accounts", body: "{}", write: true, repeat: "never" } as const;
const unsure = "mayHaveBeenApplied unconditional";

/** What a server does with a connection, what a read and a write come to, and the connections that both make. */
interface Failure {
	readonly server: () => Promise<BareServer>;
	readonly read: string;
	readonly write: string;
	readonly connections: readonly [read: number, write: number];
}

const attempts = 3;

function end(socket: Socket): void {
	socket.once("data", () => socket.end());
}

const failures: Readonly<Record<string, Failure>> = {
	"a connection that is reset": {
		server: () => tcpServer((socket) => socket.once("data", () => socket.resetAndDestroy()), "http"),
		read: "network reset",
		write: unsure,
		connections: [3, 1],
	},
	"a connection that ends without an answer": {
		server: () => tcpServer(end, "http"),
		read: "network reset",
		write: unsure,
		connections: [3, 1],
	},
	"an answer that is no HTTP": {
		server: () => tcpServer((socket) => socket.end("HELLO\r\n\r\n"), "http"),
		read: "network other",
		write: unsure,
		connections: [3, 1],
	},
	"a body that is cut": {
		server: () =>
			httpServer((request, response) => {
				response.writeHead(200, { "content-length": "100" });
				response.write("abc", () => request.socket.resetAndDestroy());
			}),
		read: "network reset",
		write: unsure,
		connections: [3, 1],
	},
	"a certificate that nobody trusts": {
		server: async () => httpServer((_, response) => response.end("{}"), (await createCertificates()).server),
		read: "network certificate",
		write: "network certificate",
		connections: [1, 1],
	},
	"a server without TLS": {
		server: () => httpServer((_, response) => response.end("{}")),
		read: "network other",
		write: "network other",
		connections: [1, 1],
	},
	"TLS that breaks off while it begins": {
		server: () => tcpServer((socket) => socket.once("data", () => socket.destroy()), "https"),
		read: "network reset",
		write: "network reset",
		connections: [3, 3],
	},
};

describe("What goes wrong between client and service", () => {
	for (const [name, failure] of Object.entries(failures)) {
		it(name, async () => {
			const server = await failure.server();
			const origin = name === "a server without TLS" ? server.origin.replace("http:", "https:") : server.origin;
			const exchange = realExchange(origin, "t", { attempts });
			const before = server.connections;
			assert.equal(inBrief(await sendBy(exchange)), failure.read);
			const between = server.connections;
			assert.equal(inBrief(await sendBy(exchange, write)), failure.write);
			assert.deepEqual([between - before, server.connections - between], failure.connections);
			await server.close();
		});
	}

	it("nobody who listens", async () => {
		const server = await httpServer((_, response) => response.end("{}"));
		await server.close();
		const exchange = realExchange(server.origin, "t", { attempts });
		const problem = { code: "network", cause: "refused", attempts };
		for (const request of [{}, write]) {
			const result = await sendBy(exchange, request);
			assert.ok(!result.ok);
			assert.deepEqual({ ...problem, request: result.problem.request }, result.problem);
		}
	});

	it("a proxy that wants to know who one is", async function () {
		// Node 22 takes no proxy from its environment; the editor puts its own fetch there.
		if (Number(process.versions.node.split(".")[0]) < 24) this.skip();
		let asked = "";
		const proxy = await tcpServer((socket) => {
			socket.on("data", (data) => {
				asked += data.toString();
				socket.end("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=x\r\n\r\n");
			});
		}, "http");
		const script = join(projectFolder, "test", "support", "client", "proxiedOnce.ts");
		const env = { ...process.env, NODE_USE_ENV_PROXY: "1", HTTPS_PROXY: proxy.origin, NO_PROXY: "" };
		const args = [...process.execArgv, script, "https://contoso.crm4.dynamics.com"];
		const { output } = await runToEnd(process.execPath, args, { env });
		assert.match(output, /^network proxy and network proxy$/m);
		assert.match(asked, /^CONNECT contoso\.crm4\.dynamics\.com:443 /);
		assert.doesNotMatch(asked, /the-token/);
		assert.equal(proxy.connections, 2);
		await proxy.close();
	});

	it("a name that is none", async () => {
		// A machine that is offline cannot know it.
		const exchange = realExchange("https://no-such-environment.invalid", "t", { attempts: 1 });
		assert.match(inBrief(await sendBy(exchange)), /^network (?:nameNotFound|offline)$/);
	});
});
