import { deepEqual, equal, throws } from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LeakWatch } from "../../support/identity/leakWatch.ts";
import { scratchFolder } from "../../support/scratchFolder.ts";

const secret = "x+7/QmFzZTY0 & more==";

/** Each way in which a secret may get out, as a program would be careless with it. */
const planted: Readonly<Record<string, (watch: LeakWatch) => void>> = {
	"a line of the log": (watch) => {
		watch.tell("log", `GET https://localhost Bearer ${secret}`);
	},
	"a form": (watch) => {
		watch.tell("log", new URLSearchParams({ client_secret: secret }).toString().replaceAll("+", "%20"));
	},
	"a cause of an error": (watch) => {
		watch.tell("thrown", new Error("no", { cause: new Error(`sent ${secret}`) }));
	},
	"a property of an error": (watch) => {
		watch.tell("thrown", Object.assign(new Error("no"), { response: { body: { secret } } }));
	},
	"a message to a webview": (watch) => {
		watch.tell("posted", { rows: [{ headers: { authorization: secret } }] });
	},
	"something that only looks encrypted": (watch) => {
		watch.tell("file", Buffer.from(secret).toString("base64"));
	},
};

describe("the watch for leaks", () => {
	for (const [name, plant] of Object.entries(planted)) {
		it(`finds a secret in ${name}`, () => {
			const watch = new LeakWatch();
			watch.tell("log", "nothing to see");
			plant(watch);
			equal(watch.find([secret]).length, 1);
			deepEqual(watch.find(["another secret"]), []);
		});
	}

	it("finds a secret in a file, and says what stood before it but not the secret", async () => {
		const { path, remove } = await scratchFolder("leaks");
		mkdirSync(join(path, "deep"));
		writeFileSync(join(path, "deep", "state.json"), `{"token":"${secret}"}`);
		writeFileSync(join(path, "vault"), secret);
		const watch = new LeakWatch();
		watch.folder(path, /^vault$/);
		deepEqual(watch.find([secret]), [{ source: "deep/state.json", before: '{"token":"' }]);
		remove();
	});

	it("does not take a word of a few letters for a secret", () => {
		throws(() => new LeakWatch().find(["ada"]));
	});
});
