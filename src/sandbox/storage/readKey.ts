import type { Arguments, Expression, NamedArgument } from "../../core/odata/nodes.ts";
import type { SandboxColumn, SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { badPathSyntax } from "../service/serviceRefusals.ts";
import { convertValue, type KeptValue } from "../values/convertValue.ts";
import { keyNotDefined } from "./keyRefusals.ts";

/** What a key in a URL says: an id, or the values of an alternate key by column. */
export type RecordKey =
	| { readonly kind: "id"; readonly id: string }
	| { readonly kind: "alternate"; readonly values: ReadonlyMap<SandboxColumn, KeptValue> };

/**
 * Understands `(00aa...)`, `(accountid=00aa...)` and `(accountnumber='A1',_primarycontactid_value=00aa...)`. The columns
 * of an alternate key are named as on the wire and in any order, and have to be all of one key.
 * https://learn.microsoft.com/power-apps/developer/data-platform/use-alternate-key-reference-record
 */
export function readKey(context: RequestContext, table: SandboxTable, { items }: Arguments): RecordKey {
	const [first, ...others] = items;
	if (first === undefined) throw badPathSyntax();
	const primary = primaryValue(table, first);
	if (primary !== undefined && others.length === 0) return { kind: "id", id: guidOf(context, primary) };
	const values = new Map<SandboxColumn, KeptValue>();
	for (const item of items) {
		if (item.kind === "positional") throw badPathSyntax();
		const column = table.properties.get(item.name);
		if (column === undefined) throw keyNotDefined(table.logicalName);
		values.set(column, valueOf(context, column, item));
	}
	if (!isDefined(table, [...values.keys()])) throw keyNotDefined(table.logicalName);
	return { kind: "alternate", values };
}

function primaryValue(table: SandboxTable, item: Arguments["items"][number]): Expression | undefined {
	return item.kind === "positional" || item.name === keyName(table) ? item.value : undefined;
}

/** Users and teams are principals for the Web API, and the key of a principal is called `ownerid`. */
function keyName({ logicalName, primaryId }: SandboxTable): string {
	return logicalName === "systemuser" || logicalName === "team" ? "ownerid" : primaryId;
}

function guidOf(context: RequestContext, expression: Expression): string {
	const value = literal(context, expression);
	if (value?.type !== "guid") throw badPathSyntax();
	return value.value.toLowerCase();
}

function valueOf(context: RequestContext, column: SandboxColumn, { value }: NamedArgument): KeptValue {
	const found = literal(context, value);
	const plain = found?.value ?? null;
	const kept = plain === null ? undefined : convertValue(column.kind, plain);
	if (kept === undefined) throw badPathSyntax();
	return kept;
}

/** The literal itself or the one that an alias stands for. */
function literal(
	{ uri }: RequestContext,
	expression: Expression,
): Extract<Expression, { kind: "literal" }> | undefined {
	if (expression.kind === "literal") return expression;
	if (expression.kind !== "aliasReference") return undefined;
	const alias = uri.options.find((option) => option.kind === "alias" && option.written === expression.name);
	return alias?.kind === "alias" && alias.value.kind === "literal" ? alias.value : undefined;
}

function isDefined({ keys }: SandboxTable, columns: readonly SandboxColumn[]): boolean {
	const names = new Set(columns.map(({ logicalName }) => logicalName));
	return keys.some((key) => key.columns.length === names.size && key.columns.every((name) => names.has(name)));
}
