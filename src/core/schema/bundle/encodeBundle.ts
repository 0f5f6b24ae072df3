import { canonicalJson } from "../../base/canonicalJson.ts";
import { compareCodeUnits } from "../../base/compareCodeUnits.ts";
import type { Schema } from "../model.ts";
import { catalogNamesOf } from "../names/catalogNames.ts";
import { summaryOf } from "../summaryOf.ts";
import type { WritingTools } from "./bundleTools.ts";
import { type BlockEntry, type BlockName, blockNames, type DirectoryNames, encodeDirectory } from "./directory.ts";
import { checksummedFrom, formatVersion, headerLength, writeHeader } from "./header.ts";
import { SharedColumns } from "./sharedColumns.ts";
import { encodeTable } from "./tableChunk.ts";

/** The bytes of a bundle. The same schema gives the same bytes, in whatever order its tables and properties come. */
export function encodeBundle(schema: Schema, tools: WritingTools): Uint8Array {
	const tables = [...schema.tables].sort((a, b) => compareCodeUnits(a.logicalName, b.logicalName));
	const shared = new SharedColumns(tables);
	const names = catalogNamesOf(tables);
	const blockOfName = (name: BlockName): Block => {
		if (name === "sharedColumns") return plainBlock(shared.lines.join("\n"), tools);
		return compressBlock(canonicalJson(name === "summaries" ? tables.map(summaryOf) : names[name]), tools);
	};
	const blocks = [
		...blockNames.map(blockOfName),
		...tables.map((table) => compressBlock(encodeTable(table, shared), tools)),
	];
	const listed: DirectoryNames = { layers: schema.layers, tables: tables.map(({ logicalName }) => logicalName) };
	const directory = encodeDirectory(entriesOf(blocks), tools.encode(canonicalJson(listed)));
	return assemble(directory, blocks, tools);
}

type Block = Omit<BlockEntry, "offset"> & { readonly bytes: Uint8Array };

/** A block that compression does not make smaller is stored as it is, and the reader knows it by its two lengths. */
function compressBlock(text: string, tools: WritingTools): Block {
	const full = tools.encode(text);
	const compressed = tools.compress(full);
	return blockOf(compressed.length < full.length ? compressed : full, full.length, tools);
}

/** The block that the first table waits for: reading it takes less time than decompressing it. */
function plainBlock(text: string, tools: WritingTools): Block {
	const full = tools.encode(text);
	return blockOf(full, full.length, tools);
}

const blockOf = (bytes: Uint8Array, fullLength: number, tools: WritingTools): Block => ({
	bytes,
	length: bytes.length,
	fullLength,
	checksum: tools.checksum(bytes),
});

function entriesOf(blocks: readonly Block[]): readonly BlockEntry[] {
	let offset = 0;
	return blocks.map((block) => {
		const entry = { ...block, offset };
		offset += block.length;
		return entry;
	});
}

function assemble(directory: Uint8Array, blocks: readonly Block[], tools: WritingTools): Uint8Array {
	const directoryEnd = headerLength + directory.length;
	const fileLength = blocks.reduce((sum, { length }) => sum + length, directoryEnd);
	const file = new Uint8Array(fileLength);
	file.set(directory, headerLength);
	let offset = directoryEnd;
	for (const { bytes } of blocks) {
		file.set(bytes, offset);
		offset += bytes.length;
	}
	const header = {
		version: formatVersion,
		checksum: 0,
		fileLength,
		directoryLength: directory.length,
		contentHash: tools.hash(file.subarray(headerLength)),
	};
	writeHeader(file, header);
	writeHeader(file, { ...header, checksum: tools.checksum(file.subarray(checksummedFrom, directoryEnd)) });
	return file;
}
