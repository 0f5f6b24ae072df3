import type { CellKind, ResultsColumn } from "../../src/protocol/results.ts";

/** Pixels of the head of the rows, which stands still. */
export const headWidth = 64;

const versionWidth = 110;
const widthOf: Readonly<Record<CellKind, number>> = {
	text: 190,
	longText: 260,
	number: 140,
	options: 190,
	yesNo: 110,
	date: 130,
	dateTime: 230,
	other: 190,
};

export interface ColumnWidths {
	/** For `grid-template-columns`. */
	readonly template: string;
	/** Pixels. */
	readonly total: number;
}

export function columnWidths(columns: readonly ResultsColumn[]): ColumnWidths {
	const widths = [headWidth, ...columns.map(({ kind }) => widthOf[kind]), versionWidth];
	return {
		template: widths.map((width) => `${width}px`).join(" "),
		total: widths.reduce((sum, width) => sum + width, 0),
	};
}
