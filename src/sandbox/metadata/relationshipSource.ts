import type { Relationship } from "../../core/schema/catalog.ts";
import type { AssociatedMenu, CascadeConfiguration } from "../../core/schema/model.ts";
import type { SandboxSchema } from "../schema/sandboxTable.ts";
import type { Json } from "./json.ts";
import { label } from "./label.ts";

/** What the definition of one relationship is made from. */
export interface RelationshipSource {
	readonly schema: SandboxSchema;
	readonly relationship: Relationship;
}

/** Names the relationship in ids: one schema name may stand for one relationship per target of its lookup. */
export function relationshipPlace({ relationship: { schemaName, from, to } }: RelationshipSource): string {
	return `${schemaName}:${from.table ?? ""}:${to.table ?? ""}`;
}

/**
 * The navigation property of the lookup: the documented one, else the one that the sandbox answers to. A name that
 * leads to several tables is the same for each.
 */
export function lookupNavigationName({ schema, relationship }: RelationshipSource): string | undefined {
	const { from, to, schemaName } = relationship;
	if (from.navigationProperty !== undefined || from.table === undefined) return from.navigationProperty;
	const lookups = Array.from(schema.table(from.table)?.navigation.values() ?? []);
	return lookups.find(
		(known) => known.kind === "lookup" && known.relationship === schemaName && known.table === to.table,
	)?.name;
}

/** What happens to the children, as the sandbox does it: the supplement lies over the schema. */
export function cascadeShape({ schema, relationship }: RelationshipSource): Json {
	const { from, to, schemaName } = relationship;
	const parent = to.table === undefined ? undefined : schema.table(to.table);
	const children = Array.from(parent?.navigation.values() ?? []).find(
		(known) =>
			known.kind === "children" &&
			known.relationship === schemaName &&
			known.table === from.table &&
			known.column === from.column,
	);
	const cascade: CascadeConfiguration = children?.cascade ?? relationship.cascade ?? {};
	return {
		Assign: cascade.assign ?? null,
		Delete: cascade.delete ?? null,
		Archive: cascade.archive ?? null,
		Merge: cascade.merge ?? null,
		Reparent: cascade.reparent ?? null,
		Share: cascade.share ?? null,
		Unshare: cascade.unshare ?? null,
		RollupView: cascade.rollupView ?? null,
	};
}

/** How the related records show in a form. What the page does not say is null. */
export function menuShape(menu: AssociatedMenu | undefined, place: string): Json {
	return {
		Behavior: menu?.behavior ?? null,
		Group: menu?.group ?? null,
		Order: menu?.order ?? null,
		IsCustomizable: null,
		Icon: null,
		ViewId: menu?.viewId ?? null,
		AvailableOffline: menu?.availableOffline ?? null,
		MenuId: menu?.menuId ?? null,
		QueryApi: menu?.queryApi ?? null,
		Label: label(menu?.label, `${place}.Menu`),
	};
}

/** The menu of one side of a many-to-many relationship stands on the page of that side's table. */
export function sideMenuShape(source: RelationshipSource, side: "from" | "to"): Json {
	const { schema, relationship } = source;
	const { table } = relationship[side];
	const page = table === undefined ? undefined : schema.catalog.table(table);
	const row = page?.manyToMany.find(({ schemaName }) => schemaName === relationship.schemaName);
	return menuShape(row?.menu, `${relationshipPlace(source)}:${side}`);
}
