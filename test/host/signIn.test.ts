import { deepEqual, equal, match, ok } from "node:assert/strict";
import { EventEmitter, type LogOutputChannel, type SecretStorage, type SecretStorageChangeEvent, window } from "vscode";
import { EditorAccounts } from "../../src/features/signIn/editorAccount.ts";
import { secretStoreOf } from "../../src/features/signIn/secretStorage.ts";
import { editorSessions } from "../../src/features/signIn/sessionSource.ts";
import { RedactedLog } from "../../src/host/log.ts";

const scopes = ["https://contoso.crm4.dynamics.com/.default"];
const never = new AbortController().signal;

describe("The Microsoft account of this VS Code", function () {
	// The built-in extension starts with the first question to it.
	this.timeout(60_000);

	it("has nobody signed in, and says so without asking", async () => {
		deepEqual(await editorSessions.getAccounts("microsoft"), []);
		equal(await editorSessions.getSession("microsoft", scopes, { silent: true }), undefined);
		equal(await new EditorAccounts(editorSessions).userName("https://login.microsoftonline.com", "1"), undefined);
	});

	it("is none for a cloud that VS Code is not set up for", async () => {
		const target = {
			resource: "https://contoso.crm.microsoftdynamics.us",
			authority: "https://login.microsoftonline.us",
		};
		deepEqual(await new EditorAccounts(editorSessions).signIn(target, never), {
			ok: false,
			problem: { code: "noEditorAccount" },
		});
	});
});

describe("VS Code's secret storage", () => {
	it("keeps, gives and forgets, and tells the keys that have changed until it is told to stop", async () => {
		const changes = new EventEmitter<SecretStorageChangeEvent>();
		const kept = new Map<string, string>();
		const storage: Pick<SecretStorage, "get" | "store" | "delete" | "onDidChange"> = {
			get: (key) => Promise.resolve(kept.get(key)),
			store: (key, value) => {
				kept.set(key, value);
				changes.fire({ key });
				return Promise.resolve();
			},
			delete: (key) => {
				kept.delete(key);
				changes.fire({ key });
				return Promise.resolve();
			},
			onDidChange: changes.event,
		};
		const store = secretStoreOf(storage);
		const told: string[] = [];
		const stop = store.onDidChange((key) => told.push(key));
		await store.store("a", "1");
		equal(await store.get("a"), "1");
		await store.delete("a");
		equal(await store.get("a"), undefined);
		stop();
		await store.store("b", "2");
		deepEqual(told, ["a", "a"]);
	});
});

describe("The log", () => {
	let channel: LogOutputChannel;
	before(() => {
		channel = window.createOutputChannel("test of the log", { log: true });
	});

	/** A channel that keeps what it is given. */
	function listening(): { readonly log: RedactedLog; readonly lines: string[] } {
		const lines: string[] = [];
		const write = (text: unknown) => void lines.push(String(text));
		const writing = Object.fromEntries(
			["trace", "debug", "info", "warn", "error", "append", "appendLine", "replace"].map((name) => [name, write]),
		);
		return { log: new RedactedLog({ ...channel, ...writing }), lines };
	}

	const jwt = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJzb21lb25lIn0.c2lnbmF0dXJl";

	it("takes out tokens and secrets, wherever they stand", () => {
		const { log, lines } = listening();
		log.remember("S3cr~t-Value_of.an-app");
		log.info(`Bearer ${jwt}`);
		log.warn("sent", { headers: { authorization: `Bearer ${jwt}` } });
		log.error(new Error(`refused ${jwt}`, { cause: new Error("client_secret=S3cr~t-Value_of.an-app") }));
		log.debug("the secret is S3cr~t-Value_of.an-app");
		log.trace("in parts", "S3cr~t-Value", "_of.an-app");
		for (const write of ["append", "appendLine", "replace"] as const) log[write](`token ${jwt}`);
		equal(lines.length, 8);
		const all = lines.join("\n");
		ok(!all.includes("eyJ"), all);
		ok(!all.includes("S3cr~t-Value_of.an-app"), all);
		match(all, /refused/);
	});

	it("leaves the rest as it is", () => {
		const { log, lines } = listening();
		log.info("schema.dvs, 1,362 tables", 3, { a: 1 });
		deepEqual(lines, ['schema.dvs, 1,362 tables 3 {"a":1}']);
	});
});
