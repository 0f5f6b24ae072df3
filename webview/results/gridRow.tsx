import type { VNode } from "preact";
import { memo } from "preact/compat";
import type { ResultsCell, ResultsColumn, ResultsRow } from "../../src/protocol/results.ts";
import { CellEditor, type EditEnd } from "./cellEditor.tsx";
import { usePage } from "./pageContext.ts";
import { rawOf, textOf } from "./resultsStore.ts";

/** A cell being edited. */
export interface Editing {
	readonly record: string;
	readonly column: number;
	/** What the input begins with; the raw value when absent. */
	readonly text?: string;
	readonly byMouse: boolean;
}

export interface GridRowProps {
	readonly row: ResultsRow;
	/** From 0. */
	readonly place: number;
	readonly top: number;
	readonly staged: ReadonlyMap<string, ResultsCell> | undefined;
	/** Column of the active cell, where it is in this row; 0 is the head. */
	readonly active: number | undefined;
	readonly editing: Editing | undefined;
	readonly onEnd: (end: EditEnd) => void;
}

/** Drawn again only where something of it is another: there may be many rows on the screen. */
export const GridRow = memo(PlainRow);

function PlainRow({ row, place, top, staged, active, editing, onEnd }: GridRowProps): VNode {
	const { columns, say } = usePage();
	const last = columns.length + 1;
	return (
		<div
			role="row"
			class={`row${row.kept === true ? " kept" : ""}${active === undefined ? "" : " current"}`}
			aria-rowindex={place + 2}
			data-row={place}
			style={{ top: `${top}px` }}
		>
			<div
				role="rowheader"
				class="cell head"
				aria-colindex={1}
				data-column={0}
				tabIndex={active === 0 ? 0 : -1}
				title={row.kept === true ? say("kept") : say("json")}
				aria-label={`${say("row")} ${place + 1}: ${row.name}`}
			>
				{place + 1}
				{staged === undefined ? null : <span aria-hidden="true"> ●</span>}
			</div>
			{columns.map((column, index) => (
				<Cell
					key={column.property}
					column={column}
					index={index + 1}
					own={row.cells[index] ?? null}
					staged={staged?.get(column.property)}
					isActive={active === index + 1}
				>
					{editing?.column === index + 1 ? (
						<CellEditor
							row={row}
							column={column}
							text={editing.text ?? rawOf(shownCell(row, index, staged, column.property))}
							isTyped={editing.text !== undefined}
							byMouse={editing.byMouse}
							onEnd={onEnd}
						/>
					) : undefined}
				</Cell>
			))}
			<div
				role="gridcell"
				class="cell version"
				aria-colindex={last + 1}
				aria-readonly
				data-column={last}
				tabIndex={active === last ? 0 : -1}
			>
				{row.version ?? ""}
			</div>
		</div>
	);
}

/** The staged value, which may be empty, or else the record's own. */
export function shownCell(
	row: ResultsRow,
	index: number,
	staged: ReadonlyMap<string, ResultsCell> | undefined,
	property: string,
): ResultsCell {
	const change = staged?.get(property);
	return change === undefined ? (row.cells[index] ?? null) : change;
}

interface CellProps {
	readonly column: ResultsColumn;
	readonly index: number;
	readonly own: ResultsCell;
	/** Undefined where nothing is staged; null where it is staged to be empty. */
	readonly staged: ResultsCell | undefined;
	readonly isActive: boolean;
	readonly children: VNode | undefined;
}

function Cell({ column, index, own, staged, isActive, children }: CellProps): VNode {
	const { say } = usePage();
	const isStaged = staged !== undefined;
	const shown = isStaged ? staged : own;
	const text = textOf(shown);
	const raw = rawOf(shown);
	const label = isStaged
		? say("staged", { before: textOf(own) || say("empty"), after: text || say("empty") })
		: undefined;
	const beside = typeof shown === "object" && shown?.[2] === true ? raw : undefined;
	return (
		<div
			role="gridcell"
			class={`cell of-${column.kind}${isStaged ? " staged" : ""}`}
			aria-colindex={index + 1}
			aria-readonly={column.readOnly !== undefined}
			aria-label={label}
			title={label ?? (raw === text ? undefined : say("rawValue", { raw }))}
			data-column={index}
			tabIndex={isActive ? 0 : -1}
		>
			{children ?? (
				<>
					{isStaged ? (
						<span class="mark" aria-hidden="true">
							●
						</span>
					) : null}
					<span class={isStaged && text === "" ? "text none" : "text"}>
						{isStaged && text === "" ? say("empty") : text}
					</span>
					{beside === undefined ? null : <span class="raw">{beside}</span>}
				</>
			)}
		</div>
	);
}
