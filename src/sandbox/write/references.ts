import { parseUrl } from "../../core/base/parseUrl.ts";
import { parseRequest } from "../../core/odata/parse.ts";
import * as words from "../../words/sandboxWrite.ts";
import { recordNotFound } from "../read/readRefusals.ts";
import type { Navigation, SandboxColumn, SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { segmentNotFound } from "../service/serviceRefusals.ts";
import { rowExists } from "./rows.ts";
import { rowIdOfKey } from "./rowKey.ts";
import type { RecordReference } from "./rowDraft.ts";
import { badPayload } from "./writeRefusals.ts";

/**
 * The record that a reference in a body names: `accounts(...)`, `/accounts(...)` or the whole URL, by id or by an
 * alternate key. It must be of this service, of a table that the navigation property leads to, and there.
 *
 * @param table the table of the body, for the refusal.
 */
export function resolveReference(
	context: RequestContext,
	table: SandboxTable,
	navigation: Navigation,
	text: string,
): RecordReference {
	const found = referenceOf(context, table, text);
	const expected = targetTables(table, navigation);
	if (expected.includes(found.table)) return found;
	// "owners" is what users and teams are together: the id tells which it is.
	const owner = found.table === "owner" ? ownerOf(context, found.id, expected) : undefined;
	if (owner !== undefined) return owner;
	throw badPayload(
		context.request,
		table,
		words.referenceToOtherTable(navigation.name, found.table, expected.join(", ")),
	);
}

/** The tables that a navigation property may lead to. */
export function targetTables({ columns }: SandboxTable, navigation: Navigation): readonly string[] {
	const { table, tables } = navigation;
	if (tables !== undefined) return tables;
	const column: SandboxColumn | undefined = navigation.kind === "lookup" ? columns.get(navigation.column) : undefined;
	return column === undefined || column.targets.includes(table) ? [table] : column.targets;
}

function referenceOf(context: RequestContext, table: SandboxTable, text: string): RecordReference {
	checkOrigin(context, table, text);
	const unreadable = (): Error => badPayload(context.request, table, words.unreadableReference(text));
	const uri = parseRequest(text);
	const [segment, ...others] = uri.path.segments;
	if (segment?.kind !== "name" || others.length > 0) throw unreadable();
	const target = context.schema.tableBySet(segment.name);
	if (target === undefined) throw segmentNotFound(segment.name);
	if (segment.arguments === undefined || segment.key !== undefined || uri.options.length > 0) throw unreadable();
	if (uri.problems.length > 0) throw unreadable();
	if (target.logicalName === "owner") {
		const [only] = segment.arguments.items;
		const literal = only?.kind === "positional" && only.value.kind === "literal" ? only.value : undefined;
		if (literal?.type !== "guid") throw unreadable();
		return { table: "owner", id: literal.value.toLowerCase() };
	}
	return { table: target.logicalName, id: rowIdOfKey(context, target, segment.arguments) };
}

/** A reference to another environment must never be taken for one of this. */
function checkOrigin({ request, root }: RequestContext, table: SandboxTable, text: string): void {
	if (!/^[a-z][a-z\d+.-]*:/i.test(text) && !text.startsWith("//")) return;
	const url = parseUrl(text);
	const service = new URL(root);
	const isOurs = url?.origin === service.origin && /^\/api\/data\/v9\.[0-2]\//.test(url.pathname);
	if (!isOurs) throw badPayload(request, table, words.foreignReference(text, root));
}

function ownerOf(context: RequestContext, id: string, tables: readonly string[]): RecordReference {
	for (const name of tables) {
		const table = context.schema.table(name);
		if (table === undefined || !context.store.exists(name)) continue;
		if (rowExists(context.database, table, id)) return { table: name, id };
	}
	throw recordNotFound("owner", id);
}
