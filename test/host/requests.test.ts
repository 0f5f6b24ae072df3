import { deepEqual, equal, match, ok } from "node:assert/strict";
import { env, EventEmitter, MarkdownString, type TreeView, type TreeViewVisibilityChangeEvent, window } from "vscode";
import { RequestJournal } from "../../src/core/client/requestJournal.ts";
import type { RequestNode } from "../../src/features/requests/requestNode.ts";
import { RequestsView } from "../../src/features/requests/requestsView.ts";
import { runCommand } from "../../src/host/commands.ts";

const url = "https://contoso.crm4.dynamics.com/api/data/v9.2/accounts?$select=name";

/** The view over a journal, as VS Code shows it: `visible` stands for the panel. */
function shownView() {
	const journal = new RequestJournal();
	const visibility = new EventEmitter<TreeViewVisibilityChangeEvent>();
	const changes = new EventEmitter<undefined>();
	const tree = { visible: true, message: "", selection: [], onDidChangeVisibility: visibility.event };
	let refreshes = 0;
	changes.event(() => (refreshes += 1));
	const view = new RequestsView({
		journal,
		treeView: tree as unknown as TreeView<RequestNode>,
		treeChanges: changes,
	});
	const send = (method: string, status?: number, environment = "Contoso Dev") => {
		const headers = { accept: "application/json", authorization: "Bearer secret" };
		const end = journal.logFor(environment).started({ method, url, headers, startedAt: Date.now() });
		if (status !== undefined) end({ status, milliseconds: 12, size: 34, retries: 0, serviceRequestId: "a response" });
	};
	return { journal, view, tree, visibility, send, refreshes: () => refreshes };
}

const labels = (view: RequestsView, of?: RequestNode) =>
	view.getChildren(of).map((node) => {
		const { label } = view.getTreeItem(node);
		return typeof label === "string" ? label : label?.label;
	});

describe("Show Requests", () => {
	it("lists the newest first, with what it is told of each", () => {
		const { view, send } = shownView();
		send("GET", 200);
		send("POST");
		deepEqual(labels(view), ["POST accounts", "GET accounts"]);
		const [, first] = view.getChildren();
		ok(first);
		const item = view.getTreeItem(first);
		match(String(item.description), /^200 · 12 ms · 34 B · Contoso Dev · /);
		match(item.accessibilityInformation?.label ?? "", /^GET accounts, status 200, 12 ms.*\?\$select=name$/);
		const names = labels(view, first);
		ok(names.includes("Response ID"), names.join());
		const { tooltip } = view.resolveTreeItem(item, first);
		ok(tooltip instanceof MarkdownString && tooltip.value.includes(url));
		equal(tooltip.isTrusted, undefined);
	});

	it("copies a request without its token", async () => {
		const { view, send } = shownView();
		send("GET", 200);
		const [node] = view.getChildren();
		await view.handlers["dataverseWorkbench.copyRequestAsCurl"](node, undefined);
		const curl = await env.clipboard.readText();
		match(curl, /^curl [^]*accounts\?\$select=name/);
		ok(!curl.includes("secret"), curl);
		await view.handlers["dataverseWorkbench.copyRequestUrl"](node, undefined);
		equal(await env.clipboard.readText(), url);
		await view.handlers["dataverseWorkbench.copyResponseId"](node, undefined);
		equal(await env.clipboard.readText(), "a response");
	});

	it("keeps the clipboard where a menu passes something else", async () => {
		const { view } = shownView();
		await env.clipboard.writeText("mine");
		await view.handlers["dataverseWorkbench.copyRequestUrl"]({ kind: "other" }, undefined);
		equal(await env.clipboard.readText(), "mine");
	});

	it("is read anew soon after changes, many at once together, and not while nobody sees it", async () => {
		const { view, send, tree, visibility, refreshes } = shownView();
		for (let count = 0; count < 50; count += 1) send("GET", 200);
		while (refreshes() === 0) await new Promise((resolve) => setTimeout(resolve, 20));
		equal(refreshes(), 1);
		tree.visible = false;
		send("GET", 200);
		await new Promise((resolve) => setTimeout(resolve, 400));
		equal(refreshes(), 1);
		tree.visible = true;
		visibility.fire({ visible: true });
		equal(refreshes(), 2);
		equal(view.getChildren().length, 51);
		view.dispose();
	});

	it("empties the list", () => {
		const { view, send } = shownView();
		send("GET", 200);
		view.handlers["dataverseWorkbench.clearRequests"]();
		deepEqual(labels(view), []);
	});
});

describe("The walkthrough", () => {
	it("opens by its command", async () => {
		await runCommand("dataverseWorkbench.getStarted");
		while (!/welcome|walkthrough|get started/i.test(window.tabGroups.activeTabGroup.activeTab?.label ?? ""))
			await new Promise((resolve) => setTimeout(resolve, 50));
	});
});
