import type { SandboxColumn } from "../schema/sandboxTable.ts";
import { quoted } from "../storage/sqlNames.ts";
import { functionNotForColumn, tableNotKept } from "./queryRefusals.ts";
import { storedColumn } from "./row.ts";
import type { Translation } from "./translation.ts";

/** The functions that ask who the acting user is, and what it belongs to. */
export type UserFunction = keyof typeof writers;

export function isUserFunction(name: string): name is UserFunction {
	return Object.hasOwn(writers, name);
}

/** Those that say "not" are met by null as well. */
export function writeUserFunction(
	name: UserFunction,
	column: SandboxColumn,
	negated: boolean,
	translation: Translation,
): string {
	if (column.kind !== "guid") {
		throw functionNotForColumn(name, translation.scope.table.logicalName, column.logicalName);
	}
	translation.table("systemuser");
	const sql = storedColumn(translation.row, column.logicalName);
	const isOpposite = (name === "NotEqualUserId" || name === "NotEqualBusinessId") !== negated;
	const condition = writers[name](sql, translation);
	return isOpposite ? `(${sql} IS NULL OR NOT (${condition}))` : `(${condition})`;
}

const isUser = (sql: string, translation: Translation): string => `${sql} = ${user(translation)}`;

const isBusinessUnit = (sql: string, translation: Translation): string =>
	`${sql} = (SELECT "businessunitid" FROM "systemuser" WHERE "systemuserid" = ${user(translation)})`;

const isTeam = (sql: string, translation: Translation): string =>
	`${sql} IN (${teamsOf((column) => `${column} = ${user(translation)}`, translation)})`;

const writers = {
	EqualUserId: isUser,
	NotEqualUserId: isUser,
	EqualBusinessId: isBusinessUnit,
	NotEqualBusinessId: isBusinessUnit,
	EqualUserTeams: isTeam,
	EqualUserOrUserTeams: (sql, translation) => `${isUser(sql, translation)} OR ${isTeam(sql, translation)}`,
	EqualUserOrUserHierarchy: (sql, translation) => `${sql} IN (${reports(translation)})`,
	EqualUserOrUserHierarchyAndTeams: (sql, translation) => {
		const users = `${sql} IN (${reports(translation)})`;
		return `${users} OR ${sql} IN (${teamsOf((column) => `${column} IN (${reports(translation)})`, translation)})`;
	},
} as const satisfies Readonly<Record<string, (sql: string, translation: Translation) => string>>;

function user(translation: Translation): string {
	return translation.bind(translation.scope.context.session.userId);
}

/** @param ofUser the condition on the column that names the member. */
function teamsOf(ofUser: (column: string) => string, translation: Translation): string {
	const navigation = translation.table("systemuser").navigation.get("teammembership_association");
	if (navigation?.intersect === undefined) throw tableNotKept("teammembership");
	const { table, otherColumn } = navigation.intersect;
	translation.scope.context.store.ensureIntersect(table, [navigation.column, otherColumn]);
	return `SELECT ${quoted(otherColumn)} FROM ${quoted(table)} WHERE ${ofUser(quoted(navigation.column))}`;
}

/** The user and all who report to it, by manager. The union ends where managers go round in a circle. */
function reports(translation: Translation): string {
	const alias = translation.alias();
	return (
		`WITH RECURSIVE ${alias}(id) AS (SELECT ${user(translation)} UNION ` +
		`SELECT "systemuserid" FROM "systemuser" JOIN ${alias} ON "parentsystemuserid" = ${alias}.id) SELECT id FROM ${alias}`
	);
}
