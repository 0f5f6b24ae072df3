import type { Column } from "../schema/model.ts";

/** True for columns whose value is a reference to one record. */
export function isLookup({ type }: Pick<Column, "type">): boolean {
	return type === "Lookup" || type === "Owner" || type === "Customer";
}

/**
 * The property of a row that holds the column. The Web API documents for lookups a property of its own, which is the only
 * name that it makes itself: https://learn.microsoft.com/power-apps/developer/data-platform/webapi/web-api-properties#lookup-properties
 */
export function columnProperty(column: Pick<Column, "logicalName" | "type">): string {
	return isLookup(column) ? `_${column.logicalName}_value` : column.logicalName;
}
