import type { NameSegment, PathSegment } from "../../core/odata/nodes.ts";
import type { Navigation, SandboxColumn, SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { notInSandboxYet, segmentNotFound } from "../service/serviceRefusals.ts";
import { findByKey } from "../storage/findRow.ts";
import { readKey } from "../storage/readKey.ts";
import { keyMissing, keyNotFound, noRawValue, recordNotFound } from "./readRefusals.ts";
import { readRows } from "./readRows.ts";
import { columnSql, targetSql } from "./rowColumns.ts";
import { allOf, collectionSource, fromTable, type RowSource } from "./rowSource.ts";

/** What a path leads to. Every record on the way is there; only a lookup can end in nothing. */
export type Resource =
	| { readonly kind: "rows"; readonly source: RowSource }
	| { readonly kind: "record"; readonly table: SandboxTable; readonly id: string }
	| { readonly kind: "nothing" }
	| Property
	| { readonly kind: "count" | "references"; readonly source: RowSource }
	| { readonly kind: "reference"; readonly table: SandboxTable; readonly id: string };

interface Property {
	readonly kind: "property" | "rawValue";
	readonly table: SandboxTable;
	readonly id: string;
	readonly column: SandboxColumn;
}

/** Follows the path of a request segment by segment (OData URL Conventions 4.0, 4). */
export function resolvePath(context: RequestContext): Resource {
	const [first, ...rest] = context.uri.path.segments;
	let resource = firstResource(context, first);
	for (const segment of rest) resource = nextResource(context, resource, segment);
	return resource;
}

function firstResource(context: RequestContext, segment: PathSegment | undefined): Resource {
	const table = segment?.kind === "name" ? context.schema.tableBySet(segment.name) : undefined;
	if (segment?.kind !== "name" || table === undefined) throw segmentNotFound(segmentText(context, segment));
	return withKey(context, segment, { table });
}

/** The rows themselves, or the one among them that the parentheses name. */
function withKey(context: RequestContext, segment: NameSegment, source: RowSource): Resource {
	const key = segment.arguments;
	if (key === undefined) return { kind: "rows", source };
	if (key.items.length === 0) throw segmentNotFound(segmentText(context, segment));
	const { table } = source;
	const named = readKey(context, table, key);
	const id = findByKey(context, table, named);
	if (id !== undefined && isAmong(context, source, id)) return { kind: "record", table, id };
	throw named.kind === "id" ? recordNotFound(table.logicalName, named.id) : keyNotFound(table.logicalName);
}

function isAmong(context: RequestContext, source: RowSource, id: string): boolean {
	if (source.where === undefined) return true;
	const { table } = source;
	const where = allOf([{ sql: `${columnSql(table.primaryId)} = ?`, values: [id] }, source.where]);
	const sql = `SELECT 1 AS "0" ${fromTable(context, table)} WHERE ${where.sql}`;
	return readRows(context.database, sql, where.values).length > 0;
}

function nextResource(context: RequestContext, resource: Resource, segment: PathSegment): Resource {
	switch (resource.kind) {
		case "rows":
			return afterRows(context, resource.source, segment);
		case "record":
			return afterRecord(context, resource.table, resource.id, segment);
		case "property":
			if (segment.kind === "system" && segment.name === "$value") return { ...resource, kind: "rawValue" };
			break;
		case "nothing":
			// A lookup without a value ends the path whatever was to follow.
			return resource;
		default:
			break;
	}
	throw notFollowed(context, segment);
}

function afterRows(context: RequestContext, source: RowSource, segment: PathSegment): Resource {
	if (segment.kind === "system" && segment.name === "$count") return { kind: "count", source };
	if (segment.kind === "system" && segment.name === "$ref") return { kind: "references", source };
	const { table } = source;
	if (segment.kind === "name" && (table.properties.has(segment.name) || table.navigation.has(segment.name))) {
		throw keyMissing(table.entitySetName);
	}
	throw notFollowed(context, segment);
}

function afterRecord(context: RequestContext, table: SandboxTable, id: string, segment: PathSegment): Resource {
	if (segment.kind === "system" && segment.name === "$ref") return { kind: "reference", table, id };
	if (segment.kind === "system" && segment.name === "$value") throw noRawValue(table.logicalName);
	if (segment.kind !== "name") throw notFollowed(context, segment);
	const column = table.properties.get(segment.name);
	if (column?.validForRead === true && segment.arguments === undefined) return { kind: "property", table, id, column };
	const navigation = table.navigation.get(segment.name);
	if (navigation === undefined) throw segmentNotFound(segmentText(context, segment));
	if (navigation.kind !== "lookup") {
		const target = context.schema.table(navigation.table);
		if (target === undefined) throw notInSandboxYet(segment.name);
		return withKey(context, segment, collectionSource(context, table, id, navigation, target));
	}
	if (segment.arguments !== undefined) throw segmentNotFound(segmentText(context, segment));
	return lookedUp(context, table, id, navigation);
}

/** The record that a lookup points to, as far as it points to a table that the navigation property leads to. */
function lookedUp(context: RequestContext, table: SandboxTable, id: string, navigation: Navigation): Resource {
	const column = table.columns.get(navigation.column);
	if (column === undefined) return { kind: "nothing" };
	const [only] = column.targets;
	const target = targetSql(column) ?? "NULL";
	const sql = `SELECT ${columnSql(column.logicalName)} AS "0", ${target} AS "1" ${fromTable(context, table)} WHERE ${columnSql(table.primaryId)} = ?`;
	const [row] = readRows(context.database, sql, [id]);
	const name = typeof row?.[1] === "string" ? row[1] : only;
	const found = name === undefined ? undefined : context.schema.table(name);
	const leadsThere = (navigation.tables ?? [navigation.table]).includes(name ?? "");
	if (typeof row?.[0] !== "string" || found === undefined || !leadsThere) return { kind: "nothing" };
	return { kind: "record", table: found, id: row[0] };
}

/** Casts to a derived type are something that the service knows; the rest leads nowhere. */
function notFollowed(context: RequestContext, segment: PathSegment): Error {
	return segment.kind === "qualifiedName"
		? notInSandboxYet(segment.name)
		: segmentNotFound(segmentText(context, segment));
}

function segmentText({ uri }: RequestContext, segment: PathSegment | undefined): string {
	if (segment === undefined) return "";
	return "name" in segment ? segment.name : uri.text.slice(segment.start, segment.end);
}
