import type { SandboxColumn, SandboxTable, StorageKind } from "../schema/sandboxTable.ts";
import { foldedName, quoted, targetName } from "./sqlNames.ts";

/** A column of a SQL table. The declared type begins with the storage kind, so that a file tells how its values are kept. */
export interface SqlColumn {
	readonly name: string;
	readonly type: string;
	/** What follows the type: constraint, default, generated value. */
	readonly rest: string;
}

const affinities: Readonly<Record<StorageKind, string>> = {
	guid: "TEXT",
	text: "TEXT",
	integer: "INTEGER",
	long: "INTEGER",
	decimal: "REAL",
	double: "REAL",
	boolean: "INTEGER",
	dateTime: "TEXT",
	date: "TEXT",
	choices: "TEXT",
	binary: "BLOB",
	any: "TEXT",
};

/**
 * Columns that nearly every statement reads come first: SQLite walks a record from its beginning, and most of the 200
 * columns of a row are null.
 */
const oftenRead = [
	"versionnumber",
	"statecode",
	"statuscode",
	"createdon",
	"modifiedon",
	"ownerid",
	"createdby",
	"modifiedby",
	"owningbusinessunit",
	"transactioncurrencyid",
];

/** The SQL columns of a table in their order, companions beside their column. */
export function sqlColumns(table: SandboxTable): readonly SqlColumn[] {
	const first = [table.primaryId, table.primaryName, ...oftenRead];
	const rank = new Map(first.map((name, index) => [name, index]));
	const rankOf = ({ logicalName }: SandboxColumn): number => rank.get(logicalName) ?? first.length;
	return [...table.columns.values()]
		.filter(({ stored }) => stored)
		.sort((left, right) => rankOf(left) - rankOf(right))
		.flatMap((column) => columnsOf(table, column));
}

/** `"name" text TEXT DEFAULT ...` */
export function declaration({ name, type, rest }: SqlColumn): string {
	return `${quoted(name)} ${type}${rest === "" ? "" : ` ${rest}`}`;
}

export const guidColumn = (name: string): SqlColumn => ({ name, type: declaredType("guid"), rest: "" });

const declaredType = (kind: StorageKind): string => `${kind} ${affinities[kind]}`;

function columnsOf(table: SandboxTable, column: SandboxColumn): readonly SqlColumn[] {
	const { logicalName: name, kind, folded, targets } = column;
	const columns: SqlColumn[] = [{ name, type: declaredType(kind), rest: constraint(table, column) }];
	if (folded) columns.push({ name: foldedName(name), type: declaredType("text"), rest: "" });
	if (targets.length > 1) columns.push({ name: targetName(name), type: declaredType("text"), rest: "" });
	return columns;
}

function constraint(table: SandboxTable, column: SandboxColumn): string {
	const { logicalName } = column;
	if (column.generated === true) return `GENERATED ALWAYS AS (${generatedValue(table, column)}) VIRTUAL`;
	const isIntersect = table.table.manyToMany.some(({ intersectTable }) => intersectTable === table.logicalName);
	if (logicalName === table.primaryId) return `PRIMARY KEY NOT NULL${isIntersect ? ` DEFAULT (${randomGuid})` : ""}`;
	return isIntersect && logicalName === "versionnumber" ? "NOT NULL DEFAULT 1" : "";
}

/** The table that a lookup points to, or, where the column is of no lookup, the table that the row is of. */
function generatedValue({ logicalName }: SandboxTable, { typeOf }: SandboxColumn): string {
	return typeOf === undefined ? `'${logicalName.replaceAll("'", "''")}'` : quoted(targetName(typeOf));
}

/** Rows of intersect tables are written by their two sides alone. Version 4: random. */
const randomGuid = [4, 2]
	.map((bytes) => `lower(hex(randomblob(${bytes})))`)
	.join(" || '-' || ")
	.concat(
		" || '-4' || substr(lower(hex(randomblob(2))), 2) || '-a' || substr(lower(hex(randomblob(2))), 2) || '-' || lower(hex(randomblob(6)))",
	);
