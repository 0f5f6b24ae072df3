import { deepEqual, equal, match, ok } from "node:assert/strict";
import { commands, extensions, type Hover, MarkdownString, Position, workspace } from "vscode";

const links = /command:(dataverseWorkbench\.\w+)\?([^)\s]+)/g;

/** The texts of this extension's hovers at the `|` of a new document. */
async function hoverTexts(language: string, marked: string): Promise<readonly string[]> {
	const offset = marked.indexOf("|");
	const content = marked.slice(0, offset) + marked.slice(offset + 1);
	const document = await workspace.openTextDocument({ language, content });
	const position = document.positionAt(offset);
	const hovers = await commands.executeCommand<readonly Hover[]>("vscode.executeHoverProvider", document.uri, position);
	return hovers
		.flatMap(({ contents }) => contents)
		.flatMap((part) => (part instanceof MarkdownString ? [part.value] : []))
		.filter((text) => text.includes("dataverseWorkbench."));
}

async function changeSetting(name: string, value: unknown): Promise<void> {
	await workspace.getConfiguration("dataverseWorkbench").update(name, value, true);
}

describe("hover", function () {
	// The first hover of a language starts VS Code's own extensions for it.
	this.timeout(60_000);

	before(async () => {
		await extensions.getExtension("dataverse-workbench.dataverse-workbench")?.activate();
	});

	it("explains a column in a request", async () => {
		const [text = ""] = await hoverTexts(
			"typescript",
			'const x = await Xrm.WebApi.retrieveRecord("account", id, "?$select=na|me");',
		);
		match(text, /^\*\*Account Name\*\* `name`/);
		match(text, /Column of Account `account`/);
		const commandsOfLinks = [...text.matchAll(links)].map(([, command]) => command);
		deepEqual(commandsOfLinks, ["dataverseWorkbench.openTablePage", "dataverseWorkbench.searchSchema"]);
	});

	it("offers to insert the label of an option", async () => {
		const [text = ""] = await hoverTexts("sql", "SELECT name FROM account WHERE statecode = |1");
		const insert = [...text.matchAll(links)].find(([, command]) => command === "dataverseWorkbench.insertText");
		deepEqual(JSON.parse(decodeURIComponent(insert?.[2] ?? "null")), ["Inactive"]);
	});

	it("points at the whole name, also far down in a long document", async () => {
		const content = `${"x();\n".repeat(4_000)}fetch("/api/data/v9.2/accounts?$select=accountnumber");\n`;
		const document = await workspace.openTextDocument({ language: "javascript", content });
		const line = document.lineAt(4_000).text;
		const position = new Position(4_000, line.indexOf("accountnumber") + 3);
		const hovers = await commands.executeCommand<readonly Hover[]>(
			"vscode.executeHoverProvider",
			document.uri,
			position,
		);
		const ranges = hovers.flatMap(({ range }) => (range === undefined ? [] : [document.getText(range)]));
		ok(ranges.includes("accountnumber"), ranges.join(" "));
	});

	it("stays quiet over a bare common word", async () => {
		equal((await hoverTexts("typescript", "const na|me = 1;")).length, 0);
	});

	it("follows the settings", async () => {
		try {
			await changeSetting("hover.mode", "always");
			equal((await hoverTexts("typescript", 'const x = "accountnum|ber";')).length, 1);
			await changeSetting("hover.mode", "off");
			equal((await hoverTexts("sql", "SELECT createdon FROM acc|ount")).length, 0);
			await changeSetting("hover.mode", undefined);
			equal((await hoverTexts("ini", "x=/api/data/v9.2/acc|ounts")).length, 0);
			await changeSetting("hover.languages", ["ini"]);
			equal((await hoverTexts("ini", 'x="/api/data/v9.2/acc|ounts"')).length, 1);
		} finally {
			await changeSetting("hover.mode", undefined);
			await changeSetting("hover.languages", undefined);
		}
	});
});
