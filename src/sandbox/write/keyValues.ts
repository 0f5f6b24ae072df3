import { recordNotFound } from "../read/readRefusals.ts";
import type { SandboxColumn, SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import type { RecordKey } from "../storage/readKey.ts";
import type { Given } from "./makeRecord.ts";
import type { Payload } from "./payload.ts";
import { rowExists } from "./rows.ts";
import type { RecordReference } from "./rowDraft.ts";

type AlternateKey = RecordKey & { readonly kind: "alternate" };

/**
 * The payload without what the key says already: whoever names a row by a key cannot change this key with the same
 * request.
 * https://learn.microsoft.com/power-apps/developer/data-platform/use-upsert-insert-update-record
 */
export function withoutKey(table: SandboxTable, payload: Payload, { values }: AlternateKey): Payload {
	const entries = Object.entries(payload).filter(([name]) => {
		const column = columnOf(table, name);
		return column === undefined || !values.has(column);
	});
	return Object.fromEntries(entries);
}

/** What the key gives a row that is to be made, where the payload does not say otherwise itself. */
export function givenByKey(
	context: RequestContext,
	table: SandboxTable,
	payload: Payload,
	{ values }: AlternateKey,
): Given {
	const said = new Set(Object.keys(payload).map((name) => columnOf(table, name)));
	const given = [...values].filter(([column]) => !said.has(column));
	const links = given.filter(([{ targets }]) => targets.length > 0);
	return {
		values: new Map(given.filter(([{ targets }]) => targets.length === 0)),
		links: new Map(links.map(([column, id]) => [column.logicalName, lookedUp(context, column, String(id))])),
	};
}

/** The column that a name in a payload writes: its own, or that of the navigation property before `@odata.bind`. */
function columnOf({ columns, navigation }: SandboxTable, name: string): SandboxColumn | undefined {
	const [property = name] = name.split("@");
	const related = navigation.get(property);
	return columns.get(related?.kind === "lookup" ? related.column : property);
}

function lookedUp(
	{ schema, store, database }: RequestContext,
	{ targets }: SandboxColumn,
	id: string,
): RecordReference {
	for (const name of targets) {
		const table = schema.table(name);
		if (table !== undefined && store.exists(name) && rowExists(database, table, id)) return { table: name, id };
	}
	throw recordNotFound(targets[0] ?? "", id);
}
