import { compareCodeUnits } from "../../base/compareCodeUnits.ts";
import type { NamedChoiceSummary, SearchEntry, SearchPlace, SearchSource, TableSummary } from "../catalog.ts";
import type { ChoiceUses } from "./choiceUses.ts";
import type { NameList } from "./nameList.ts";
import type { RelationshipRows } from "./relationshipRows.ts";

export interface SearchedNames {
	readonly summaries: readonly TableSummary[];
	readonly columns: NameList;
	readonly choices: readonly NamedChoiceSummary[];
	readonly choiceUses: ChoiceUses;
	readonly relationships: RelationshipRows;
	readonly messages: NameList;
}

interface Section {
	readonly entries: readonly SearchEntry[];
	places(index: number): readonly SearchPlace[];
}

/** All entries in the order table, column, choice, option, relationship, message; within a kind by name, then label. */
export function searchEntriesOf(names: SearchedNames): SearchSource {
	const sections = [
		tableSection(names.summaries),
		nameSection("column", names.columns, names.summaries),
		choiceSection(names.choices),
		optionSection(names.choiceUses, names.summaries),
		relationshipSection(names.relationships),
		nameSection("message", names.messages, names.summaries),
	];
	const entries = sections.flatMap((section) => section.entries);
	return {
		entries: () => entries,
		places(entry) {
			let index = entry;
			for (const section of sections) {
				if (index < section.entries.length) return section.places(index);
				index -= section.entries.length;
			}
			return [];
		},
	};
}

function tableSection(summaries: readonly TableSummary[]): Section {
	return {
		entries: summaries.map(({ logicalName, displayName, entitySetName }) => ({
			kind: "table",
			name: logicalName,
			...(typeof displayName === "string" && { label: displayName }),
			...(entitySetName !== undefined && { alias: entitySetName }),
			placeCount: 1,
		})),
		places: (index) => summaries.slice(index, index + 1).map(({ logicalName }) => ({ table: logicalName })),
	};
}

function nameSection(kind: "column" | "message", list: NameList, summaries: readonly TableSummary[]): Section {
	return {
		entries: list.names.map((name, index) => {
			const label = list.labels[index] ?? undefined;
			return { kind, name, ...(label !== undefined && { label }), placeCount: list.counts[index] ?? 0 };
		}),
		places: (index) =>
			list.tablesAt(index).map((number) => {
				const table = summaries[number]?.logicalName ?? "";
				return kind === "column" ? { table, column: list.names[index] ?? "" } : { table };
			}),
	};
}

function choiceSection(choices: readonly NamedChoiceSummary[]): Section {
	return {
		entries: choices.map(({ name }) => ({ kind: "choice", name, placeCount: 1 })),
		places: () => [{}],
	};
}

/** Options of two-option columns are left out: "Yes" and "No" stand on thousands of columns and lead nowhere. */
function optionSection(uses: ChoiceUses, summaries: readonly TableSummary[]): Section {
	const found = new Map<string, { name: string; label: string | undefined; places: SearchPlace[] }>();
	for (let index = 0; index < uses.count; index += 1) {
		const { table, column, boolean, options } = uses.use(index);
		if (boolean) continue;
		for (const { value, label } of options) {
			const key = label === undefined ? String(value) : `${value}\n${label}`;
			const entry = found.get(key) ?? { name: String(value), label, places: [] };
			found.set(key, entry);
			entry.places.push({ table: summaries[table]?.logicalName ?? "", column, value });
		}
	}
	const sorted = [...found.values()].sort(
		(a, b) => compareCodeUnits(a.name, b.name) || compareCodeUnits(a.label ?? "", b.label ?? ""),
	);
	return {
		entries: sorted.map(({ name, label, places }) => ({
			kind: "option",
			name,
			...(label !== undefined && { label }),
			placeCount: places.length,
		})),
		places: (index) => sorted[index]?.places ?? [],
	};
}

/** One entry a schema name, however many targets it has; its places are all tables that it stands between. */
function relationshipSection(rows: RelationshipRows): Section {
	const tablesIn = (from: number, to: number): ReadonlySet<string> => {
		const tables = new Set<string>();
		for (let row = from; row < to; row += 1) for (const table of rows.tablesAt(row)) tables.add(table);
		return tables;
	};
	const entries: SearchEntry[] = [];
	for (let from = 0, to = 0; from < rows.schemaNames.length; from = to) {
		const name = rows.schemaNames[from] ?? "";
		while (rows.schemaNames[to] === name) to += 1;
		entries.push({ kind: "relationship", name, placeCount: tablesIn(from, to).size });
	}
	return {
		entries,
		places: (index) => [...tablesIn(...rows.range(entries[index]?.name ?? ""))].map((table) => ({ table })),
	};
}
