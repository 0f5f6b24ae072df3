import type { SandboxColumn, SandboxTable } from "../schema/sandboxTable.ts";
import { quoted, targetName } from "../storage/sqlNames.ts";

/** Alias of the row in every statement of this folder. */
export const rowAlias = "t";

/** The column as SQL. */
export function columnSql(name: string): string {
	return `${quoted(rowAlias)}.${quoted(name)}`;
}

/** The column as it is read for writing: whole numbers that may not fit a number of JavaScript come as text. */
export function readableSql({ logicalName, kind }: SandboxColumn): string {
	const sql = columnSql(logicalName);
	return kind === "long" ? `CAST(${sql} AS TEXT)` : sql;
}

/** Where a lookup's row keeps which table it points to; undefined where it can only be one. */
export function targetSql({ logicalName, targets }: SandboxColumn): string | undefined {
	return targets.length > 1 ? columnSql(targetName(logicalName)) : undefined;
}

/** Columns that GET may show, in the order of the schema. */
export function readableColumns(table: SandboxTable): readonly SandboxColumn[] {
	return [...table.properties.values()].filter(({ validForRead }) => validForRead);
}

/**
 * Users and teams are principals: beside their own key they have the one of that base type, with the same value.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/principal
 */
export function isPrincipal({ logicalName }: SandboxTable): boolean {
	return logicalName === "systemuser" || logicalName === "team";
}

export const principalKey = "ownerid";
