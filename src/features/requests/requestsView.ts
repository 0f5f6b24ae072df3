import {
	commands,
	env,
	type EventEmitter,
	MarkdownString,
	ThemeColor,
	ThemeIcon,
	TreeItem,
	TreeItemCollapsibleState,
	type TreeView,
	window,
} from "vscode";
import { asCurl } from "../../core/client/asCurl.ts";
import type { RequestEntry } from "../../core/client/requestLog.ts";
import type { RequestJournal } from "../../core/client/requestJournal.ts";
import { say } from "../../host/say.ts";
import type { Message } from "../../words/message.ts";
import { requestsFiltered, requestWords } from "../../words/requests.ts";
import { chooseRequestFilter } from "./chooseRequestFilter.ts";
import type { RequestHandlers } from "./requestCommands.ts";
import { isFiltering, listedRequests, noFilter, type RequestFilter } from "./requestFilter.ts";
import { type RequestNode, requestNodeOf } from "./requestNode.ts";
import { type RequestDetail, type RequestRow, requestRow } from "./requestRow.ts";

/** Changes within this time are shown together, milliseconds. */
const together = 150;

const icons: Readonly<Record<RequestRow["state"], ThemeIcon>> = {
	running: new ThemeIcon("sync~spin"),
	done: new ThemeIcon("pass", new ThemeColor("charts.green")),
	repeated: new ThemeIcon("issue-reopened", new ThemeColor("charts.yellow")),
	failed: new ThemeIcon("error", new ThemeColor("charts.red")),
};

interface Parts {
	readonly journal: RequestJournal;
	readonly treeView: TreeView<RequestNode>;
	readonly treeChanges: EventEmitter<undefined>;
}

/** The list of requests. An entry of its own: loaded when the view is first shown. It costs nothing while it is hidden. */
export class RequestsView {
	readonly #parts: Parts;
	readonly #stopListening: () => void;
	readonly #visibility: { dispose(): unknown };
	#filter: RequestFilter = noFilter;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(parts: Parts) {
		this.#parts = parts;
		this.#stopListening = parts.journal.onDidChange(() => {
			this.#refreshSoon();
		});
		this.#visibility = parts.treeView.onDidChangeVisibility(({ visible }) => {
			if (visible) this.#refresh();
		});
	}

	readonly handlers: RequestHandlers = {
		"dataverseWorkbench.filterRequests": async () => {
			const chosen = await chooseRequestFilter(this.#parts.journal.entries, this.#filter);
			if (chosen !== undefined) await this.#setFilter(chosen);
		},
		"dataverseWorkbench.clearRequestFilter": () => this.#setFilter(noFilter),
		"dataverseWorkbench.clearRequests": () => {
			this.#parts.journal.clear();
		},
		"dataverseWorkbench.copyRequestAsCurl": (node) =>
			this.#copy(node, ({ entry }) => asCurl(entry), requestWords.curlCopied),
		"dataverseWorkbench.copyRequestUrl": (node) => this.#copy(node, ({ entry }) => entry.url, requestWords.urlCopied),
		"dataverseWorkbench.copyResponseId": (node) =>
			this.#copy(node, ({ entry }) => entry.end?.serviceRequestId, requestWords.valueCopied),
		"dataverseWorkbench.copyRequestDetail": (node) =>
			this.#copy(node, (found) => (found.kind === "detail" ? found.detail.value : undefined), requestWords.valueCopied),
	};

	getChildren(node?: RequestNode): readonly RequestNode[] {
		if (node === undefined)
			return listedRequests(this.#parts.journal.entries, this.#filter).map((entry) => ({ kind: "request", entry }));
		if (node.kind === "detail") return [];
		return rowOf(node.entry).details.map((detail) => ({ kind: "detail", entry: node.entry, detail }));
	}

	getTreeItem(node: RequestNode): TreeItem {
		return node.kind === "detail" ? detailItem(node.detail) : requestItem(node.entry);
	}

	/** The tooltip, made when a person rests on the item. */
	resolveTreeItem(item: TreeItem, node: RequestNode): TreeItem {
		item.tooltip = node.kind === "request" ? tooltipOf(rowOf(node.entry).details) : node.detail.value;
		return item;
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#stopListening();
		this.#visibility.dispose();
	}

	async #setFilter(filter: RequestFilter): Promise<void> {
		this.#filter = filter;
		await commands.executeCommand("setContext", "dataverseWorkbench.requestsFiltered", isFiltering(filter));
		this.#refresh();
	}

	#refreshSoon(): void {
		if (!this.#parts.treeView.visible) return;
		this.#timer ??= setTimeout(() => {
			this.#refresh();
		}, together);
	}

	#refresh(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		const { treeView, treeChanges, journal } = this.#parts;
		treeView.message = filterText(journal.entries, this.#filter) ?? "";
		treeChanges.fire(undefined);
	}

	/** From a menu, or from the palette with what is selected. */
	async #copy(argument: unknown, text: (node: RequestNode) => string | undefined, done: Message): Promise<void> {
		const node = requestNodeOf(argument) ?? this.#parts.treeView.selection[0];
		const copied = node && text(node);
		if (copied === undefined) return;
		await env.clipboard.writeText(copied);
		window.setStatusBarMessage(say(done), 5000);
	}
}

function rowOf(entry: RequestEntry): RequestRow {
	return requestRow(entry, { say, time: (milliseconds) => new Date(milliseconds).toLocaleTimeString(env.language) });
}

function requestItem(entry: RequestEntry): TreeItem {
	const { label, description, accessible, state, hasResponseId } = rowOf(entry);
	const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
	item.id = String(entry.number);
	item.description = description;
	item.iconPath = icons[state];
	item.accessibilityInformation = { label: accessible };
	item.contextValue = hasResponseId ? "request answered" : "request";
	return item;
}

function detailItem({ name, value }: RequestDetail): TreeItem {
	const item = new TreeItem(name);
	item.description = value;
	item.accessibilityInformation = { label: `${name}: ${value}` };
	item.contextValue = "detail";
	return item;
}

/** Values are shown as code: whatever stands in a URL, nothing of it is Markdown. */
function tooltipOf(details: readonly RequestDetail[]): MarkdownString {
	const tooltip = new MarkdownString();
	for (const { name, value } of details) {
		tooltip.appendText(name);
		tooltip.appendCodeblock(value, "text");
	}
	return tooltip;
}

function filterText(entries: readonly RequestEntry[], filter: RequestFilter): string | undefined {
	if (!isFiltering(filter)) return undefined;
	const words = [...(filter.failuresOnly ? [say(requestWords.failuresOnly)] : []), ...filter.environments];
	return say(requestsFiltered(listedRequests(entries, filter).length, entries.length, words.join(", ")));
}
