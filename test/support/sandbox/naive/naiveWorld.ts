import type { SandboxSchema } from "../../../../src/sandbox/schema/sandboxTable.ts";
import type { Link, RowValues } from "../queryRig.ts";

/** Rows by logical name of their table. A value that a row does not have is null. */
export interface NaiveWorld {
	readonly schema: SandboxSchema;
	readonly tables: ReadonlyMap<string, readonly RowValues[]>;
	/** The acting user. */
	readonly userId: string;
	/** IANA name of the acting user's time zone. */
	readonly timeZone: string;
	/** Milliseconds since 1970. */
	readonly now: number;
}

export function isLink(value: unknown): value is Link {
	return typeof value === "object" && value !== null;
}

/** The row that a lookup points to, where it points to that table. */
export function rowOfLink(world: NaiveWorld, value: unknown, table: string): RowValues | undefined {
	if (!isLink(value) || value.table !== table) return undefined;
	const key = world.schema.table(table)?.primaryId ?? "";
	return world.tables.get(table)?.find((row) => row[key] === value.id);
}
