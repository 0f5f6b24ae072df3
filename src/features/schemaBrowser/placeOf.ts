import type { SchemaPlace } from "../../host/contributions.ts";
import { isSchemaNode } from "./schemaNode.ts";

/**
 * The table, and column, that a command's argument means: an item of the tree, or a place from a link. A relationship
 * means the table at its other end.
 */
export function placeOf(given: unknown): SchemaPlace | undefined {
	if (isSchemaNode(given) && given.kind === "relationship")
		return given.row.otherTable === undefined ? undefined : { table: given.row.otherTable };
	if (typeof given !== "object" || given === null || !("table" in given)) return undefined;
	if (typeof given.table !== "string") return undefined;
	const column = "column" in given && typeof given.column === "string" ? given.column : undefined;
	return column === undefined ? { table: given.table } : { table: given.table, column };
}
