/** What the page knows, and how messages of the extension change it. Pure. */
import type {
	ResultsCell,
	ResultsRow,
	ResultsStart,
	ResultsStatus,
	ResultsUpdate,
	RowsChange,
	StagedCell,
} from "../../src/protocol/results.ts";

/** Cells with staged changes: record -> property -> what it shows. */
export type Staged = ReadonlyMap<string, ReadonlyMap<string, ResultsCell>>;

export interface ResultsData {
	readonly rows: readonly ResultsRow[];
	readonly staged: Staged;
	readonly status: ResultsStatus;
}

export function dataOf({ rows, staged, status }: ResultsStart): ResultsData {
	return { rows, staged: stagedOf(staged), status };
}

export function updated(data: ResultsData, { rows, staged, status }: ResultsUpdate): ResultsData {
	return {
		rows: rows === undefined ? data.rows : changedRows(data.rows, rows),
		staged: staged === undefined ? data.staged : stagedOf(staged),
		status,
	};
}

function changedRows(rows: readonly ResultsRow[], { from, rows: changed, total }: RowsChange): readonly ResultsRow[] {
	return [...rows.slice(0, from), ...changed, ...rows.slice(from + changed.length)].slice(0, total);
}

function stagedOf(cells: readonly StagedCell[]): Staged {
	const staged = new Map<string, Map<string, ResultsCell>>();
	for (const { record, property, cell } of cells) {
		const own = staged.get(record) ?? new Map<string, ResultsCell>();
		staged.set(record, own.set(property, cell));
	}
	return staged;
}

/** The text that a cell shows; empty where there is no value. */
export function textOf(cell: ResultsCell | undefined): string {
	if (cell === null || cell === undefined) return "";
	return typeof cell === "string" ? cell : cell[0];
}

/** The value behind it, as it is typed. */
export function rawOf(cell: ResultsCell | undefined): string {
	if (cell === null || cell === undefined) return "";
	return typeof cell === "string" ? cell : cell[1];
}
