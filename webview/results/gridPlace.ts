/** Places in the grid, and where keys lead from them. Pure. */

export interface GridPlace {
	/** From 0. */
	readonly row: number;
	/** 0 is the head of the row. */
	readonly column: number;
}

export interface GridSize {
	readonly rows: number;
	readonly columns: number;
	/** Rows that fit on the screen. */
	readonly page: number;
}

export interface PressedKey {
	readonly key: string;
	/** Control, or Command where there is one. */
	readonly far: boolean;
}

/** Where a key leads; undefined where it is no key that moves. https://www.w3.org/WAI/ARIA/apg/patterns/grid/ */
export function placeAfter(key: PressedKey, { row, column }: GridPlace, size: GridSize): GridPlace | undefined {
	const next = moved(key, { row, column }, size);
	return next && inside(next, size);
}

export function inside({ row, column }: GridPlace, { rows, columns }: Omit<GridSize, "page">): GridPlace {
	return {
		row: Math.max(0, Math.min(row, rows - 1)),
		column: Math.max(0, Math.min(column, columns - 1)),
	};
}

function moved({ key, far }: PressedKey, { row, column }: GridPlace, { rows, columns, page }: GridSize) {
	switch (key) {
		case "ArrowUp":
			return { row: far ? 0 : row - 1, column };
		case "ArrowDown":
			return { row: far ? rows : row + 1, column };
		case "ArrowLeft":
			return { row, column: far ? 0 : column - 1 };
		case "ArrowRight":
			return { row, column: far ? columns : column + 1 };
		case "Home":
			return { row: far ? 0 : row, column: 0 };
		case "End":
			return { row: far ? rows : row, column: columns };
		case "PageUp":
			return { row: row - page, column };
		case "PageDown":
			return { row: row + page, column };
		default:
			return undefined;
	}
}

/** Rows from `first` to before `last` are drawn; the others are only space. */
export interface DrawnRows {
	readonly first: number;
	readonly last: number;
}

/** Rows drawn beyond the edges, so that a quick scroll does not show holes. */
const beyond = 12;

export function drawnRows(scrolled: number, height: number, rowHeight: number, rows: number): DrawnRows {
	const first = Math.max(0, Math.floor(scrolled / rowHeight) - beyond);
	return { first, last: Math.min(rows, Math.ceil((scrolled + height) / rowHeight) + beyond) };
}
