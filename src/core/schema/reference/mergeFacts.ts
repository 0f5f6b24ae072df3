import type { LayerId } from "../model.ts";

/** A thing that may carry facts of later layers. */
interface Merging {
	readonly layer: LayerId;
	factLayers?: Readonly<Record<string, LayerId>> | undefined;
}

/** Properties that say what a thing is, or that are lists with a merge of their own. */
const ownMerge = new Set([
	"layer",
	"factLayers",
	"logicalName",
	"schemaName",
	"choice",
	"targets",
	"columns",
	"access",
]);

/**
 * Lays the facts of a later layer over a thing: each one that is new or differs is taken, and remembers its layer.
 * Nested objects (cascade, menu) are united part by part.
 */
export function overlayFacts(base: Merging, over: object, layer: LayerId): void {
	const target = base as unknown as Record<string, unknown>;
	for (const [key, value] of Object.entries(over) as [string, unknown][]) {
		if (ownMerge.has(key) || value === undefined) continue;
		const merged = isParts(value) && isParts(target[key]) ? { ...target[key], ...value } : value;
		if (sameFact(target[key], merged)) continue;
		target[key] = merged;
		if (layer !== base.layer) base.factLayers = { ...base.factLayers, [key]: layer };
	}
}

function isParts(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sameFact(a: unknown, b: unknown): boolean {
	return a === b || (isParts(a) && isParts(b) && JSON.stringify(a) === JSON.stringify(b));
}
