import type { RequestUri, SelectItem, SelectOption } from "../../core/odata/nodes.ts";
import type { SandboxColumn, SandboxTable } from "../schema/sandboxTable.ts";
import type { ReadMemo } from "./readMemo.ts";
import { propertyNotFound, selectItemNotUnderstood } from "./readRefusals.ts";
import { isPrincipal, principalKey } from "./rowColumns.ts";

export interface Selection {
	/** What is written, in order: as selected, then what the service adds. */
	readonly columns: readonly SandboxColumn[];
	/** What `@odata.context` says of it; nothing without `$select`. */
	readonly names: readonly string[];
}

/**
 * The columns that `$select` names. The service adds the currency of money, and the primary key always. Lookups are
 * known by `_x_value` only.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query/select-columns
 *
 * @param added columns that `$expand` brings along; they come before the key.
 */
export function selectColumns(
	option: SelectOption | undefined,
	table: SandboxTable,
	uri: RequestUri,
	memo: ReadMemo,
	added: readonly SandboxColumn[],
): Selection {
	if (option === undefined) return { columns: memo.allColumns(table), names: [] };
	const columns = new Set<SandboxColumn>();
	const names: string[] = [];
	for (const item of option.items) {
		if (isStar(item)) {
			for (const column of memo.allColumns(table)) columns.add(column);
			names.push("*");
			continue;
		}
		const name = selectedName(item, uri);
		if (name === principalKey && isPrincipal(table)) {
			// It is always there.
			names.push(name);
			continue;
		}
		const column = table.properties.get(name);
		if (column?.validForRead !== true) throw propertyNotFound(name, table.logicalName);
		if (!columns.has(column)) names.push(column.propertyName);
		columns.add(column);
	}
	const currency = table.columns.get("transactioncurrencyid");
	if (currency?.stored === true && [...columns].some(({ type }) => type === "Money")) columns.add(currency);
	for (const column of added) columns.add(column);
	const key = table.columns.get(table.primaryId);
	if (key !== undefined) columns.add(key);
	return { columns: [...columns], names };
}

function isStar({ segments, options }: SelectItem): boolean {
	const [only, more] = segments;
	return only?.kind === "star" && only.namespace === undefined && more === undefined && options.length === 0;
}

function selectedName({ segments, options, start, end }: SelectItem, { text }: RequestUri): string {
	const [only, more] = segments;
	if (only?.kind !== "name" || more !== undefined || only.arguments !== undefined || options.length > 0) {
		throw selectItemNotUnderstood(text.slice(start, end));
	}
	return only.name;
}
