import { equal, match, ok } from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extensions, type LogOutputChannel, Uri, window } from "vscode";
import { BundledCatalog } from "../../src/host/bundledCatalog.ts";

const shipped = () => {
	const extension = extensions.getExtension("dataverse-workbench.dataverse-workbench");
	ok(extension);
	return Uri.joinPath(extension.extensionUri, "media", "schema", "schema.dvs");
};

describe("The catalog of the shipped schema", () => {
	let log: LogOutputChannel;
	let folder: string;

	before(async () => {
		log = window.createOutputChannel("test of the bundled catalog", { log: true });
		folder = await mkdtemp(join(tmpdir(), "dvw-bundle-"));
	});

	after(async () => {
		log.dispose();
		await rm(folder, { recursive: true, force: true });
	});

	it("opens nothing before the first question", async () => {
		const catalogs = new BundledCatalog(shipped(), log);
		equal(await catalogs.describe(), "not opened");
		const catalog = await catalogs.catalog();
		equal(catalog?.table("account")?.entitySetName, "accounts");
		match(await catalogs.describe(), /^schema\.dvs, 1,?\d{3} tables/);
		catalogs.dispose();
	});

	it("is opened once, however many ask at the same time", async () => {
		const catalogs = new BundledCatalog(shipped(), log);
		const [first, second] = await Promise.all([catalogs.catalog(), catalogs.catalog()]);
		ok(first !== undefined && first === second);
		catalogs.dispose();
	});

	it("is none where the file is foreign, and the next try may succeed", async () => {
		const file = Uri.file(join(folder, "schema.dvs"));
		await writeFile(file.fsPath, "not a bundle of ours");
		const catalogs = new BundledCatalog(file, log);
		let changes = 0;
		catalogs.onDidChange(() => {
			changes += 1;
		});
		equal(await catalogs.catalog(), undefined);
		match(await catalogs.describe(), /schema\.dvs is not a schema file/);
		ok(!(await catalogs.describe()).includes(folder), "no path of this machine");
		catalogs.refresh();
		equal(changes, 1);
		equal(await catalogs.describe(), "not opened");
		catalogs.dispose();
	});

	it("is none where its code cannot be loaded, and the next try may succeed", async () => {
		let tries = 0;
		const catalogs = new BundledCatalog(shipped(), log, () => {
			tries += 1;
			return tries === 1 ? Promise.reject(new Error("no such module")) : import("../../src/host/openCatalog.ts");
		});
		equal(await catalogs.catalog(), undefined);
		equal(await catalogs.catalog(), undefined);
		equal(tries, 1);
		match(await catalogs.describe(), /could not be loaded/);
		catalogs.refresh();
		ok((await catalogs.catalog())?.table("account"));
		catalogs.dispose();
	});

	it("is none where the file is missing", async () => {
		const catalogs = new BundledCatalog(Uri.file(join(folder, "missing.dvs")), log);
		equal(await catalogs.catalog(), undefined);
		match(await catalogs.describe(), /cannot be read \(ENOENT\)/);
		catalogs.dispose();
	});
});
