import type { Arguments, PathSegment } from "../../core/odata/nodes.ts";
import { keyMissing, propertyNotFound } from "../read/readRefusals.ts";
import type { Navigation, SandboxColumn, SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { badPathSyntax, segmentNotFound } from "../service/serviceRefusals.ts";

/** What the path of a write names. */
export type WriteTarget =
	/** `accounts` */
	| { readonly kind: "set"; readonly table: SandboxTable }
	/** `accounts(...)` */
	| { readonly kind: "record"; readonly table: SandboxTable; readonly key: Arguments; readonly address: string }
	/** `accounts(...)/name` */
	| { readonly kind: "property"; readonly table: SandboxTable; readonly key: Arguments; readonly column: SandboxColumn }
	/** `accounts(...)/primarycontactid`, `accounts(...)/contact_customer_accounts(...)` */
	| NavigationTarget
	/** The same with `/$ref` behind. */
	| (Omit<NavigationTarget, "kind"> & { readonly kind: "link" });

export interface NavigationTarget {
	readonly kind: "navigation";
	readonly table: SandboxTable;
	readonly key: Arguments;
	readonly navigation: Navigation;
	/** Key of one record of a collection. */
	readonly memberKey?: Arguments;
}

/** Reads the path of a write; undefined where it has a form that no write has. */
export function writeTarget({ uri, schema }: RequestContext): WriteTarget | undefined {
	const [first, second, third, ...others] = uri.path.segments;
	if (first?.kind !== "name" || first.key !== undefined || others.length > 0) return undefined;
	const table = schema.tableBySet(first.name);
	if (table === undefined) throw segmentNotFound(first.name);
	const key = first.arguments;
	if (second === undefined) {
		if (key === undefined) return { kind: "set", table };
		return { kind: "record", table, key, address: uri.text.slice(first.start, first.end) };
	}
	if (second.kind !== "name" || second.key !== undefined) return undefined;
	if (key === undefined) throw keyMissing(first.name);
	return memberTarget(table, key, second, third);
}

function memberTarget(
	table: SandboxTable,
	key: Arguments,
	member: PathSegment & { readonly kind: "name" },
	last: PathSegment | undefined,
): WriteTarget | undefined {
	const { name } = member;
	const navigation = table.navigation.get(name);
	if (navigation !== undefined) {
		const isLink = last?.kind === "system" && last.name === "$ref";
		if (last !== undefined && !isLink) return undefined;
		const memberKey = member.arguments;
		if (memberKey !== undefined && navigation.kind === "lookup") throw badPathSyntax();
		const target = { table, key, navigation, ...(memberKey !== undefined && { memberKey }) };
		return isLink ? { kind: "link", ...target } : { kind: "navigation", ...target };
	}
	const column = table.properties.get(name);
	if (column === undefined) throw propertyNotFound(name, table.logicalName);
	return last === undefined && member.arguments === undefined ? { kind: "property", table, key, column } : undefined;
}
