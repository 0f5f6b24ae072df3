import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { isCount, type SavedState } from "../savedState.ts";

export interface Scrolled {
	/** What scrolls; null before it is drawn. */
	readonly grid: HTMLDivElement | null;
	readonly setGrid: (grid: HTMLDivElement | null) => void;
	/** Pixels, as the rest. */
	readonly scrolled: number;
	/** Of the rows that can be seen. */
	readonly height: number;
	readonly rowHeight: number;
	readonly headerHeight: number;
}

/** Twice the editor's font: a line of text with room for the pointer. */
const linesOfRow = 2;
const linesOfHeader = 3.2;

/** How far the grid is scrolled and how much of it is to be seen; the place is kept while the page is hidden. */
export function useScrolled(saved: SavedState): Scrolled {
	const [grid, setGrid] = useState<HTMLDivElement | null>(null);
	const [scrolled, setScrolled] = useState(() => saved.get("scrolled", 0, isCount));
	const [height, setHeight] = useState(600);
	const [line] = useState(() => parseFloat(getComputedStyle(document.body).fontSize) || 13);
	const rowHeight = Math.round(line * linesOfRow);
	const headerHeight = Math.round(line * linesOfHeader);
	useLayoutEffect(() => {
		if (grid !== null && scrolled > 0) grid.scrollTop = scrolled;
	}, [grid]);
	useEffect(() => {
		if (grid === null) return;
		const onScroll = () => {
			setScrolled(grid.scrollTop);
			saved.set("scrolled", Math.round(grid.scrollTop));
		};
		const observer = new ResizeObserver(() => {
			setHeight(Math.max(0, grid.clientHeight - headerHeight));
		});
		observer.observe(grid);
		grid.addEventListener("scroll", onScroll, { passive: true });
		return () => {
			observer.disconnect();
			grid.removeEventListener("scroll", onScroll);
		};
	}, [grid]);
	return { grid, setGrid, scrolled, height, rowHeight, headerHeight };
}
