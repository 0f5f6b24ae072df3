import { lowerBound } from "../../base/lowerBound.ts";
import type { Layer } from "../model.ts";
import type { CatalogNames } from "../names/catalogNames.ts";

/** The blocks before the tables: what is shared by tables, the list of tables, and one for each part of the names. */
export type BlockName = "sharedColumns" | "summaries" | keyof CatalogNames;

export const blockNames: readonly BlockName[] = [
	"sharedColumns",
	"summaries",
	"columns",
	"choices",
	"relationships",
	"messages",
];

/** Where a block is and how to know it again. Blocks lie one behind the other: those of `blockNames`, then the tables. */
export interface BlockEntry {
	/** From the end of the directory. */
	readonly offset: number;
	readonly length: number;
	/** When decompressed; the same as `length` where the block is stored as it is. */
	readonly fullLength: number;
	/** Of the bytes in the file. */
	readonly checksum: number;
}

/** What the directory says as JSON. */
export interface DirectoryNames {
	readonly layers: readonly Layer[];
	/** Logical names in code unit order. */
	readonly tables: readonly string[];
}

/** Bytes of one entry: four numbers, little-endian. */
export const entryLength = 16;

/**
 * The directory: an entry for each block, then names as JSON, all uncompressed. The entries stay bytes and are read one
 * by one, because turning them into objects would take a third of the time that opening may take.
 */
export class Directory {
	readonly layers: readonly Layer[];
	readonly tables: readonly string[];
	readonly #entries: DataView;

	private constructor({ layers, tables }: DirectoryNames, entries: DataView) {
		this.layers = layers;
		this.tables = tables;
		this.#entries = entries;
	}

	/** Bytes of which the checksum is right; undefined where they still are no directory. Throws on broken JSON. */
	static parse(bytes: Uint8Array, decode: (bytes: Uint8Array) => string): Directory | undefined {
		const count = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(0, true);
		const entriesEnd = 4 + count * entryLength;
		const names: unknown = JSON.parse(decode(bytes.subarray(entriesEnd)));
		if (!isDirectoryNames(names) || count !== blockNames.length + names.tables.length) return undefined;
		return new Directory(names, new DataView(bytes.buffer, bytes.byteOffset + 4, count * entryLength));
	}

	/** Number of a block; -1 where there is no such table. */
	tableBlock(logicalName: string): number {
		const index = lowerBound(this.tables, logicalName);
		return this.tables[index] === logicalName ? blockNames.length + index : -1;
	}

	block(name: BlockName): number {
		return blockNames.indexOf(name);
	}

	entry(block: number): BlockEntry {
		const at = block * entryLength;
		return {
			offset: this.#entries.getUint32(at, true),
			length: this.#entries.getUint32(at + 4, true),
			fullLength: this.#entries.getUint32(at + 8, true),
			checksum: this.#entries.getUint32(at + 12, true),
		};
	}
}

/** The bytes of a directory. */
export function encodeDirectory(entries: readonly BlockEntry[], names: Uint8Array): Uint8Array {
	const bytes = new Uint8Array(4 + entries.length * entryLength + names.length);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, entries.length, true);
	entries.forEach(({ offset, length, fullLength, checksum }, block) => {
		[offset, length, fullLength, checksum].forEach((number, index) => {
			view.setUint32(4 + block * entryLength + index * 4, number, true);
		});
	});
	bytes.set(names, 4 + entries.length * entryLength);
	return bytes;
}

function isDirectoryNames(value: unknown): value is DirectoryNames {
	if (typeof value !== "object" || value === null) return false;
	const { layers, tables } = value as Partial<Record<keyof DirectoryNames, unknown>>;
	return Array.isArray(layers) && Array.isArray(tables);
}
