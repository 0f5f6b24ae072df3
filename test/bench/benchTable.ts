import { cpus } from "node:os";
import type { BenchResult, BenchRow, Compared } from "./benchRow.ts";

/** The results as one table, the notices below it. */
export function benchTable(results: readonly BenchResult[]): string {
	const rows = results.flatMap((result) => result.rows);
	const head = ["what", "ours", "alternative", "ratio", "limit", "ratio", "promised"];
	const cells = [head, ...rows.map(cellsOf)];
	const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
	const lines = cells.map((row) =>
		row
			.map((cell, column) => cell.padEnd(widths[column] ?? 0))
			.join("  ")
			.trimEnd(),
	);
	lines.splice(1, 0, widths.map((width) => "-".repeat(width)).join("  "));
	const notices = results.flatMap((result) => result.notices);
	return [machine(), "", ...lines, ...(notices.length > 0 ? ["", ...notices] : [])].join("\n");
}

/** The same as JSON, ratios included: `faster` (alternative by ours) and `overLimit` (ours by limit). */
export function benchJson(results: readonly BenchResult[]): string {
	const rows = results.flatMap((result) => result.rows);
	return JSON.stringify(
		{
			node: process.version,
			platform: `${process.platform} ${process.arch}`,
			processor: cpus()[0]?.model ?? "",
			rows: rows.map((row) => ({
				...row,
				...(row.alternative !== undefined && { faster: row.alternative.value / row.ours }),
				...(row.limit !== undefined && { overLimit: row.ours / row.limit.value }),
			})),
			notices: results.flatMap((result) => result.notices),
		},
		undefined,
		2,
	);
}

function machine(): string {
	const [processor] = cpus();
	return `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} x ${processor?.model ?? "?"}`;
}

function cellsOf(row: BenchRow): readonly string[] {
	const { what, unit, ours, alternative, limit, promise } = row;
	const told = (compared: Compared | undefined): string =>
		compared === undefined ? "" : `${figure(compared.value, unit)} ${compared.name}`;
	return [
		what,
		figure(ours, unit),
		told(alternative),
		alternative === undefined ? "" : `${ratio(alternative.value / ours)} faster`,
		told(limit),
		limit === undefined ? "" : `${ratio(ours / limit.value)} the limit`,
		promise === undefined ? "" : `${promise.text}: ${promise.kept ? "kept" : "NOT KEPT"}`,
	];
}

function figure(value: number, unit: BenchRow["unit"]): string {
	const digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
	return `${value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${unit}`;
}

function ratio(value: number): string {
	return `${value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)}x`;
}
