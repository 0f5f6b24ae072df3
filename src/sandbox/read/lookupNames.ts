import type { RequestContext } from "../service/requestContext.ts";
import { quoted } from "../storage/sqlNames.ts";
import { readRows, type ReadRow } from "./readRows.ts";

/** Where a row has a lookup: its id, and the table it points to where that is not always the same. */
export interface LookupSlot {
	readonly id: number;
	readonly target: string | { readonly slot: number };
}

export function targetOf({ target }: LookupSlot, row: ReadRow): string | undefined {
	if (typeof target === "string") return target;
	const value = row[target.slot];
	return typeof value === "string" ? value : undefined;
}

/** The primary names of the records that lookups point to: one query for each target table of a page. */
export class LookupNames {
	readonly #context: RequestContext;
	readonly #names = new Map<string, Map<string, string | undefined>>();

	constructor(context: RequestContext) {
		this.#context = context;
	}

	/** Reads what these rows need and is not known yet. */
	prepare(rows: readonly ReadRow[], lookups: readonly LookupSlot[]): void {
		const wanted = new Map<string, Set<string>>();
		for (const lookup of lookups) {
			for (const row of rows) {
				const id = row[lookup.id];
				const target = targetOf(lookup, row);
				if (typeof id !== "string" || target === undefined || this.#of(target).has(id)) continue;
				const ids = wanted.get(target);
				if (ids === undefined) wanted.set(target, new Set([id]));
				else ids.add(id);
			}
		}
		for (const [target, ids] of wanted) this.#read(target, ids);
	}

	/** Undefined where the record is gone or has no name. */
	name(target: string, id: string): string | undefined {
		return this.#names.get(target)?.get(id);
	}

	#of(target: string): Map<string, string | undefined> {
		let names = this.#names.get(target);
		if (names === undefined) {
			names = new Map();
			this.#names.set(target, names);
		}
		return names;
	}

	#read(target: string, ids: ReadonlySet<string>): void {
		const names = this.#of(target);
		for (const id of ids) names.set(id, undefined);
		const { schema, store, database } = this.#context;
		const table = schema.table(target);
		if (table?.primaryName === undefined) return;
		store.ensure(table);
		const id = quoted(table.primaryId);
		const sql = `SELECT ${id} AS "0", ${quoted(table.primaryName)} AS "1" FROM ${quoted(target)} WHERE ${id} IN (SELECT value FROM json_each(?))`;
		for (const row of readRows(database, sql, [JSON.stringify([...ids])])) {
			if (typeof row[0] === "string" && typeof row[1] === "string") names.set(row[0], row[1]);
		}
	}
}
