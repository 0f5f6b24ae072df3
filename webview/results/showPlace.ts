import { headWidth } from "./columnWidths.ts";
import type { GridPlace } from "./gridPlace.ts";

interface Heights {
	readonly rowHeight: number;
	readonly headerHeight: number;
}

/** Scrolls just as far as it takes to have the cell on the screen, beside the parts that stand still, and goes there. */
export function showPlace(grid: HTMLElement, { row, column }: GridPlace, { rowHeight, headerHeight }: Heights): void {
	const top = row * rowHeight;
	const room = grid.clientHeight - headerHeight - rowHeight;
	if (top < grid.scrollTop) grid.scrollTop = top;
	else if (top > grid.scrollTop + room) grid.scrollTop = top - room;
	const cell = grid.querySelector<HTMLElement>(`[data-row="${row}"] [data-column="${column}"]`);
	if (cell === null) return;
	if (column > 0) {
		const left = cell.offsetLeft - headWidth;
		const right = cell.offsetLeft + cell.offsetWidth - grid.clientWidth;
		if (left < grid.scrollLeft) grid.scrollLeft = left;
		else if (right > grid.scrollLeft) grid.scrollLeft = Math.min(left, right);
	}
	cell.focus({ preventScroll: true });
}
