import { stripVTControlCharacters } from "node:util";

/**
 * Rows of cells as lines with aligned columns, two blanks between them and none at the end of a line. Widths count
 * code points and leave colours out, which is right for the names and labels of the schema.
 */
export function alignRows(rows: readonly (readonly string[])[], indent = ""): readonly string[] {
	const widths: number[] = [];
	for (const row of rows)
		for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, widthOf(cell));
	const padded = (cell: string, column: number): string => cell + " ".repeat((widths[column] ?? 0) - widthOf(cell));
	return rows.map((row) => `${indent}${row.map(padded).join("  ")}`.trimEnd());
}

function widthOf(cell: string): number {
	return Array.from(stripVTControlCharacters(cell)).length;
}
