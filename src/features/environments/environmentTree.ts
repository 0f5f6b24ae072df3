import {
	DataTransferItem,
	type DataTransfer,
	type EventEmitter,
	MarkdownString,
	ThemeColor,
	ThemeIcon,
	TreeItem,
	type TreeView,
} from "vscode";
import type { CommandId } from "../../host/contributions.ts";
import { say } from "../../host/say.ts";
import { environmentWords } from "../../words/environments.ts";
import { environmentLook } from "./environmentLook.ts";
import { environmentMime, type EnvironmentNode } from "./environmentNode.ts";
import type { EnvironmentStore } from "./environmentStore.ts";
import type { EnvironmentViews } from "./environmentViews.ts";

interface Parts {
	readonly store: EnvironmentStore;
	readonly views: EnvironmentViews;
	readonly treeView: TreeView<EnvironmentNode>;
	readonly treeChanges: EventEmitter<undefined>;
}

/** The view of environments: one item each, in the person's order, which dragging changes. */
export class EnvironmentTree {
	readonly #parts: Parts;

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	refresh(): void {
		const { store, treeView, treeChanges } = this.#parts;
		treeView.message = store.isNewer
			? say(environmentWords.newer)
			: store.all.length === 1 && store.current === undefined
				? say(environmentWords.hint)
				: "";
		treeChanges.fire(undefined);
	}

	/** Nodes are made anew each time; VS Code knows them by the id of their items. */
	children(): EnvironmentNode[] {
		return this.#parts.store.all.map(({ id }) => ({ id }));
	}

	item(node: EnvironmentNode): TreeItem {
		const environment = this.#parts.store.find(node.id);
		if (environment === undefined) return new TreeItem("");
		const look = environmentLook(this.#parts.views.of(environment));
		const item = new TreeItem(look.label);
		item.id = node.id;
		item.description = look.description.join(" · ");
		item.iconPath = new ThemeIcon(look.icon, new ThemeColor(`charts.${look.colour}`));
		item.tooltip = linesOf(look.tooltip);
		item.contextValue = look.context.join(" ");
		item.accessibilityInformation = { label: look.spoken.join(", ") };
		item.command = {
			command: "dataverseWorkbench.useEnvironment" satisfies CommandId,
			title: "",
			arguments: [node],
		};
		return item;
	}

	drag(nodes: readonly EnvironmentNode[], transfer: DataTransfer): void {
		transfer.set(environmentMime, new DataTransferItem(nodes.map(({ id }) => id)));
	}

	/** Dropped on another item they take its place; dropped below all they go to the end. */
	async drop(target: EnvironmentNode | undefined, transfer: DataTransfer): Promise<void> {
		const dragged: unknown = transfer.get(environmentMime)?.value;
		if (!Array.isArray(dragged)) return;
		const ids = dragged.filter((id): id is string => typeof id === "string" && id !== target?.id);
		const all = this.#parts.store.all.map(({ id }) => id);
		const at = target === undefined ? -1 : all.indexOf(target.id);
		const cameFromAbove = all.findIndex((id) => ids.includes(id)) < at;
		await this.#parts.store.move(ids, cameFromAbove ? all[at + 1] : target?.id);
	}
}

/** The first line stands out; texts of people are not read as Markdown. */
export function linesOf([first = "", ...others]: readonly string[]): MarkdownString {
	const tooltip = new MarkdownString("**");
	tooltip.appendText(first).appendMarkdown("**");
	for (const line of others) tooltip.appendMarkdown("\n\n").appendText(line);
	return tooltip;
}
