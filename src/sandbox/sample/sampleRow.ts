import type { SampleWorld } from "./sampleWorld.ts";

/** A lookup's value: the row it points to, with its table. */
export interface Reference {
	readonly table: string;
	readonly id: string;
}

/**
 * Values by logical name. Moments are texts as `moment` writes them; a date-only column takes their day. All rows of a
 * table have the same columns in the same order, null where a row has nothing.
 */
export type SampleRow = Readonly<Record<string, string | number | boolean | null | Reference>>;

/** How the rows of one table are made. */
export interface SampleTable {
	readonly name: string;
	/** The row at that place, from 0; the same each time it is asked for. */
	readonly row: (index: number, world: SampleWorld) => SampleRow;
}

export const day = 86_400_000;

/** Milliseconds since 1970 as storage keeps a moment: whole seconds in UTC. */
export function moment(milliseconds: number): string {
	return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
