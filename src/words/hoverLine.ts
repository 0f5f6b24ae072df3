import type { Message } from "./message.ts";

/** A place that a link of a hover opens. */
export interface HoverPlace {
	readonly table: string;
	readonly column?: string;
}

/** What a link of a hover does. */
export type HoverAction =
	| { readonly do: "openTablePage"; readonly place: HoverPlace }
	| { readonly do: "search"; readonly text: string }
	| { readonly do: "insert"; readonly text: string };

/**
 * One piece of a line. `strong` and `code` are data of the schema and never localised; `words` are a sentence or a part of
 * one. The editor escapes all of them.
 */
export type HoverPiece =
	| { readonly kind: "strong"; readonly text: string }
	| { readonly kind: "code"; readonly text: string }
	| { readonly kind: "data"; readonly text: string }
	| { readonly kind: "words"; readonly words: Message }
	| { readonly kind: "link"; readonly words: Message; readonly action: HoverAction };

/** Groups of pieces; a middle dot stands between two groups. */
export type HoverLine = readonly (readonly HoverPiece[])[];

export const strong = (text: string): HoverPiece => ({ kind: "strong", text });
export const code = (text: string): HoverPiece => ({ kind: "code", text });
export const data = (text: string): HoverPiece => ({ kind: "data", text });
export const words = (sentence: Message): HoverPiece => ({ kind: "words", words: sentence });
export const link = (sentence: Message, action: HoverAction): HoverPiece => ({ kind: "link", words: sentence, action });
