import { cascades } from "./cascades.ts";
import { createOnlyColumns } from "./createOnlyColumns.ts";
import { hierarchies } from "./hierarchies.ts";
import { intersects } from "./intersects.ts";
import { keysByTable } from "./keys.ts";
import { optimisticConcurrency } from "./optimisticConcurrency.ts";
import type { Supplement, TableSupplement } from "./supplement.ts";

/** The facts of this folder together. */
export const sampleSupplement: Supplement = {
	tables: tables(),
	createOnly: createOnlyColumns,
	cascades,
	hierarchies,
	intersects,
};

function tables(): Readonly<Record<string, TableSupplement>> {
	const names = new Set([...Object.keys(keysByTable), ...optimisticConcurrency]);
	return Object.fromEntries(
		[...names].map((name): [string, TableSupplement] => {
			const keys = keysByTable[name];
			return [
				name,
				{
					...(keys !== undefined && { keys }),
					...(optimisticConcurrency.includes(name) && { optimisticConcurrency: true }),
				},
			];
		}),
	);
}
