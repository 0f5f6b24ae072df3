import type { SearchEntry, SearchKind } from "../../src/core/schema/catalog.ts";
import type { MatchRange, SearchHit } from "../../src/core/schema/search/searchHit.ts";
import type { SearchedCatalog } from "../../src/core/schema/search/tableColumns.ts";
import { sampleColumn, sampleTable } from "./sampleSchema.ts";

/**
 * A catalog of just names, one a line: `kind name | label | alias @ table table`. Label and alias may be empty. The places
 * are the tables behind the @; a table stands in itself.
 */
export function searchCatalog(text: string): SearchedCatalog {
	const lines = text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [parsed(line.trim())]));
	const entries = lines.map(({ entry }) => entry);
	return {
		entries: () => entries,
		places: (index) => {
			const line = lines[index];
			if (line === undefined) return [];
			const { kind, name } = line.entry;
			if (kind === "option")
				return line.tables.map((table) => ({
					table,
					column: "statuscode",
					value: Number(name),
				}));
			return line.tables.map((table) => ({
				table,
				...(kind === "column" && { column: name }),
			}));
		},
		table: (name) => {
			const columns = lines.filter(({ entry, tables }) => entry.kind === "column" && tables.includes(name));
			return sampleTable(name, {
				columns: columns.map(({ entry }) =>
					sampleColumn(entry.name, entry.label === undefined ? {} : { displayName: entry.label }),
				),
			});
		},
	};
}

function parsed(line: string): {
	readonly entry: SearchEntry;
	readonly tables: readonly string[];
} {
	const [texts = "", places = ""] = line.split("@");
	const [first = "", label = "", alias = ""] = texts.split("|").map((text) => text.trim());
	const [kind = "", name = ""] = first.split(/ (.*)/);
	const tables = kind === "table" ? [name] : places.trim().split(" ").filter(Boolean);
	return {
		entry: {
			kind: kind as SearchKind,
			name,
			...(label !== "" && { label }),
			...(alias !== "" && { alias }),
			placeCount: Math.max(1, tables.length),
		},
		tables,
	};
}

/** A hit as one line, what is highlighted in [brackets], the texts without a highlight left out: `table [acc]ount`. */
export function hitLine({ kind, name, label, alias, table, ...hit }: SearchHit): string {
	const texts = [
		bracketed(name, hit.nameRanges),
		...(label !== undefined && hit.labelRanges.length > 0 ? [bracketed(label, hit.labelRanges)] : []),
		...(alias !== undefined && hit.aliasRanges.length > 0 ? [bracketed(alias, hit.aliasRanges)] : []),
	];
	return `${kind} ${texts.join(" | ")}${table === undefined ? "" : ` in ${table}`} ${hit.matchClass}`;
}

function bracketed(text: string, ranges: readonly MatchRange[]): string {
	let marked = "";
	let from = 0;
	for (const { start, end } of ranges) {
		marked += `${text.slice(from, start)}[${text.slice(start, end)}]`;
		from = end;
	}
	return marked + text.slice(from);
}
