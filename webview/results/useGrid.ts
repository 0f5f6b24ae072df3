/** The state of the grid and what can be done in it. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Reveal } from "./app.tsx";
import type { EditEnd } from "./cellEditor.tsx";
import type { GridInputParts } from "./gridInput.ts";
import { type GridPlace, inside } from "./gridPlace.ts";
import { type Editing, shownCell } from "./gridRow.tsx";
import { usePage } from "./pageContext.ts";
import type { ResultsData } from "./resultsStore.ts";
import { showPlace } from "./showPlace.ts";
import { type Scrolled, useScrolled } from "./useScrolled.ts";

export interface GridProps {
	readonly title: readonly string[];
	readonly data: ResultsData;
	readonly reveal: Reveal | undefined;
	readonly onJson: (record: string, name: string) => Promise<void>;
}

export interface GridState extends Scrolled {
	readonly editing: Editing | undefined;
	readonly onEnd: (end: EditEnd) => void;
	readonly input: GridInputParts;
}

/** So near to the end the next page is read. */
const nearEndRows = 5;

export function useGrid({ data, reveal, onJson }: GridProps): GridState {
	const { columns, saved, run, channel } = usePage();
	const { rows, staged, status } = data;
	const scroll = useScrolled(saved);
	const { grid, scrolled, height, rowHeight, headerHeight } = scroll;
	const [active, setActive] = useState<GridPlace>({ row: 0, column: 1 });
	const [editing, setEditing] = useState<Editing | undefined>();
	const wantsFocus = useRef(false);
	const size = {
		rows: rows.length,
		columns: columns.length + 2,
		page: Math.max(1, Math.floor(height / rowHeight) - 1),
	};
	const place = inside(active, size);
	const row = rows[place.row];
	const column = columns[place.column - 1];
	const shown = row && column && shownCell(row, place.column - 1, staged.get(row.id), column.property);
	const canReadMore = status.hasMore && status.phase === "ready";

	const goTo = (next: GridPlace) => {
		setActive(next);
		wantsFocus.current = true;
		if (next.row >= rows.length - 1 && canReadMore) run("more");
	};
	const edit = (byMouse: boolean, text?: string) => {
		if (row === undefined) return;
		// One that was refused is still open: it is finished or given up first.
		if (editing !== undefined) grid?.querySelector<HTMLElement>(".editor :is(input, select, textarea)")?.focus();
		else if (place.column === 0) void onJson(row.id, row.name);
		else if (column !== undefined && column.readOnly === undefined) {
			setEditing({ record: row.id, column: place.column, byMouse, ...(text !== undefined && { text }) });
		}
	};
	const clear = () => {
		if (row === undefined || column === undefined || column.readOnly !== undefined) return;
		void channel.call("edit", { record: row.id, property: column.property, text: "" }).catch(() => undefined);
	};
	const onEnd = useCallback((end: EditEnd) => {
		setEditing(undefined);
		if (end === "back") wantsFocus.current = true;
	}, []);

	useLayoutEffect(() => {
		if (!wantsFocus.current || grid === null) return;
		wantsFocus.current = false;
		showPlace(grid, place, { rowHeight, headerHeight });
	});
	useEffect(() => {
		const found = reveal === undefined ? -1 : rows.findIndex(({ id }) => id === reveal.record);
		const at = columns.findIndex(({ property }) => property === reveal?.property);
		if (found >= 0) goTo({ row: found, column: at < 0 ? place.column : at + 1 });
	}, [reveal]);
	useEffect(() => {
		const isAtEnd = (scrolled + height) / rowHeight >= rows.length - nearEndRows;
		if (scrolled > 0 && isAtEnd && canReadMore) run("more");
	}, [scrolled]);

	const input = { grid, place, size, row, column, shown, isEditing: editing !== undefined, goTo, edit, clear };
	return { ...scroll, editing, onEnd, input };
}
