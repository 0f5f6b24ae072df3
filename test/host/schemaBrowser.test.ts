import { deepEqual, equal, match, ok } from "node:assert/strict";
import {
	commands,
	env,
	type SymbolInformation,
	Selection,
	TabInputCustom,
	window,
	workspace,
	type WorkspaceConfiguration,
} from "vscode";
import { runCommand } from "../../src/host/commands.ts";
import { tablePageUri } from "../../src/host/tablePageUri.ts";

/** Waits until a question has the answer that is hoped for; the test's own time limit ends the waiting. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
	while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function emptyEditor(text: string) {
	const document = await workspace.openTextDocument({ content: text });
	return window.showTextDocument(document);
}

function activePage(): string | undefined {
	const input = window.tabGroups.activeTabGroup.activeTab?.input;
	return input instanceof TabInputCustom ? input.uri.toString() : undefined;
}

/** Symbols of ours only: other extensions answer too. */
async function symbols(query: string): Promise<readonly SymbolInformation[]> {
	const all = await commands.executeCommand<readonly SymbolInformation[]>(
		"vscode.executeWorkspaceSymbolProvider",
		query,
	);
	return all.filter(({ location }) => location.uri.scheme === "dataverse-schema");
}

describe("Insert at the cursor", () => {
	afterEach(() => commands.executeCommand("workbench.action.revertAndCloseActiveEditor"));

	it("replaces what is selected, at every cursor", async () => {
		const editor = await emptyEditor("select a, b");
		editor.selections = [new Selection(0, 7, 0, 8), new Selection(0, 10, 0, 11)];
		await runCommand("dataverseWorkbench.insertText", "name");
		equal(editor.document.getText(), "select name, name");
	});

	it("goes where the person was typing while a table page is in front", async () => {
		const editor = await emptyEditor("");
		await runCommand("dataverseWorkbench.openTablePage", { table: "account" });
		await until(() => activePage() !== undefined);
		await runCommand("dataverseWorkbench.insertText", "accountnumber");
		equal(editor.document.getText(), "accountnumber");
		equal(window.activeTextEditor?.document, editor.document);
	});

	it("takes names from items of the tree", async () => {
		const editor = await emptyEditor("");
		await runCommand("dataverseWorkbench.insertName", {
			kind: "option",
			id: "x",
			option: { value: 3, label: "Three" },
		});
		equal(editor.document.getText(), "3");
	});

	it("ignores what is no text", async () => {
		const editor = await emptyEditor("x");
		await commands.executeCommand("dataverseWorkbench.insertText", { text: "y" });
		equal(editor.document.getText(), "x");
	});
});

describe("Go to Symbol in Workspace", () => {
	let settings: WorkspaceConfiguration;
	before(() => {
		settings = workspace.getConfiguration("dataverseWorkbench");
	});
	afterEach(() => settings.update("schema.workspaceSymbols", undefined, true));

	it("finds a column, with its display name and its table", async () => {
		const found = (await symbols("accountnumber")).find(({ name }) => name.startsWith("accountnumber"));
		equal(found?.name, "accountnumber Account Number");
		equal(found.containerName, "account");
		equal(found.location.uri.toString(), tablePageUri("account", "accountnumber").toString());
	});

	it("finds an option by its label", async () => {
		const names = (await symbols("Preferred Customer")).map(({ name }) => name);
		ok(
			names.some((name) => name.endsWith("Preferred Customer")),
			names.join("\n"),
		);
	});

	it("lists nothing for a single letter, and nothing when it is switched off", async () => {
		deepEqual(await symbols("a"), []);
		await settings.update("schema.workspaceSymbols", false, true);
		deepEqual(await symbols("accountnumber"), []);
	});
});

describe("Help when something is wrong", () => {
	it("copies versions, and no path of this machine", async () => {
		await runCommand("dataverseWorkbench.copyDiagnostics");
		const text = await env.clipboard.readText();
		match(text, /^Dataverse Workbench \d+\.\d+\.\d+$/m);
		match(text, /^Schema: schema\.dvs, [\d,]+ tables/m);
		ok(!text.includes("/"), text);
	});

	it("reads the schema anew", async () => {
		await runCommand("dataverseWorkbench.refresh");
		ok((await symbols("accountnumber")).length > 0);
	});
});
