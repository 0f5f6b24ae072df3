import { choiceNode } from "./choiceChildren.ts";
import { type Favourite, favouriteKey } from "./favourite.ts";
import type { SchemaNode, SectionNode } from "./schemaNode.ts";
import type { SchemaView } from "./schemaView.ts";
import { columnNodeBelow, tableNodeBelow } from "./nodesBelow.ts";

/** Favourites in the order in which they were added; those the schema does not know now are kept but not shown. */
export function favouriteChildren(parent: SectionNode, view: SchemaView): readonly SchemaNode[] {
	const nodes = view.favourites.flatMap((favourite) => favouriteNode(parent, favourite, view) ?? []);
	return nodes.length > 0 ? nodes : [{ kind: "note", note: "noFavourites", id: `${parent.id}/note`, parent }];
}

function favouriteNode(parent: SectionNode, favourite: Favourite, view: SchemaView): SchemaNode | undefined {
	switch (favourite.kind) {
		case "table":
			return tableNodeBelow(parent, favourite.table, view);
		case "column": {
			const facts = view.catalog.column(favourite.table, favourite.column);
			return facts && columnNodeBelow(parent, favourite.table, facts, true);
		}
		case "choice": {
			const choice = view.catalog.choice(favourite.choice);
			return choice && choiceNode(parent, { name: choice.name, local: choice.local, useCount: choice.usedBy.length });
		}
	}
}

/** What can be marked: the favourite that a node stands for. */
export function favouriteOf(node: SchemaNode): Favourite | undefined {
	if (node.kind === "table") return { kind: "table", table: node.table };
	if (node.kind === "column") return { kind: "column", table: node.table, column: node.column };
	return node.kind === "choice" ? { kind: "choice", choice: node.choice.name } : undefined;
}

export function isFavourite(node: SchemaNode, favourites: readonly Favourite[]): boolean {
	const favourite = favouriteOf(node);
	return favourite !== undefined && favourites.some((other) => favouriteKey(other) === favouriteKey(favourite));
}
