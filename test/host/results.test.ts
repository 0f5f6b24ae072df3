/** A document of results as VS Code sees it: edits, undo, what is dirty, drafts, and saving that sends nothing. */
import { deepEqual, equal, match, ok, rejects, throws } from "node:assert/strict";
import { tmpdir } from "node:os";
import {
	CancellationError,
	type CustomDocumentContentChangeEvent,
	type CustomDocumentEditEvent,
	EventEmitter,
	extensions,
	Uri,
	window,
	workspace,
} from "vscode";
import { createClient } from "../../src/core/client/createClient.ts";
import type { Fetch } from "../../src/core/client/fetch.ts";
import type { Environment } from "../../src/core/environment/environment.ts";
import { addressOf, resultsUri } from "../../src/features/results/resultsAddress.ts";
import type { ResultsDocument } from "../../src/features/results/resultsDocument.ts";
import { ResultsEditor } from "../../src/features/results/resultsEditor.ts";
import { BundledCatalog } from "../../src/host/bundledCatalog.ts";
import type { Environments } from "../../src/host/environments.ts";
import { StagedChanges } from "../../src/host/stagedChanges.ts";
import { english } from "../../src/words/message.ts";

const id = "7a911dec-295c-4000-8005-43a453be6a03";
const url = "http://127.0.0.1:1";
const sandbox: Environment = { id: "sandbox", name: "Sandbox", url, kind: "sandbox", source: "user" };

