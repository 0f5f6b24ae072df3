import type { LambdaSegment, PathExpression, PathSegment } from "../../core/odata/nodes.ts";
import type { Navigation, SandboxTable } from "../schema/sandboxTable.ts";
import { quoted, targetName } from "../storage/sqlNames.ts";
import { nameOf, navigationOf, rowOf } from "./operand.ts";
import { lambdaBelowLookup, lambdaParentNotCollection, propertyNotFound, tableNotKept } from "./queryRefusals.ts";
import { edmTypeOfColumn, typeOfRows } from "./edmType.ts";
import type { Row } from "./row.ts";
import type { Translation } from "./translation.ts";
import type { WriteCondition } from "./writeCondition.ts";

/** The lambda at the end of a path, if that is what it ends with. */
export function lambdaOf({ segments }: PathExpression): LambdaSegment | undefined {
	const last = segments.at(-1);
	return last?.kind === "lambda" ? last : undefined;
}

/**
 * `collection/any(x:...)` and `all`: whether there is a row in the collection that meets the condition, or none that
 * does not. A condition that is null is not met. Of an empty collection `all` is true, `any` is false.
 */
export function writeLambda(
	{ segments }: PathExpression,
	{ operator, variable, body }: LambdaSegment,
	row: Row,
	negated: boolean,
	translation: Translation,
	write: WriteCondition,
): string {
	translation.count();
	const { navigation, owner } = collectionOf(segments.slice(0, -1), row, translation);
	const member: Row = {
		table: translation.table(navigation.table),
		sql: `${translation.alias()}.`,
		variable: variable?.kind === "identifier" ? variable.name : "",
		outer: row,
	};
	const rows = membersOf(navigation, owner, member, translation);
	const exists = (operator === "any") === negated ? "NOT EXISTS" : "EXISTS";
	if (body === undefined) return `${exists} (${rows})`;
	const condition = write(body, member, false, translation);
	return `${exists} (${rows} AND (${condition})${operator === "all" ? " IS NOT TRUE" : ""})`;
}

/** The collection, and the row it belongs to. Not below a lookup: the service does not offer that. */
function collectionOf(
	segments: readonly PathSegment[],
	row: Row,
	translation: Translation,
): { readonly navigation: Navigation; readonly owner: Row } {
	if (segments.length === 0) throw lambdaParentNotCollection();
	const owner = rowOf(segments, row, translation);
	const names = (owner.variable === undefined ? segments : segments.slice(1)).map(nameOf);
	const [first] = names;
	if (first === undefined) throw lambdaParentNotCollection();
	const column = owner.table.properties.get(first);
	if (column !== undefined && names.length > 1) {
		throw propertyNotFound(String(names[1]), edmTypeOfColumn(column.kind));
	}
	if (column !== undefined) throw lambdaParentNotCollection();
	const navigation = navigationOf(first, owner.table);
	if (navigation.kind === "lookup" && names.length > 1) throw lambdaBelowLookup(names.slice(1).join("/"));
	if (navigation.kind === "lookup") throw lambdaParentNotCollection();
	if (names.length > 1) throw propertyNotFound(String(names[1]), typeOfRows(`Collection(${navigation.table})`));
	return { navigation, owner };
}

/** A query for the members of the collection, to which conditions can be added with AND. */
function membersOf(navigation: Navigation, owner: Row, member: Row, translation: Translation): string {
	const { table, sql } = member;
	const alias = sql.slice(0, -1);
	const ownerId = owner.sql + quoted(owner.table.primaryId);
	if (navigation.kind === "children") {
		const lookup = `${sql}${quoted(navigation.column)} = ${ownerId}`;
		const rows = `SELECT 1 FROM ${quoted(table.logicalName)} AS ${alias} WHERE ${lookup}`;
		return rows + isOfTarget(table, navigation.column, owner, sql, translation);
	}
	const { intersect, column } = navigation;
	if (intersect === undefined) throw tableNotKept(navigation.relationship);
	translation.scope.context.store.ensureIntersect(intersect.table, [column, intersect.otherColumn]);
	const link = translation.alias();
	const join = `${sql}${quoted(table.primaryId)} = ${link}.${quoted(intersect.otherColumn)}`;
	return (
		`SELECT 1 FROM ${quoted(intersect.table)} AS ${link} JOIN ${quoted(table.logicalName)} AS ${alias} ON ${join} ` +
		`WHERE ${link}.${quoted(column)} = ${ownerId}`
	);
}

/** A lookup to several tables is asked which one it means: rows of two tables may have the same id. */
function isOfTarget(table: SandboxTable, column: string, owner: Row, sql: string, translation: Translation): string {
	if ((table.columns.get(column)?.targets.length ?? 0) < 2) return "";
	return ` AND ${sql}${quoted(targetName(column))} = ${translation.bind(owner.table.logicalName)}`;
}
