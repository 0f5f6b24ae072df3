import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { ExpandedLookup, ExpandedPrincipal, ExpandedReference } from "./expandPlan.ts";
import { jsonText } from "./jsonText.ts";
import { type LookupSlot, targetOf } from "./lookupNames.ts";
import { type ReadRow, positioned, readRows } from "./readRows.ts";
import { columnSql, principalKey } from "./rowColumns.ts";
import { idSlot, type RowPlan } from "./rowPlan.ts";
import { allOf, filterOf, fromTable } from "./rowSource.ts";
import { type Expansion, type RowRun, writeRows } from "./writeRows.ts";

/** The records that a lookup of these rows points to, each read and written once; null where there is none. */
export function expandLookup(
	run: RowRun,
	parent: RowPlan,
	{ navigation, table, plan, filter, expands }: ExpandedLookup,
	rows: readonly ReadRow[],
): Expansion {
	const key = `,"${navigation.name}":`;
	const slot = parent.lookups.get(navigation.column);
	if (slot === undefined) return () => `${key}null`;
	const { context } = run;
	const ids = new Set<string>();
	for (const row of rows) {
		const id = idIn(row, slot, navigation.table);
		if (id !== undefined) ids.add(id);
	}
	const where = allOf([
		{ sql: `${columnSql(table.primaryId)} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify([...ids])] },
		filterOf(context, table, filter, "refused"),
	]);
	const sql = `SELECT ${positioned(plan.expressions)} ${fromTable(context, table)} WHERE ${where.sql}`;
	const found = ids.size === 0 ? [] : readRows(context.database, sql, where.values);
	const texts = writeRows(run, plan, expands, found);
	const byId = new Map(found.map((row, index) => [row[idSlot], texts[index]]));
	return (row) => `${key}${byId.get(idIn(row, slot, navigation.table) ?? "") ?? "null"}`;
}

function idIn(row: ReadRow, slot: LookupSlot, table: string): string | undefined {
	const id = row[slot.id];
	return typeof id === "string" && targetOf(slot, row) === table ? id : undefined;
}

/** Which table the record is of, and its id; users and teams share the name of theirs. */
export function expandPrincipal({ context }: RowRun, parent: RowPlan, { navigation }: ExpandedPrincipal): Expansion {
	const key = `,"${navigation.name}":`;
	const slot = parent.lookups.get(navigation.column);
	return (row) => {
		const id = slot === undefined ? undefined : row[slot.id];
		const target = slot === undefined ? undefined : targetOf(slot, row);
		if (typeof id !== "string" || target === undefined) return `${key}null`;
		const idName = navigation.table === "owner" ? principalKey : context.schema.table(target)?.primaryId;
		return `${key}{"@odata.type":"#Microsoft.Dynamics.CRM.${target}","${idName ?? "id"}":"${id}"}`;
	};
}

export function expandReference({ context }: RowRun, parent: RowPlan, { navigation }: ExpandedReference): Expansion {
	const key = `,"${navigation.name}":`;
	const slot = parent.lookups.get(navigation.column);
	const tables = new Set(navigation.tables ?? [navigation.table]);
	return (row) => {
		const target = slot === undefined ? undefined : targetOf(slot, row);
		const table = target === undefined || !tables.has(target) ? undefined : context.schema.table(target);
		const id = slot === undefined ? undefined : row[slot.id];
		return table === undefined || typeof id !== "string" ? `${key}null` : `${key}${reference(context.root, table, id)}`;
	};
}

/** A reference to a record as JSON. */
export function reference(root: string, { entitySetName }: SandboxTable, id: string): string {
	return `{"@odata.id":${jsonText(`${root}${entitySetName}(${id})`)}}`;
}
