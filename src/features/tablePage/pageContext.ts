/** What turning facts into the rows of a page needs, and the small parts that all rows are made of. */
import type { Catalog } from "../../core/schema/catalog.ts";
import { layerProduct } from "../../core/schema/layerProduct.ts";
import type { FactLayers, LayerId } from "../../core/schema/model.ts";
import type { Fact, Piece } from "../../protocol/tablePage.ts";
import type { Message } from "../../words/message.ts";
import { factValueWords } from "../../words/tablePage.ts";

export interface PageContext {
	readonly catalog: Catalog;
	/** Puts a message into the reader's language. */
	readonly say: (message: Message) => string;
}

export function textPiece(text: string | number): Piece {
	return { kind: "text", text: String(text) };
}

export function copyPiece(text: string): Piece {
	return { kind: "copy", text };
}

export function columnPiece(table: string, column: string): Piece {
	return { kind: "link", text: column, table, column };
}

/** A way to the page of a table; a name to copy where the catalog has no such table. */
export function tablePiece({ catalog }: PageContext, table: string): Piece {
	return catalog.summary(table) === undefined ? copyPiece(table) : { kind: "link", text: table, table };
}

export function yesNoPiece({ say }: PageContext, value: boolean): Piece {
	return textPiece(say(value ? factValueWords.yes : factValueWords.no));
}

export function productOf({ catalog }: PageContext, layer: LayerId): string {
	return layerProduct(catalog.layers, layer);
}

/** The product of a layer as a mark, undefined where it is the expected one. */
export function layerMark(context: PageContext, layer: LayerId, expected: LayerId | undefined): string | undefined {
	return layer === expected ? undefined : productOf(context, layer);
}

/** A fact; `value` undefined means not documented, null that it is there and blank. */
export function fact(label: string, value: readonly Piece[] | null | undefined, layer?: string): Fact {
	return {
		label,
		...(value === undefined ? {} : { value: value ?? [] }),
		...(layer === undefined ? {} : { layer }),
	};
}

/** The later layer that set this property, as a mark. */
export function factLayer(context: PageContext, layers: FactLayers | undefined, property: string): string | undefined {
	const layer = layers?.[property];
	return layer === undefined ? undefined : productOf(context, layer);
}
