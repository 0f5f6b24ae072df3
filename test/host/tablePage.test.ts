import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { commands, FileType, languages, TabInputCustom, Uri, ViewColumn, window, workspace } from "vscode";
import { runCommand } from "../../src/host/commands.ts";
import { tablePageUri } from "../../src/host/tablePageUri.ts";

/** The tables whose pages are open, in the order of their tabs, group by group. */
function openPages(): readonly string[] {
	const inputs = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
	return inputs.flatMap((input) =>
		input instanceof TabInputCustom && input.viewType === "dataverseWorkbench.tablePage" ? [String(input.uri)] : [],
	);
}

const address = (table: string) => `dataverse-schema:/${table}.dvtable`;

const patienceMs = 10_000;

/** Waits until these pages are open and the last-named tab is in front: tabs follow commands with a delay. */
async function untilOpen(tables: readonly string[], front: string): Promise<void> {
	const state = () => [...openPages(), window.tabGroups.activeTabGroup.activeTab?.label];
	const wanted = [...tables.map(address), `${front}.dvtable`];
	const end = performance.now() + patienceMs;
	while (state().join() !== wanted.join() && performance.now() < end) {
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	deepEqual(state(), wanted);
}

describe("table pages in the editor", () => {
	beforeEach(() => commands.executeCommand("workbench.action.closeAllEditors"));
	after(() => commands.executeCommand("workbench.action.closeAllEditors"));

	for (const name of ["account", "accounts", "Account", "ACCOUNT"]) {
		it(`opens account by its name ${name}`, async () => {
			await runCommand("dataverseWorkbench.openTablePage", { table: name });
			deepEqual(openPages(), [address("account")]);
		});
	}

	it("shows an open page again instead of a second one, from any column", async () => {
		await runCommand("dataverseWorkbench.openTablePage", { table: "account" });
		await runCommand("dataverseWorkbench.openTablePage", { table: "contact" });
		await runCommand("dataverseWorkbench.openTablePage", { table: "account", column: "name" });
		await untilOpen(["account", "contact"], "account");
	});

	it("shows a page that is open in another group where it is", async () => {
		const viewType = "dataverseWorkbench.tablePage";
		await commands.executeCommand("vscode.openWith", tablePageUri("contact"), viewType, ViewColumn.One);
		await commands.executeCommand("vscode.openWith", tablePageUri("account"), viewType, ViewColumn.Two);
		await untilOpen(["contact", "account"], "account");
		await runCommand("dataverseWorkbench.openTablePage", { table: "contact" });
		await untilOpen(["contact", "account"], "contact");
	});

	it("opens by its address, also with a column, in one tab", async () => {
		await commands.executeCommand("vscode.open", tablePageUri("account"));
		await untilOpen(["account"], "account");
		await commands.executeCommand("vscode.open", tablePageUri("account", "accountnumber"));
		await commands.executeCommand("vscode.open", tablePageUri("contact", "fullname"));
		await untilOpen(["account", "contact"], "contact");
	});

	for (const argument of [{ table: "no such table" }, { table: "account", column: "no such column" }]) {
		it(`does not fail on ${JSON.stringify(argument)}`, async () => {
			await runCommand("dataverseWorkbench.openTablePage", argument);
			deepEqual(openPages(), argument.table === "account" ? [address("account")] : []);
		});
	}
});

describe("table pages as files", () => {
	it("are read-only", async () => {
		const uri = tablePageUri("account");
		equal(workspace.fs.isWritableFileSystem("dataverse-schema"), false);
		equal((await workspace.fs.stat(uri)).type, FileType.File);
		await rejects(async () => workspace.fs.writeFile(uri, new Uint8Array()));
		await rejects(async () => workspace.fs.delete(uri));
	});

	it("hold the facts of the table as text", async () => {
		const document = await workspace.openTextDocument(tablePageUri("account"));
		await languages.setTextDocumentLanguage(document, "json");
		const table = JSON.parse(document.getText()) as {
			readonly logicalName: string;
			readonly columns: readonly unknown[];
		};
		equal(table.logicalName, "account");
		match(String(table.columns.length), /^\d{3}$/);
	});

	for (const path of ["/nothing.dvtable", "/account.txt"]) {
		it(`are not found at ${path}`, async () => {
			await rejects(async () => workspace.fs.readFile(Uri.from({ scheme: "dataverse-schema", path })));
		});
	}
});
