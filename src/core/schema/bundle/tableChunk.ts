import { canonicalJson } from "../../base/canonicalJson.ts";
import type { Table } from "../model.ts";
import type { SharedColumnReader, SharedColumns } from "./sharedColumns.ts";

/** A table as JSON, with numbers in place of shared columns. JSON, because nothing else parses as fast when cold. */
export function encodeTable(table: Table, shared: SharedColumns): string {
	const columns = table.columns.map((column) => shared.reference(column));
	return canonicalJson({ ...table, columns }, shared.texts);
}

/** The table again. Throws where the text is none, or is another table. */
export function decodeTable(text: string, logicalName: string, shared: SharedColumnReader): Table {
	const stored = JSON.parse(text) as Omit<Table, "columns"> & { columns: (number | Table["columns"][number])[] };
	if (stored.logicalName !== logicalName) throw new TypeError("another table");
	const columns = stored.columns.map((column) => (typeof column === "number" ? shared.column(column) : column));
	return Object.assign(stored, { columns });
}
