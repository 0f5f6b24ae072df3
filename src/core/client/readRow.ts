import { isExactNumber } from "./json/exactNumber.ts";
import type { Row, RowValue } from "./row.ts";

/** https://learn.microsoft.com/power-apps/developer/data-platform/webapi/compose-http-requests-handle-errors */
const annotations = {
	formattedValue: "OData.Community.Display.V1.FormattedValue",
	lookupTable: "Microsoft.Dynamics.CRM.lookuplogicalname",
	navigation: "Microsoft.Dynamics.CRM.associatednavigationproperty",
} as const;

/** The version of the record; absent where the table has none, or the row came without. */
export function etagOf(row: Row): string | undefined {
	return textOf(row, "@odata.etag");
}

/** The value of a column as the service words it for the user: "$1,000.00", the label of a choice, the name of a lookup. */
export function formattedValue(row: Row, column: string): string | undefined {
	return textOf(row, `${column}@${annotations.formattedValue}`);
}

/** The logical name of the table that a lookup points to: "systemuser". */
export function lookupTable(row: Row, column: string): string | undefined {
	return textOf(row, `${column}@${annotations.lookupTable}`);
}

/** The navigation property that belongs to a lookup's column: what to write `@odata.bind` behind. */
export function navigationOf(row: Row, column: string): string | undefined {
	return textOf(row, `${column}@${annotations.navigation}`);
}

/** The names that hold data, in the order of the payload: columns and expanded navigation properties, no annotations. */
export function dataColumns(row: Row): readonly string[] {
	return Object.keys(row).filter((name) => !name.includes("@"));
}

/** An object that is a record, which a list or an exact number is not. */
export function isRow(value: RowValue | undefined): value is Row {
	return typeof value === "object" && value !== null && !Array.isArray(value) && !isExactNumber(value);
}

function textOf(row: Row, name: string): string | undefined {
	const value = row[name];
	return typeof value === "string" ? value : undefined;
}
