import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { quoted, targetName } from "../storage/sqlNames.ts";
import { listActivity, unlistActivity } from "./activityList.ts";
import { type ChildRelationship, childrenOf, type RelationshipsBelow, relationshipsBelow } from "./related.ts";
import { changeRow } from "./rows.ts";
import { deleteBlocked } from "./writeRefusals.ts";

interface Doomed {
	readonly table: SandboxTable;
	readonly id: string;
}

/**
 * Deletes a row. Rows that point to it go with it, block it or lose the link, as their relationship says; where nothing
 * is documented they lose the link. Everything that goes is known before the first row goes, so a block anywhere stops
 * all, circles end, and a row that goes itself blocks nothing. Inside a transaction of the caller.
 * https://learn.microsoft.com/power-apps/developer/data-platform/configure-entity-relationship-cascading-behavior
 */
export function deleteWithChildren(context: RequestContext, table: SandboxTable, id: string): void {
	const below = relationshipsBelow(context);
	const doomed = collect(context, { table, id }, below);
	for (const row of doomed.values()) checkBlocks(context, row, below(row.table), doomed);
	for (const row of doomed.values()) removeLinks(context, row, below(row.table), doomed);
	for (const row of doomed.values()) removeRow(context, row);
}

const keyOf = (table: SandboxTable, id: string): string => `${table.logicalName} ${id}`;

/** The row and all that goes with it, level by level. */
function collect(context: RequestContext, first: Doomed, below: RelationshipsBelow): ReadonlyMap<string, Doomed> {
	const doomed = new Map([[keyOf(first.table, first.id), first]]);
	// A map is walked in the order of adding, and walks over what is added meanwhile.
	for (const { table, id } of doomed.values()) {
		for (const relationship of below(table)) {
			if (relationship.cascade?.delete !== "Cascade") continue;
			for (const child of childrenOf(context, relationship, table, id)) {
				const key = keyOf(relationship.child, child);
				if (!doomed.has(key)) doomed.set(key, { table: relationship.child, id: child });
			}
		}
	}
	return doomed;
}

/** Rows that must point to something keep it, too: nobody is left without an owner. */
function blocks({ cascade, column }: ChildRelationship): boolean {
	if (cascade?.delete === "Restrict") return true;
	const isRequired = column.type === "Owner" || column.column.requiredLevel === "SystemRequired";
	return isRequired && cascade?.delete !== "Cascade";
}

function checkBlocks(
	context: RequestContext,
	{ table, id }: Doomed,
	relationships: readonly ChildRelationship[],
	doomed: ReadonlyMap<string, Doomed>,
): void {
	for (const relationship of relationships) {
		if (!blocks(relationship)) continue;
		for (const child of childrenOf(context, relationship, table, id)) {
			if (!doomed.has(keyOf(relationship.child, child))) throw deleteBlocked();
		}
	}
}

/** Rows that stay lose their link to one that goes; they get a new version, since they read differently now. */
function removeLinks(
	context: RequestContext,
	{ table, id }: Doomed,
	relationships: readonly ChildRelationship[],
	doomed: ReadonlyMap<string, Doomed>,
): void {
	for (const relationship of relationships) {
		const { child, column } = relationship;
		for (const childId of childrenOf(context, relationship, table, id)) {
			if (doomed.has(keyOf(child, childId))) continue;
			const cells = new Map<string, string | number | null>([[column.logicalName, null]]);
			if (column.targets.length > 1) cells.set(targetName(column.logicalName), null);
			if (child.columns.get("versionnumber")?.stored === true) cells.set("versionnumber", context.store.nextVersion());
			changeRow(context.database, child, childId, cells);
			listActivity(context, child, childId);
		}
	}
}

function removeRow(context: RequestContext, { table, id }: Doomed): void {
	const { database, store } = context;
	for (const { kind, column, intersect } of table.navigation.values()) {
		if (kind !== "manyToMany" || intersect === undefined || !store.exists(intersect.table)) continue;
		store.ensureIntersect(intersect.table, [column, intersect.otherColumn]);
		database.run(`DELETE FROM ${quoted(intersect.table)} WHERE ${quoted(column)} = ?`, id);
	}
	database.run(`DELETE FROM ${quoted(table.logicalName)} WHERE ${quoted(table.primaryId)} = ?`, id);
	unlistActivity(context, table, id);
}
