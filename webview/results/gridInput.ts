/** What keys, mouse and clipboard do in the grid. */
import type { ResultsCell, ResultsColumn, ResultsRow } from "../../src/protocol/results.ts";
import { type GridPlace, type GridSize, placeAfter } from "./gridPlace.ts";
import { textOf } from "./resultsStore.ts";

export interface GridInputParts {
	readonly grid: HTMLElement | null;
	readonly place: GridPlace;
	readonly size: GridSize;
	readonly row: ResultsRow | undefined;
	/** Undefined at the head of a row and at its version. */
	readonly column: ResultsColumn | undefined;
	readonly shown: ResultsCell | undefined;
	readonly isEditing: boolean;
	readonly goTo: (place: GridPlace) => void;
	/** `text`: the character that began it. */
	readonly edit: (byMouse: boolean, text?: string) => void;
	readonly clear: () => void;
}

export interface GridInput {
	readonly onKeyDown: (event: KeyboardEvent) => void;
	readonly onMouseDown: (event: MouseEvent) => void;
	readonly onCopy: (event: ClipboardEvent) => void;
}

export function gridInput(parts: GridInputParts): GridInput {
	const { grid, place, size, row, column, shown, isEditing, goTo, edit, clear } = parts;
	return {
		onKeyDown: (event) => {
			const far = event.ctrlKey || event.metaKey;
			const next = event.altKey ? undefined : placeAfter({ key: event.key, far }, place, size);
			if (next !== undefined) goTo(next);
			else if (event.key === "Enter" || event.key === "F2") edit(false);
			else if ((event.key === "Delete" || event.key === "Backspace") && !far) clear();
			else if (isTyped(event) && column !== undefined && takesText(column)) edit(false, event.key);
			else return;
			event.preventDefault();
		},
		onMouseDown: (event) => {
			const target = event.target instanceof Element ? event.target : null;
			const hit = placeOf(target);
			if (hit === undefined || event.button !== 0 || target?.closest(".editor") !== null) return;
			event.preventDefault();
			const hadFocus = grid?.contains(document.activeElement) === true;
			if (hadFocus && hit.row === place.row && hit.column === place.column) edit(true);
			else goTo(hit);
		},
		onCopy: (event) => {
			if (row === undefined || isEditing || window.getSelection()?.isCollapsed === false) return;
			const text = column === undefined ? (row.version ?? row.id) : textOf(shown);
			event.clipboardData?.setData("text/plain", text);
			event.preventDefault();
		},
	};
}

/** A character that begins an edit, as in a spreadsheet. Names of other keys are longer. */
function isTyped({ key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
	return key.length === 1 && key !== " " && !ctrlKey && !metaKey && !altKey && !isComposing;
}

function takesText({ kind, readOnly }: ResultsColumn): boolean {
	return readOnly === undefined && (kind === "text" || kind === "longText" || kind === "number");
}

function placeOf(target: Element | null): GridPlace | undefined {
	const cell = target?.closest<HTMLElement>("[data-column]");
	const row = cell?.closest<HTMLElement>("[data-row]");
	return cell && row ? { row: Number(row.dataset.row), column: Number(cell.dataset.column) } : undefined;
}
