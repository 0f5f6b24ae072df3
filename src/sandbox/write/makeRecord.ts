import { completeDraft } from "./completeDraft.ts";
import { randomUUID } from "node:crypto";
import type { Navigation, SandboxColumn, SandboxTable } from "../schema/sandboxTable.ts";
import { tableNotKept } from "../query/queryRefusals.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { notInSandboxYet } from "../service/serviceRefusals.ts";
import type { SqlValue } from "../storage/database.ts";
import { toSql } from "../values/toSql.ts";
import { listActivity } from "./activityList.ts";
import { applyPayload } from "./applyPayload.ts";
import { attach } from "./association.ts";
import { checkSupport } from "./checkSupport.ts";
import type { Payload } from "./payload.ts";
import { readPayload, type UnderstoodPayload } from "./readPayload.ts";
import { resolveReference, targetTables } from "./references.ts";
import { insertRow, rowExists } from "./rows.ts";
import { type RecordReference, RowDraft } from "./rowDraft.ts";
import { setDefaults } from "./setDefaults.ts";
import { recordExists } from "./writeRefusals.ts";

/** What the place of a new row decides: the parent of a deep insert, the key of an upsert. */
export interface Given {
	readonly values?: ReadonlyMap<SandboxColumn, SqlValue>;
	/** By lookup column. */
	readonly links?: ReadonlyMap<string, RecordReference>;
}

/** Makes one row with all that its payload makes besides. Inside a transaction of the caller. Answers its id. */
export function makeRecord(
	context: RequestContext,
	table: SandboxTable,
	payload: Payload,
	given: Given = {},
	mode: "create" | "upsert" = "create",
): string {
	checkSupport(table, "Create");
	context.store.ensure(table);
	const understood = readPayload(context, table, payload, mode);
	const draft = new RowDraft(table, idOf(table, understood));
	if (rowExists(context.database, table, draft.id)) throw recordExists();
	draft.setKept(table.primaryId, draft.id);
	applyPayload(context, draft, understood, (navigation, parent) => makeParent(context, table, navigation, parent));
	for (const [column, value] of given.values ?? []) draft.set(column, value);
	for (const [column, target] of given.links ?? []) draft.linkKept(column, target);
	setDefaults(context, draft);
	completeDraft(context, draft);
	insertRow(context.database, table, draft.cells);
	listActivity(context, table, draft.id);
	makeCollections(context, draft, understood);
	return draft.id;
}

function idOf({ columns, primaryId }: SandboxTable, { values }: UnderstoodPayload): string {
	const column = columns.get(primaryId);
	const sent = column === undefined ? undefined : values.get(column);
	const id = column === undefined || sent === undefined ? null : toSql(column, sent);
	return typeof id === "string" ? id : randomUUID();
}

/** A record in the place of a reference. Where one name leads to several tables, there is none to make it in: owners. */
function makeParent(
	context: RequestContext,
	table: SandboxTable,
	navigation: Navigation,
	payload: Payload,
): RecordReference {
	const [only = navigation.table, ...others] = targetTables(table, navigation);
	const parent = context.schema.table(others.length === 0 ? only : navigation.table);
	if (parent === undefined) throw tableNotKept(navigation.table);
	return { table: parent.logicalName, id: makeRecord(context, parent, payload) };
}

/** The collections of the new row: what exists is linked, what was sent as objects is made. */
function makeCollections(context: RequestContext, { table, id }: RowDraft, understood: UnderstoodPayload): void {
	const row = { table: table.logicalName, id };
	for (const [navigation, references] of understood.attached) {
		for (const text of references) {
			attach(context, row, navigation, resolveReference(context, table, navigation, text));
		}
	}
	for (const [navigation, payloads] of understood.children) {
		if (navigation.table === "activityparty") throw notInSandboxYet("Sending the parties of an activity");
		const child = context.schema.table(navigation.table);
		if (child === undefined) throw tableNotKept(navigation.table);
		const isLinkable = child.columns.get(navigation.column)?.validForCreate === true;
		const links = new Map(navigation.kind === "children" && isLinkable ? [[navigation.column, row]] : []);
		for (const payload of payloads) {
			const made = makeRecord(context, child, payload, { links });
			if (navigation.kind === "manyToMany") attach(context, row, navigation, { table: child.logicalName, id: made });
		}
	}
}
