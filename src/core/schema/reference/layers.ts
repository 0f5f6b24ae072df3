import { compareCodeUnits } from "../../base/compareCodeUnits.ts";
import type { Layer, LayerId } from "../model.ts";
import type { Page } from "./page.ts";
import type { Problem } from "./problem.ts";

export interface LayerOrder {
	/** Bottom layer first. */
	readonly layers: readonly Layer[];
	readonly problems: readonly Problem[];
}

/**
 * Puts the layers in order from what the extension notes say: a layer lies over those whose products its pages extend.
 * Layers that no note relates go by name. The order of the pages plays no part.
 */
export function orderLayers(pages: readonly Page[]): LayerOrder {
	const problems: Problem[] = [];
	const products = productsOf(pages, problems);
	const layerOf = new Map([...products].map(([layer, product]) => [product, layer]));
	const below = new Map<LayerId, Set<LayerId>>([...products.keys()].map((layer) => [layer, new Set()]));
	for (const { layer, bases } of pages) {
		for (const { product } of bases) {
			const base = layerOf.get(product);
			if (base !== undefined && base !== layer) below.get(layer)?.add(base);
		}
	}
	const order: LayerId[] = [];
	const waiting = [...products.keys()].sort(compareCodeUnits);
	while (waiting.length > 0) {
		const free = waiting.findIndex((layer) => [...(below.get(layer) ?? [])].every((base) => order.includes(base)));
		if (free < 0) problems.push({ file: waiting.join(", "), line: 1, code: "layerCycle", text: waiting.join(", ") });
		order.push(...waiting.splice(Math.max(free, 0), 1));
	}
	return { layers: order.map((id) => ({ id, product: products.get(id) ?? "" })), problems };
}

/** The product of each layer: the one that most of its pages name. */
function productsOf(pages: readonly Page[], problems: Problem[]): ReadonlyMap<LayerId, string> {
	const counts = new Map<LayerId, Map<string, number>>();
	for (const { layer, product } of pages) {
		const ofLayer = counts.get(layer) ?? new Map<string, number>();
		counts.set(layer, ofLayer);
		if (product !== undefined) ofLayer.set(product, (ofLayer.get(product) ?? 0) + 1);
	}
	const products = new Map<LayerId, string>();
	for (const [layer, ofLayer] of counts) {
		const [most] = [...ofLayer].sort(([a, x], [b, y]) => y - x || compareCodeUnits(a, b));
		products.set(layer, most?.[0] ?? layer);
	}
	for (const { path, layer, product } of pages) {
		if (product !== undefined && product !== products.get(layer)) {
			problems.push({ file: path, line: 1, code: "productDiffers", text: product });
		}
	}
	return products;
}
