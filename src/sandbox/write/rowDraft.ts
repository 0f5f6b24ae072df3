import type { SandboxColumn, SandboxTable } from "../schema/sandboxTable.ts";
import type { SqlRow, SqlValue } from "../storage/database.ts";
import { fold } from "../storage/fold.ts";
import { foldedName, targetName } from "../storage/sqlNames.ts";

/** One record: where a lookup points to. */
export interface RecordReference {
	/** Logical name. */
	readonly table: string;
	readonly id: string;
}

/**
 * One row while it is written: what is stored, and what the write sets. The rules (money, status, names, owner) read
 * the row as it will be and set more; in the end all cells go into one statement.
 */
export class RowDraft {
	readonly table: SandboxTable;
	readonly id: string;
	/** As stored before an update; absent while a row is created. */
	readonly before: SqlRow | undefined;
	readonly #cells = new Map<string, SqlValue>();

	constructor(table: SandboxTable, id: string, before?: SqlRow) {
		this.table = table;
		this.id = id;
		this.before = before;
	}

	/** What the statement sets: names of SQL columns, companions included. */
	get cells(): ReadonlyMap<string, SqlValue> {
		return this.#cells;
	}

	/** True where this write sets the column, to whatever value. */
	sets(column: string): boolean {
		return this.#cells.has(column);
	}

	/** The value of a column after the write; null where it has none. */
	value(column: string): SqlValue {
		return this.#cells.get(column) ?? (this.sets(column) ? null : (this.before?.[column] ?? null));
	}

	set(column: SandboxColumn, value: SqlValue): void {
		this.#cells.set(column.logicalName, value);
		if (column.folded) {
			this.#cells.set(foldedName(column.logicalName), typeof value === "string" ? fold(value) : null);
		}
	}

	/** Sets a column by its name where the table keeps such a column; most system columns are not on every table. */
	setKept(column: string, value: SqlValue): void {
		const known = this.kept(column);
		if (known !== undefined) this.set(known, value);
	}

	link(column: SandboxColumn, target: RecordReference | null): void {
		this.#cells.set(column.logicalName, target?.id ?? null);
		if (column.targets.length > 1) this.#cells.set(targetName(column.logicalName), target?.table ?? null);
	}

	/** The same for a system lookup that not every table has. */
	linkKept(column: string, target: RecordReference | null): void {
		const known = this.kept(column);
		if (known !== undefined) this.link(known, target);
	}

	/** Where a lookup points to after the write. */
	target(column: string): RecordReference | undefined {
		const known = this.table.columns.get(column);
		const id = this.value(column);
		if (known === undefined || typeof id !== "string") return undefined;
		const [only] = known.targets;
		const table = known.targets.length > 1 ? this.value(targetName(column)) : only;
		return typeof table === "string" ? { table, id } : undefined;
	}

	/** The column, where rows keep a value of it that SQLite does not make itself. */
	kept(column: string): SandboxColumn | undefined {
		const known = this.table.columns.get(column);
		return known?.stored === true && known.generated === undefined ? known : undefined;
	}
}
