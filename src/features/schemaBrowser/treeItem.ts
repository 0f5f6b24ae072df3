import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import type { CommandId } from "../../host/contributions.ts";
import { accessibleLabel, type NodeLook, nodeLook } from "./nodeLook.ts";
import type { SchemaNode } from "./schemaNode.ts";
import type { SchemaView } from "./schemaView.ts";

const states: Readonly<Record<NodeLook["expandable"], TreeItemCollapsibleState>> = {
	no: TreeItemCollapsibleState.None,
	collapsed: TreeItemCollapsibleState.Collapsed,
	expanded: TreeItemCollapsibleState.Expanded,
};

const clicks: Readonly<Record<NonNullable<NodeLook["click"]>, CommandId>> = {
	openPage: "dataverseWorkbench.openTablePage",
	clearFilter: "dataverseWorkbench.clearFilter",
};

/** The item as VS Code wants it. The tooltip comes later, when a person rests on the item. */
export function treeItem(node: SchemaNode, view: SchemaView): TreeItem {
	const look = nodeLook(node, view);
	const item = new TreeItem(look.label, states[look.expandable]);
	item.id = node.id;
	item.description = look.description.join(" · ");
	item.contextValue = look.context.join(" ");
	item.accessibilityInformation = { label: accessibleLabel(look) };
	if (look.icon !== undefined) item.iconPath = new ThemeIcon(look.icon);
	if (look.click !== undefined) item.command = { command: clicks[look.click], title: look.label, arguments: [node] };
	return item;
}