describe("a document of results", () => {
	const extension = extensions.getExtension("dataverse-workbench.dataverse-workbench");
	ok(extension);
	const log = window.createOutputChannel("test of results", { log: true });
	const catalogs = new BundledCatalog(Uri.joinPath(extension.extensionUri, "media", "schema", "schema.dvs"), log);
	const uri = resultsUri({ environment: "sandbox", table: "account" }, "Account (Sandbox)");
	let methods: string[];
	let rows: readonly object[];
	let editor: ResultsEditor;

	beforeEach(() => {
		methods = [];
		rows = [{ "@odata.etag": 'W/"1"', accountid: id, name: "Fabrikam", revenue: 60000 }];
		const { extensionUri } = extension;
		editor = new ResultsEditor({ extensionUri, environments: environments(), catalogs, staged: new StagedChanges() });
	});
	after(() => {
		catalogs.dispose();
		log.dispose();
	});

	/** The sandbox alone, whose service is a list of rows. */
	function environments(): Environments {
		const fetch: Fetch = (_url, { method }) => {
			methods.push(method);
			const text = JSON.stringify({ value: rows });
			return Promise.resolve({ status: 200, headers: new Headers(), text: () => Promise.resolve(text) });
		};
		const client = createClient({
			origins: [url],
			fetch,
			tokens: { token: () => Promise.resolve({ ok: true, value: "token" }) },
			clock: { now: () => 0, wait: () => new Promise(() => undefined) },
			random: () => 0,
			newId: () => "id",
			writes: { mayWrite: () => true },
			log: { started: () => () => undefined },
		});
		return {
			all: [sandbox],
			current: sandbox,
			onDidChange: new EventEmitter<void>().event,
			ofDocument: () => sandbox,
			choose: () => Promise.resolve(sandbox),
			client: () => Promise.resolve(client),
			lock: () => ({ state: "open" }),
			unlock: () => Promise.resolve(true),
		};
	}

	async function open(backupId?: string): Promise<ResultsDocument> {
		return await editor.open(uri, { backupId, untitledDocumentData: undefined });
	}

	async function loaded(): Promise<ResultsDocument> {
		const document = await open();
		await document.model?.load();
		return document;
	}

	type DocumentEvent = CustomDocumentEditEvent<ResultsDocument> | CustomDocumentContentChangeEvent<ResultsDocument>;

	/** What VS Code is told. */
	function heard(document: ResultsDocument): DocumentEvent[] {
		const events: DocumentEvent[] = [];
		document.onEvent((event) => events.push(event));
		return events;
	}

	function undoOf(event: DocumentEvent | undefined): CustomDocumentEditEvent<ResultsDocument> {
		ok(event && "undo" in event);
		return event;
	}

	const staged = (document: ResultsDocument) => document.changes.flatMap(({ cells }) => [...cells]);

	async function backupOf(document: ResultsDocument): Promise<string> {
		const destination = Uri.file(`${tmpdir()}/dvw-draft-${process.pid}-${Date.now()}.json`);
		const { id: backup } = await editor.backup(document, { destination });
		return backup;
	}

	it("has an address that tells table and environment, and a title", async () => {
		deepEqual(addressOf(uri), { environment: "sandbox", table: "account" });
		deepEqual(addressOf(Uri.parse(uri.toString())), { environment: "sandbox", table: "account" });
		equal((await open()).title, "Account (Sandbox)");
		for (const other of [
			"dataverse-results:/x",
			"dataverse-results:/x?1",
			"dataverse-results:/x?%7B%7D",
			"file:/x?%7B%7D",
		])
			equal(addressOf(Uri.parse(other)), undefined, other);
	});

	it("tells VS Code of each edit with its undo and redo", async () => {
		const document = await loaded();
		const events = heard(document);
		equal(document.stage(id, "revenue", "72000"), undefined);
		const edit = undoOf(events[0]);
		equal(edit.label, "Edit Annual Revenue");
		deepEqual(staged(document), [["revenue", 72000]]);
		await edit.undo();
		deepEqual(staged(document), []);
		await edit.redo();
		deepEqual(staged(document), [["revenue", 72000]]);
		equal(events.length, 1);
	});

	it("makes no edit of a text that is refused or changes nothing", async () => {
		const document = await loaded();
		const events = heard(document);
		const problem = document.stage(id, "revenue", "many");
		equal(problem && english(problem), "This is no number. Write it like 72000 or 72000.50.");
		equal(document.stage(id, "revenue", "60,000.00"), undefined);
		deepEqual([events.length, staged(document).length], [0, 0]);
	});

	it("discards everything as one edit, which can be undone", async () => {
		const document = await loaded();
		const events = heard(document);
		document.stage(id, "revenue", "72000");
		document.stage(id, "name", "Renamed");
		document.discard("Discard");
		deepEqual(staged(document), []);
		await undoOf(events[2]).undo();
		deepEqual(staged(document), [
			["revenue", 72000],
			["name", "Renamed"],
		]);
	});

	it("sends nothing when it is saved, and stays dirty; with nothing staged it is clean", async () => {
		const document = await loaded();
		document.stage(id, "revenue", "72000");
		await rejects(editor.save(document), CancellationError);
		throws(() => {
			editor.saveAs();
		}, CancellationError);
		deepEqual(staged(document), [["revenue", 72000]]);
		deepEqual(methods, ["GET"]);
		document.revert();
		deepEqual(staged(document), []);
		await editor.save(document);
		deepEqual(methods, ["GET"]);
	});

	it("keeps a draft in its backup, and has it again, dirty, without sending anything", async () => {
		const document = await loaded();
		document.stage(id, "revenue", "72000");
		const backup = await backupOf(document);
		const again = await open(backup);
		const events = heard(again);
		again.restored();
		deepEqual(staged(again), [["revenue", 72000]]);
		deepEqual(
			events.map((event) => "undo" in event),
			[false],
			"dirty without an edit to undo",
		);
		const etag = () => again.changes.map(({ base }) => base.etag).join();
		equal(etag(), 'W/"1"');
		rows = [{ "@odata.etag": 'W/"2"', accountid: id, name: "Fabrikam", revenue: 65000 }];
		await again.model?.load();
		deepEqual(staged(again), [["revenue", 72000]]);
		equal(etag(), 'W/"1"', "over the version that the person saw");
		deepEqual(methods, ["GET", "GET"]);
	});

	it("leaves a draft of a newer version as it is and says so", async () => {
		const text = '{"version":99,"records":[],"more":true}';
		const newer = Uri.file(`${tmpdir()}/dvw-newer-${process.pid}.json`);
		await workspace.fs.writeFile(newer, new TextEncoder().encode(text));
		const document = await open(newer.toString());
		ok("problem" in document.content);
		match(english(document.content.problem), /newer version/);
		const backup = await backupOf(document);
		equal(new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(backup))), text);
		await rejects(editor.save(document), CancellationError);
	});

	it("says so where there is no such table, no entity set or no address", async () => {
		const cases: readonly (readonly [Uri, RegExp])[] = [
			[resultsUri({ environment: "sandbox", table: "nothing" }, "x"), /no table nothing/],
			[Uri.parse("dataverse-results:/x"), /names no table/],
		];
		for (const [address, problem] of cases) {
			const { content } = await editor.open(address, { backupId: undefined, untitledDocumentData: undefined });
			ok("problem" in content);
			match(english(content.problem), problem);
		}
	});

	it("takes out what was saved, and shows what the service holds now", async () => {
		const document = await loaded();
		document.stage(id, "revenue", "72000");
		const [change] = document.changes;
		ok(change);
		// The list answers a single record in the same form, which is none: then what was sent is shown.
		const now = await document.saved(change, {});
		equal(now.row.revenue, 72000);
		equal(now.etag, 'W/"1"', "the old version: the next change is refused, and not written over what nobody has seen");
		deepEqual(staged(document), []);
	});

	it("is found by Review while it is open", async () => {
		const document = await loaded();
		const changes = new StagedChanges();
		const registered = changes.add(document);
		equal(changes.find(uri.toString()), document);
		registered.dispose();
		equal(changes.find(uri.toString()), undefined);
	});

	it("gives up a backup that cannot be written", async () => {
		const document = await loaded();
		await rejects(editor.backup(document, { destination: Uri.parse("nowhere:/x") }));
	});
});
