import { recordNotFound } from "../read/readRefusals.ts";
import { tableNotKept } from "../query/queryRefusals.ts";
import type { Navigation, SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { quoted } from "../storage/sqlNames.ts";
import { changeRecord } from "./changeRecord.ts";
import { type RecordReference, RowDraft } from "./rowDraft.ts";
import { rowExists, storedRow } from "./rows.ts";
import { recordExists } from "./writeRefusals.ts";

/**
 * Links two records by a navigation property of the first, whatever its kind. A lookup is changed by all rules of an
 * update; a link of a many-to-many relationship is there once. Inside a transaction of the caller.
 */
export function attach(
	context: RequestContext,
	row: RecordReference,
	navigation: Navigation,
	target: RecordReference,
): void {
	if (navigation.kind === "lookup") setLookup(context, row, navigation.column, target);
	else if (navigation.kind === "children") setLookup(context, target, navigation.column, row);
	else addLink(context, row, navigation, target);
}

/**
 * Takes a link away; one that is not there is none to take. `target` may be left out for a lookup, whose link is the
 * only one.
 */
export function detach(
	context: RequestContext,
	row: RecordReference,
	navigation: Navigation,
	target?: RecordReference,
): void {
	if (navigation.kind === "lookup") clearLookup(context, row, navigation.column, target);
	else if (target === undefined) return;
	else if (navigation.kind === "children") clearLookup(context, target, navigation.column, row);
	else removeLink(context, row, navigation, target);
}

function setLookup(
	context: RequestContext,
	{ table, id }: RecordReference,
	column: string,
	target: RecordReference | null,
): void {
	const changed = changeRecord(context, tableOf(context, table), id, (draft) => {
		// As in a payload, what nobody may write is passed over: `createdby`.
		if (draft.kept(column)?.validForUpdate === true) draft.linkKept(column, target);
	});
	if (!changed) throw recordNotFound(table, id);
}

/** Clears the lookup where it points to that record, or to any where none is named. */
function clearLookup(context: RequestContext, row: RecordReference, column: string, target?: RecordReference): void {
	const table = tableOf(context, row.table);
	const before = storedRow(context.database, table, row.id);
	if (before === undefined) throw recordNotFound(row.table, row.id);
	const present = new RowDraft(table, row.id, before).target(column);
	if (present === undefined || (target !== undefined && present.id !== target.id)) return;
	setLookup(context, row, column, null);
}

function addLink(context: RequestContext, row: RecordReference, navigation: Navigation, target: RecordReference): void {
	const { name, columns } = intersectOf(context, navigation);
	for (const end of [row, target]) {
		if (!rowExists(context.database, tableOf(context, end.table), end.id)) throw recordNotFound(end.table, end.id);
	}
	const [own, other] = columns;
	const present = context.database.get(
		`SELECT 1 FROM ${quoted(name)} WHERE ${quoted(own)} = ? AND ${quoted(other)} = ?`,
		row.id,
		target.id,
	);
	if (present !== undefined) throw recordExists();
	context.database.run(
		`INSERT INTO ${quoted(name)} (${quoted(own)}, ${quoted(other)}) VALUES (?, ?)`,
		row.id,
		target.id,
	);
}

function removeLink(
	context: RequestContext,
	row: RecordReference,
	navigation: Navigation,
	target: RecordReference,
): void {
	const { name, columns } = intersectOf(context, navigation);
	const [own, other] = columns;
	context.database.run(
		`DELETE FROM ${quoted(name)} WHERE ${quoted(own)} = ? AND ${quoted(other)} = ?`,
		row.id,
		target.id,
	);
}

function intersectOf(
	context: RequestContext,
	{ intersect, column, table }: Navigation,
): { readonly name: string; readonly columns: readonly [string, string] } {
	if (intersect === undefined) throw tableNotKept(table);
	const columns: [string, string] = [column, intersect.otherColumn];
	context.store.ensureIntersect(intersect.table, columns);
	return { name: intersect.table, columns };
}

function tableOf({ schema, store }: RequestContext, name: string): SandboxTable {
	const table = schema.table(name);
	if (table === undefined) throw tableNotKept(name);
	store.ensure(table);
	return table;
}
