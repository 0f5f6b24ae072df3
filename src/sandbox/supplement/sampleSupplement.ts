import { hierarchies } from "./hierarchies.ts";
import type { Supplement } from "./supplement.ts";

/** The facts of this folder together. */
export const sampleSupplement: Supplement = {
	tables: {},
	everywhere: {},
	cascades: {},
	hierarchies,
	intersects: {},
};
