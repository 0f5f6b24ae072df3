import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { storedRow } from "./rows.ts";
import { etagNotUnderstood, recordExists, versionMismatch } from "./writeRefusals.ts";

/** What the conditional headers of a write ask for. */
export interface Conditions {
	/** `If-Match`, with "*" or an entity tag: the row must be there. */
	readonly mustExist: boolean;
	/** `If-None-Match: *`: the row must not be there. (With anything else, "null" above all, it is passed over.) */
	readonly mustBeNew: boolean;
	/** Row version of an entity tag. */
	readonly version?: string;
}

/** https://learn.microsoft.com/power-apps/developer/data-platform/webapi/perform-conditional-operations-using-web-api */
export function readConditions({ request }: RequestContext): Conditions {
	const match = request.headers.get("if-match")?.trim() ?? "";
	const mustBeNew = request.headers.get("if-none-match")?.trim() === "*";
	if (match === "" || match === "null") return { mustExist: false, mustBeNew };
	if (match === "*") return { mustExist: true, mustBeNew };
	const version = /^(?:W\/)?"(\d+)"$/.exec(match)?.[1];
	if (version === undefined) throw etagNotUnderstood(match);
	return { mustExist: true, mustBeNew, version };
}

/** Refuses a write on a row that is there, where its conditions say so. */
export function checkPresent(
	{ database }: RequestContext,
	table: SandboxTable,
	id: string,
	{ mustBeNew, version }: Conditions,
): void {
	if (mustBeNew) throw recordExists();
	if (version === undefined) return;
	const present = storedRow(database, table, id)?.versionnumber;
	if (String(present) !== version) throw versionMismatch();
}
