import { deepEqual, equal, ok } from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";
import { ConfigurationTarget, workspace } from "vscode";
import { attempt } from "../../src/core/client/exchange/attempt.ts";
import { systemClock } from "../../src/disk/systemClock.ts";
import { editorFetch } from "../../src/host/editorFetch.ts";

/** A name that no machine has, so that whatever is asked of it goes to a proxy or nowhere. */
const url = "https://dataverse.invalid/api/data/v9.2/WhoAmI";

describe("Requests in this VS Code", function () {
	this.timeout(60_000);
	const asked: string[] = [];
	let proxy: Server;

	before(async () => {
		proxy = createServer((socket) => {
			socket.on("error", () => undefined);
			socket.once("data", (data) => {
				asked.push(data.toString("latin1"));
				socket.end("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
			});
		});
		await once(proxy.listen(0, "127.0.0.1"), "listening");
	});

	after(async () => {
		await setProxy(undefined);
		proxy.close();
	});

	async function ask(): Promise<string> {
		const request = { url, method: "GET", headers: { authorization: "Bearer the-token" } };
		const parts = { fetch: editorFetch, clock: systemClock, signal: new AbortController().signal, timeout: 20_000 };
		const outcome = await attempt(request, parts);
		return outcome.kind === "lost" ? `${outcome.kind} ${outcome.cause}` : outcome.kind;
	}

	it("go through the proxy of VS Code's settings, which gets to see no token", async () => {
		await setProxy(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
		equal(await ask(), "lost proxy");
		deepEqual(
			new Set(asked.map((text) => text.split("\r\n", 1)[0])),
			new Set(["CONNECT dataverse.invalid:443 HTTP/1.1"]),
		);
		ok(!asked.join("").includes("the-token"));
	});
});

async function setProxy(value: string | undefined): Promise<void> {
	await workspace.getConfiguration("http").update("proxy", value, ConfigurationTarget.Global);
}
