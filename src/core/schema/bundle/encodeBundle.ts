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
	const blockText = (name: BlockName): string => {
		if (name === "sharedColumns") return shared.lines.join("\n");
		return canonicalJson(name === "summaries" ? tables.map(summaryOf) : names[name]);
	};
	const texts = [...blockNames.map(blockText), ...tables.map((table) => encodeTable(table, shared))];
	const blocks = texts.map((text) => compressBlock(text, tools));
	const listed: DirectoryNames = { layers: schema.layers, tables: tables.map(({ logicalName }) => logicalName) };
	const directory = encodeDirectory(entriesOf(blocks), tools.encode(canonicalJson(listed)));
	return assemble(directory, blocks, tools);
}

type Block = Omit<BlockEntry, "offset"> & { readonly bytes: Uint8Array };

function compressBlock(text: string, tools: WritingTools): Block {
	const full = tools.encode(text);
	const bytes = tools.compress(full);
	return { bytes, length: bytes.length, fullLength: full.length, checksum: tools.checksum(bytes) };
}

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
