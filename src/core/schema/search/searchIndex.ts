import type { SearchEntry } from "../catalog.ts";
import { codeBit, foldCode, pairBit, startsWord } from "./foldText.ts";
import { searchKinds, staticOrder } from "./staticOrder.ts";
import { headAt, type WordHeads, WordHeadsBuilder } from "./wordHeads.ts";

/** Texts of an entry in this order. */
export const fieldCount = 3;

/**
 * All texts that are searched, folded and side by side. A `row` is an entry's place in the static order; its texts are
 * the fields `row * 3` (name), `+ 1` (label) and `+ 2` (alias), empty where there is none.
 */
export interface SearchIndex {
	readonly rowCount: number;
	/** Row -> index into `entries()`. */
	readonly entryAt: Uint32Array;
	/** Kind number (see `searchKinds`) -> first row of that kind; one more at the end. Rows of a kind stand together. */
	readonly kindStarts: readonly number[];
	/** Field -> offset of its first code in `codes`; it ends where the next begins. */
	readonly fieldStarts: Uint32Array;
	/** Folded code units. */
	readonly codes: Uint16Array;
	/** 1 where a word starts. */
	readonly wordStarts: Uint8Array;
	/** What a row's texts hold, as bits: its codes, the codes that start a word, and pairs of neighbours in two words. */
	readonly codeBits: Int32Array;
	readonly startBits: Int32Array;
	/** The codes that a text of the row starts with. */
	readonly firstBits: Int32Array;
	readonly lowPairs: Int32Array;
	readonly highPairs: Int32Array;
	readonly wordHeads: WordHeads;
	/** Of all texts, see `hashOf`. */
	readonly textHashes: ReadonlySet<number>;
}

export function searchIndexOf(entries: readonly SearchEntry[]): SearchIndex {
	const entryAt = staticOrder(entries);
	const rowCount = entryAt.length;
	const length = entries.reduce((sum, { name, label, alias }) => sum + name.length + size(label) + size(alias), 0);
	const index = {
		rowCount,
		entryAt,
		kindStarts: kindStartsOf(entries, entryAt),
		fieldStarts: new Uint32Array(rowCount * fieldCount + 1),
		codes: new Uint16Array(length),
		wordStarts: new Uint8Array(length),
		codeBits: new Int32Array(rowCount),
		startBits: new Int32Array(rowCount),
		firstBits: new Int32Array(rowCount),
		lowPairs: new Int32Array(rowCount),
		highPairs: new Int32Array(rowCount),
		textHashes: new Set<number>(),
	};
	let end = 0;
	for (let row = 0; row < rowCount; row += 1) {
		const entry = entries[entryAt[row] ?? 0];
		end = addField(index, row, 0, end, entry?.name ?? "");
		end = addField(index, row, 1, end, entry?.label ?? "");
		end = addField(index, row, 2, end, entry?.alias ?? "");
	}
	return { ...index, wordHeads: wordHeadsOf(index) };
}

/** While texts are added. */
type IndexedTexts = Omit<SearchIndex, "wordHeads" | "textHashes"> & { readonly textHashes: Set<number> };

/** Writes one text behind the others and returns where it ends. */
function addField(index: IndexedTexts, row: number, field: number, start: number, text: string): number {
	const { codes, wordStarts } = index;
	let [held, starting, low, high] = [0, 0, 0, 0];
	let before = 0;
	let folded = 0;
	let code = text.charCodeAt(0);
	for (let offset = 0; offset < text.length; offset += 1) {
		const after = offset + 1 < text.length ? text.charCodeAt(offset + 1) : 0;
		const previous = folded;
		folded = foldCode(code);
		codes[start + offset] = folded;
		held |= codeBit(folded);
		if (offset === 0 || startsWord(before, code, after)) {
			wordStarts[start + offset] = 1;
			starting |= codeBit(folded);
		}
		if (offset > 0) {
			const pair = pairBit(previous, folded);
			if (pair < 32) low |= 1 << pair;
			else high |= 1 << (pair - 32);
		}
		before = code;
		code = after;
	}
	index.codeBits[row] = (index.codeBits[row] ?? 0) | held;
	index.startBits[row] = (index.startBits[row] ?? 0) | starting;
	index.lowPairs[row] = (index.lowPairs[row] ?? 0) | low;
	index.highPairs[row] = (index.highPairs[row] ?? 0) | high;
	const end = start + text.length;
	if (start < end) {
		index.firstBits[row] = (index.firstBits[row] ?? 0) | codeBit(codes[start] ?? 0);
		index.textHashes.add(hashOf(codes, start, end));
	}
	index.fieldStarts[row * fieldCount + field + 1] = end;
	return end;
}

/** A number that equal folded texts share; others hardly ever do. */
export function hashOf(codes: Uint16Array, start: number, end: number): number {
	let hash = 0;
	for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + (codes[at] ?? 0)) | 0;
	return hash;
}

function wordHeadsOf({ rowCount, fieldStarts, codes, wordStarts }: IndexedTexts): WordHeads {
	const builder = new WordHeadsBuilder();
	for (let field = 0; field < rowCount * fieldCount; field += 1) {
		const end = fieldStarts[field + 1] ?? 0;
		for (let at = fieldStarts[field] ?? 0; at < end; at += 1) {
			if (wordStarts[at] === 1) builder.add(headAt(codes, at, end), Math.floor(field / fieldCount));
		}
	}
	return builder.build();
}

function kindStartsOf(entries: readonly SearchEntry[], entryAt: Uint32Array): readonly number[] {
	const counts = searchKinds.map((kind) => entries.filter((entry) => entry.kind === kind).length);
	let start = 0;
	return [0, ...counts.map((count) => (start += count))].map((first) => Math.min(first, entryAt.length));
}

function size(text: string | undefined): number {
	return text?.length ?? 0;
}
