import type { SandboxTable } from "../schema/sandboxTable.ts";

/** Makes the storage of a table when it is first needed. */
export interface TableStore {
	/** Afterwards the SQL table with its indexes exists. Cheap when it does; what a rollback takes back is made again. */
	ensure(table: SandboxTable): void;
	/**
	 * The same for the intersect table of a many-to-many relationship, with its two columns. A pair of ids is there
	 * once; a row is written by these two columns alone, also where the table has more.
	 */
	ensureIntersect(table: string, columns: readonly [string, string]): void;
	/** True where the SQL table exists. What has no storage has no rows: nothing to read, nothing that cascades. */
	exists(logicalName: string): boolean;
	/**
	 * The next row version: greater than every one before, also after a restart.
	 * @param count takes that many at once, for writers of many rows; the first of them is returned.
	 */
	nextVersion(count?: number): number;
}
