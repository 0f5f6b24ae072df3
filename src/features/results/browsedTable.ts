import { etagOf, formattedValue } from "../../core/client/readRow.ts";
import type { Row } from "../../core/client/row.ts";
import { browseColumns, browsePath } from "../../core/records/browseColumns.ts";
import { columnProperty } from "../../core/records/columnProperty.ts";
import type { RecordBase } from "../../core/records/recordChange.ts";
import type { Column, Table } from "../../core/schema/model.ts";

/** A table whose rows are browsed: the query, its columns and how a row of it becomes a record. */
export class BrowsedTable {
	readonly table: Table;
	readonly entitySet: string;
	readonly columns: readonly Column[];
	/** Below the service root. */
	readonly path: string;
	/** Of one record: "$select=name". */
	readonly select: string;
	readonly #facts: ReadonlyMap<string, Column>;

	constructor(table: Table, entitySet: string) {
		this.table = table;
		this.entitySet = entitySet;
		this.columns = browseColumns(table);
		this.path = browsePath(entitySet, this.columns);
		this.select = `$select=${this.columns.map(columnProperty).join(",")}`;
		this.#facts = new Map(this.columns.map((column) => [columnProperty(column), column]));
	}

	readonly facts = (property: string): Column | undefined => this.#facts.get(property);

	/** Where a row comes without an id, its place stands for it: such rows are only looked at. */
	base(row: Row, place: number): RecordBase {
		const { primaryIdColumn } = this.table;
		const own = primaryIdColumn === undefined ? undefined : row[primaryIdColumn];
		const id = typeof own === "string" ? own : `#${place}`;
		const etag = etagOf(row);
		return {
			id,
			target: { entitySet: this.entitySet, key: id, ...(primaryIdColumn !== undefined && { primaryIdColumn }) },
			row,
			...(etag !== undefined && { etag }),
		};
	}

	/** What people call the record: its primary name, or its id. */
	nameOf({ id, row }: RecordBase): string {
		const { primaryNameColumn } = this.table;
		if (primaryNameColumn === undefined) return id;
		const name = formattedValue(row, primaryNameColumn) ?? row[primaryNameColumn];
		return typeof name === "string" && name.trim() !== "" ? name : id;
	}
}
