import type { SandboxTable } from "../schema/sandboxTable.ts";

/** Makes the storage of a table when it is first needed. */
export interface TableStore {
	/** Afterwards the SQL table with its indexes exists. Cheap when it does. Never inside a transaction that may fail alone. */
	ensure(table: SandboxTable): void;
	/** The same for the intersect table of a many-to-many relationship, with its two columns. */
	ensureIntersect(table: string, columns: readonly [string, string]): void;
	/** The next row version: greater than every one before, also after a restart. */
	nextVersion(): number;
}
