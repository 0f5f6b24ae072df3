/**
 * The rows as a grid that the keyboard can use: one cell is active and the only stop of Tab. Only rows on the screen are
 * drawn, and the active one wherever it is, so that the keyboard never loses it.
 */
import type { VNode } from "preact";
import { CellInfo } from "./cellInfo.tsx";
import { columnWidths } from "./columnWidths.ts";
import { gridInput } from "./gridInput.ts";
import { GridHeader } from "./gridHeader.tsx";
import { drawnRows } from "./gridPlace.ts";
import { GridRow } from "./gridRow.tsx";
import { usePage } from "./pageContext.ts";
import { rawOf } from "./resultsStore.ts";
import { type GridProps, useGrid } from "./useGrid.ts";

export function Grid(props: GridProps): VNode {
	const { title, data } = props;
	const { columns, say } = usePage();
	const { rows, staged, status } = data;
	const { setGrid, scrolled, height, rowHeight, editing, onEnd, input } = useGrid(props);
	const { place, size, column, shown } = input;
	if (rows.length === 0) return <NoRows isReady={status.phase === "ready"} />;
	const widths = columnWidths(columns);
	return (
		<div class="results">
			<div
				class="grid"
				role="grid"
				aria-label={say("rows", { table: title[0] ?? "" })}
				aria-rowcount={rows.length + 1}
				aria-colcount={size.columns}
				ref={setGrid}
				style={{ "--columns": widths.template, "--row": `${rowHeight}px` }}
				{...gridInput(input)}
			>
				<GridHeader />
				<div
					role="rowgroup"
					class="body"
					style={{ height: `${rows.length * rowHeight}px`, width: `${widths.total}px` }}
				>
					{drawnPlaces(drawnRows(scrolled, height, rowHeight, rows.length), [
						place.row,
						rows.findIndex(({ id }) => id === editing?.record),
					]).map((at) => {
						const item = rows[at];
						if (item === undefined) return null;
						return (
							<GridRow
								key={item.id}
								row={item}
								place={at}
								top={at * rowHeight}
								staged={staged.get(item.id)}
								active={at === place.row ? place.column : undefined}
								editing={item.id === editing?.record ? editing : undefined}
								onEnd={onEnd}
							/>
						);
					})}
				</div>
			</div>
			<CellInfo column={column} raw={rawOf(shown)} isVersion={place.column > columns.length} />
		</div>
	);
}

/** The rows on the screen, and those that are needed wherever they are. */
function drawnPlaces({ first, last }: { first: number; last: number }, needed: readonly number[]): readonly number[] {
	const places = new Set(Array.from({ length: last - first }, (_, index) => first + index));
	for (const place of needed) if (place >= 0) places.add(place);
	return [...places];
}

function NoRows({ isReady }: { readonly isReady: boolean }): VNode {
	const { say } = usePage();
	return (
		<div class="results empty">
			{isReady ? (
				<p>
					{say("noRows")} <span class="hint">{say("noRowsHint")}</span>
				</p>
			) : null}
		</div>
	);
}
