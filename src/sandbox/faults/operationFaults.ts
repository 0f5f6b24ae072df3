import type { ExpandItem, PathSegment, QueryOption } from "../../core/odata/nodes.ts";
import { hasVersion } from "../schema/hasVersion.ts";
import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { findRowId } from "../storage/findRow.ts";
import { quoted } from "../storage/sqlNames.ts";
import { noRight } from "./faultRefusals.ts";
import type { FaultRule } from "./faultRule.ts";

/**
 * 403 for a request that touches what the rule names: a table on its path or in its `$expand`, a record by its id in the
 * URL, a column by its name in URL or body. A rule that names several needs all of them.
 *
 * @param isDue is asked only for requests that touch it, so that others do not count.
 */
export function refuseAccess(context: RequestContext, rule: FaultRule, isDue: () => boolean): void {
	const { table, row, column } = rule;
	if (table !== undefined && !touchesTable(context, table)) return;
	if (row !== undefined && !context.request.url.toLowerCase().includes(row)) return;
	if (column !== undefined && !namesColumn(context, column)) return;
	if (isDue()) throw noRight(column ?? row ?? table ?? "");
}

/**
 * A race for a record: just before a request with `If-Match` and a version, somebody else changes the record, so that the
 * service itself finds the version old.
 */
export function changeBefore(context: RequestContext, isDue: () => boolean): void {
	const { request, uri, schema, store, database } = context;
	const version = request.headers.get("if-match");
	if (version === undefined || version.trim() === "*") return;
	const [first] = uri.path.segments;
	if (first?.kind !== "name" || first.arguments === undefined) return;
	const table = schema.tableBySet(first.name);
	const id = table === undefined ? undefined : findRowId(context, table, first.arguments);
	if (table === undefined || id === undefined || !hasVersion(table) || !isDue()) return;
	database.run(
		`UPDATE ${quoted(table.logicalName)} SET versionnumber = ? WHERE ${quoted(table.primaryId)} = ?`,
		store.nextVersion(),
		id,
	);
}

function touchesTable({ uri, schema }: RequestContext, name: string): boolean {
	const wanted = schema.tableBySet(name)?.logicalName ?? name;
	const [first, ...rest] = uri.path.segments;
	const table = first?.kind === "name" ? schema.tableBySet(first.name) : undefined;
	if (table === undefined) return false;
	const along = (from: SandboxTable, segments: readonly PathSegment[]): SandboxTable | undefined => {
		let current: SandboxTable | undefined = from;
		for (const segment of segments) {
			if (current?.logicalName === wanted || segment.kind !== "name") break;
			const navigation = current?.navigation.get(segment.name);
			if (navigation !== undefined) current = schema.table(navigation.table);
		}
		return current;
	};
	const expands = (from: SandboxTable, options: readonly QueryOption[]): boolean =>
		options.some((option) => option.kind === "expand" && option.items.some((item) => expanded(from, item)));
	const expanded = (from: SandboxTable, item: ExpandItem): boolean => {
		const target = along(from, item.segments);
		return target !== undefined && target !== from && (target.logicalName === wanted || expands(target, item.options));
	};
	const end = along(table, rest);
	return end?.logicalName === wanted || expands(end ?? table, uri.options);
}

/** Also as `_name_value`, as a lookup is called in URLs. */
function namesColumn({ request, uri }: RequestContext, column: string): boolean {
	if (!/^\w+$/.test(column)) return false;
	const body = request.body === undefined ? "" : Buffer.from(request.body).toString("utf8");
	return (
		new RegExp(`(?<!\\w)(?:${column}|_${column}_value)(?!\\w)`).test(uri.text) ||
		new RegExp(`"${column}(?:@[^"]*)?"\\s*:`).test(body)
	);
}
