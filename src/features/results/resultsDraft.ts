/** What is staged, as it is kept for the next start of the window. Pure. */
import type { Outcome } from "../../core/base/outcome.ts";
import type { RecordTarget } from "../../core/client/dataverseClient.ts";
import type { Row, RowValue } from "../../core/client/row.ts";
import type { RecordBase, RecordChange } from "../../core/records/recordChange.ts";

const version = 1;

interface KeptRecord {
	readonly id: string;
	readonly target: RecordTarget;
	readonly etag?: string;
	readonly row: Row;
	readonly cells: readonly (readonly [property: string, value: RowValue])[];
}

export function printDraft(changes: readonly RecordChange[]): string {
	const records = changes.map(({ base, cells }): KeptRecord => ({ ...base, cells: [...cells] }));
	return JSON.stringify({ version, records });
}

/** "newer": a later version of the extension wrote it, and it must be kept as it is. */
export function readDraft(text: string): Outcome<readonly RecordChange[], "newer" | "damaged"> {
	const draft = parsed(text);
	if (typeof draft.version === "number" && draft.version > version) return { ok: false, problem: "newer" };
	const { records } = draft;
	if (draft.version !== version || !Array.isArray(records) || !records.every(isKept)) {
		return { ok: false, problem: "damaged" };
	}
	return { ok: true, value: records.map(changeOf) };
}

function changeOf({ cells, id, target, etag, row }: KeptRecord): RecordChange {
	const base: RecordBase = { id, target, row, ...(etag !== undefined && { etag }) };
	return { base, cells: new Map(cells) };
}

function parsed(text: string): Partial<Readonly<Record<"version" | "records", unknown>>> {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === "object" && value !== null ? value : {};
	} catch {
		return {};
	}
}

function isKept(record: unknown): record is KeptRecord {
	if (typeof record !== "object" || record === null) return false;
	const { id, target, row, cells, etag } = record as Partial<Readonly<Record<keyof KeptRecord, unknown>>>;
	return (
		typeof id === "string" &&
		isTarget(target) &&
		typeof row === "object" &&
		row !== null &&
		(etag === undefined || typeof etag === "string") &&
		Array.isArray(cells) &&
		cells.every((cell) => Array.isArray(cell) && cell.length === 2 && typeof cell[0] === "string")
	);
}

function isTarget(target: unknown): boolean {
	if (typeof target !== "object" || target === null) return false;
	const { entitySet, key } = target as Partial<Readonly<Record<keyof RecordTarget, unknown>>>;
	return typeof entitySet === "string" && typeof key === "string";
}
