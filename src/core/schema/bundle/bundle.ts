import { RecentlyUsed } from "../../base/recentlyUsed.ts";
import type { TableSummary } from "../catalog.ts";
import type { CatalogSource } from "../catalogSource.ts";
import type { Layer, Table } from "../model.ts";
import { type CatalogNames, emptyNames } from "../names/catalogNames.ts";
import type { BundleProblem } from "./bundleProblem.ts";
import type { RandomAccess, ReadingTools } from "./bundleTools.ts";
import type { BlockName, Directory } from "./directory.ts";
import { type Header, headerLength } from "./header.ts";
import { SharedColumnReader } from "./sharedColumns.ts";
import { decodeTable } from "./tableChunk.ts";

/** Tables that stay in memory: a person's working set, and few enough for the largest ones to be no burden. */
const cachedTables = 64;

/**
 * An opened bundle: the source of a catalog that reads each part when it is asked for. A part that turns out to be
 * damaged is told to `report` and is then as if it were not there.
 */
export class Bundle implements CatalogSource {
	readonly #file: RandomAccess;
	readonly #tools: ReadingTools;
	readonly #report: (problem: BundleProblem) => void;
	readonly #header: Header;
	readonly #directory: Directory;
	readonly #tables = new RecentlyUsed<string, Table>(cachedTables);
	#shared: SharedColumnReader | undefined;
	#summaries: readonly TableSummary[] | undefined;

	constructor(
		file: RandomAccess,
		tools: ReadingTools,
		report: (problem: BundleProblem) => void,
		header: Header,
		directory: Directory,
	) {
		this.#file = file;
		this.#tools = tools;
		this.#report = report;
		this.#header = header;
		this.#directory = directory;
	}

	get layers(): readonly Layer[] {
		return this.#directory.layers;
	}

	/** Logical names in code unit order. */
	get tableNames(): readonly string[] {
		return this.#directory.tables;
	}

	/** Of all content, as hexadecimal text: two bundles with the same hash say the same. */
	get contentHash(): string {
		return Array.from(this.#header.contentHash, (byte) => byte.toString(16).padStart(2, "0")).join("");
	}

	summaries(): readonly TableSummary[] {
		this.#summaries ??= this.#json("summaries", (value): value is TableSummary[] => Array.isArray(value)) ?? [];
		return this.#summaries;
	}

	table(logicalName: string): Table | undefined {
		const cached = this.#tables.get(logicalName);
		if (cached !== undefined) return cached;
		const table = this.readTable(logicalName);
		if (table === undefined) return undefined;
		if ("code" in table) {
			this.#report(table);
			return undefined;
		}
		this.#tables.set(logicalName, table);
		return table;
	}

	names<Part extends keyof CatalogNames>(part: Part): CatalogNames[Part] {
		const isPart = (value: unknown): value is CatalogNames[Part] => typeof value === "object" && value !== null;
		return this.#json(part, isPart) ?? emptyNames[part];
	}

	/** Reads a table past the cache. Undefined: there is no such table. */
	readTable(logicalName: string): Table | BundleProblem | undefined {
		const block = this.#directory.tableBlock(logicalName);
		if (block === -1) return undefined;
		try {
			// Shared columns first: when they are damaged, the problem names them and not the table.
			const shared = this.#sharedColumns();
			return "code" in shared ? shared : decodeTable(this.#text(block), logicalName, shared);
		} catch {
			return { code: "damagedPart", part: logicalName };
		}
	}

	/** Compares all bytes with the content hash, which opening does not: it reads the whole file. */
	verify(): BundleProblem | undefined {
		try {
			const content = this.#file.read(headerLength, this.#header.fileLength - headerLength);
			const hash = this.#tools.hash(content);
			return this.#header.contentHash.every((byte, index) => byte === hash[index]) ? undefined : { code: "damaged" };
		} catch {
			return { code: "damaged" };
		}
	}

	#sharedColumns(): SharedColumnReader | BundleProblem {
		if (this.#shared !== undefined) return this.#shared;
		const name: BlockName = "sharedColumns";
		try {
			this.#shared = new SharedColumnReader(this.#text(this.#directory.block(name)).split("\n"));
			return this.#shared;
		} catch {
			return { code: "damagedPart", part: name };
		}
	}

	#json<Value>(name: BlockName, isValue: (value: unknown) => value is Value): Value | undefined {
		try {
			const value: unknown = JSON.parse(this.#text(this.#directory.block(name)));
			if (isValue(value)) return value;
		} catch {
			// Told below, as for a value of another form.
		}
		this.#report({ code: "damagedPart", part: name });
		return undefined;
	}

	/** Text of one block. Throws where it is not what was written. */
	#text(block: number): string {
		const { offset, length, fullLength, checksum } = this.#directory.entry(block);
		const bytes = this.#file.read(headerLength + this.#header.directoryLength + offset, length);
		if (this.#tools.checksum(bytes) !== checksum) throw new RangeError("checksum");
		return this.#tools.decode(length === fullLength ? bytes : this.#tools.decompress(bytes, fullLength));
	}
}
