import type { Layer, LayerId } from "./model.ts";

/** The product that a layer is of; its id where the layer is not listed. */
export function layerProduct(layers: readonly Layer[], layer: LayerId): string {
	return layers.find(({ id }) => id === layer)?.product ?? layer;
}
