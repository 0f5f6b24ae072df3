/** One cell being edited: an input that fits the column. What was typed is checked by the extension. */
import type { VNode } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ResultsColumn, ResultsRow } from "../../src/protocol/results.ts";
import { leadingName, usePage } from "./pageContext.ts";

export type EditEnd =
	/** The keyboard goes back to the cell. */
	| "back"
	/** It is somewhere else already. */
	| "left";

interface CellEditorProps {
	readonly row: ResultsRow;
	readonly column: ResultsColumn;
	/** What the input begins with: the raw value, or the character that began the edit. */
	readonly text: string;
	/** It began with a character: what is typed goes on behind it. Otherwise the whole text is selected. */
	readonly isTyped: boolean;
	/** It was begun with the mouse: a list of options opens at once. */
	readonly byMouse: boolean;
	readonly onEnd: (end: EditEnd) => void;
}

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export function CellEditor({ row, column, text, isTyped, byMouse, onEnd }: CellEditorProps): VNode {
	const { say, channel, labels, run } = usePage();
	const input = useRef<Input | null>(null);
	const [problem, setProblem] = useState<string | undefined>();
	/** Over, or on the way to the extension: a blur that follows is no second commit. */
	const ended = useRef(false);
	const told = useRef<HTMLSpanElement>(null);
	// At once: the next key is for the input already.
	useLayoutEffect(() => {
		const element = input.current;
		element?.focus();
		if (element instanceof HTMLSelectElement) openList(element, byMouse);
		else if (element?.type !== "date" && element?.type !== "datetime-local") {
			const end = element?.value.length ?? 0;
			element?.setSelectionRange(isTyped ? end : 0, end);
		}
	}, []);

	useLayoutEffect(() => {
		if (told.current !== null) keepInSight(told.current);
	}, [problem]);

	/** True where it is staged, or was nothing new. */
	const commit = async (end: EditEnd): Promise<boolean> => {
		const element = input.current;
		if (ended.current || element === null) return false;
		ended.current = true;
		const answer = await channel
			.call("edit", { record: row.id, property: column.property, text: typedText(element) })
			.catch((error: unknown) => ({ problem: error instanceof Error ? error.message : String(error) }));
		if (answer.problem === undefined) {
			onEnd(end);
			return true;
		}
		ended.current = false;
		setProblem(answer.problem);
		return false;
	};
	const commitAndReview = async () => {
		if (await commit("back")) run("review");
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (!isForVscode(event)) event.stopPropagation();
		if (isSave(event)) {
			event.preventDefault();
			void commitAndReview();
		} else if (event.key === "Escape") {
			ended.current = true;
			onEnd("back");
		} else if (event.key === "Enter" && !(event.shiftKey && column.kind === "longText") && !event.isComposing) {
			event.preventDefault();
			void commit("back");
		} else if (event.key === "Tab") {
			event.preventDefault();
			void commit("back");
		}
	};
	const common: CommonProps = {
		"aria-label": say("edit", { column: leadingName(column, labels), record: row.name }),
		"aria-invalid": problem !== undefined,
		"aria-describedby": problem === undefined ? undefined : "cell-problem",
		onKeyDown,
		onBlur: () => void commit("left"),
		onInput: () => {
			setProblem(undefined);
		},
	};
	const take = (element: Input | null) => {
		input.current = element;
	};
	return (
		<span class={`editor ${column.kind}`}>
			{inputOf({ column, text, common, take, commit, empty: say("chooseNothing") })}
			{column.kind === "dateTime" ? <span class="zone">{say("utc")}</span> : null}
			{problem === undefined ? null : (
				<span class="cell-problem" id="cell-problem" role="alert" ref={told}>
					{problem}
				</span>
			)}
		</span>
	);
}

interface CommonProps {
	readonly "aria-label": string;
	readonly "aria-invalid": boolean;
	readonly "aria-describedby": string | undefined;
	readonly onKeyDown: (event: KeyboardEvent) => void;
	readonly onBlur: () => void;
	readonly onInput: () => void;
}

interface InputParts {
	readonly column: ResultsColumn;
	readonly text: string;
	readonly common: CommonProps;
	readonly take: (element: Input | null) => void;
	readonly commit: (end: EditEnd) => Promise<boolean>;
	readonly empty: string;
}

function inputOf({ column, text, common, take, commit, empty }: InputParts): VNode {
	switch (column.kind) {
		case "options":
		case "yesNo":
			return <OptionList column={column} text={text} common={common} take={take} commit={commit} empty={empty} />;
		case "longText":
			return <textarea {...common} ref={take} defaultValue={text} rows={4} />;
		case "date":
			return <input {...common} ref={take} type="date" max="9999-12-31" defaultValue={text.slice(0, 10)} />;
		case "dateTime":
			return (
				<input
					{...common}
					ref={take}
					type="datetime-local"
					step={1}
					max="9999-12-31T23:59:59"
					defaultValue={text.replace("Z", "")}
				/>
			);
		case "number":
			return <input {...common} ref={take} type="text" inputMode="decimal" defaultValue={text} />;
		case "text":
		case "other":
			// Texts with several lines keep them.
			return text.includes("\n") ? (
				<textarea {...common} ref={take} defaultValue={text} rows={4} />
			) : (
				<input {...common} ref={take} type="text" defaultValue={text} />
			);
	}
}

/** Save would come before what is typed is staged, and VS Code would find nothing to save. */
function isSave({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
	return key.toLowerCase() === "s" && ctrlKey !== metaKey && !altKey && !shiftKey;
}

/** With Ctrl or Cmd these are the input's own: VS Code's undo, say, would be that of the whole document. */
const ownLetters: ReadonlySet<string> = new Set(["a", "c", "v", "x", "y", "z"]);

/** Keys that are neither typed nor the grid's: the palette, another tab. The grid passes them over. */
function isForVscode(event: KeyboardEvent): boolean {
	const { key, ctrlKey, metaKey, altKey } = event;
	if (/^F\d+$/.test(key)) return key !== "F2";
	const letter = key.toLowerCase();
	return ctrlKey !== metaKey && !altKey && /^[a-z]$/.test(letter) && !ownLetters.has(letter) && !isSave(event);
}

/** A native list: the editor's own look, and quick in many rows. */
function OptionList({ column, text, common, take, commit, empty }: InputParts): VNode {
	const keyed = useRef(false);
	const options = column.options ?? [];
	const isKnown = text === "" || options.some(({ value }) => value === text);
	const { onKeyDown } = common;
	return (
		<select
			{...common}
			ref={take}
			defaultValue={text}
			onPointerDown={() => {
				keyed.current = false;
			}}
			onKeyDown={(event) => {
				keyed.current = true;
				onKeyDown(event);
			}}
			onChange={() => {
				// With the keyboard each arrow is a change: then Enter says which is meant.
				if (!keyed.current) void commit("back");
			}}
		>
			<option value="" selected={text === ""}>
				{empty}
			</option>
			{isKnown ? null : (
				<option value={text} selected>
					{text}
				</option>
			)}
			{options.map(({ value, label }) => (
				<option key={value} value={value} selected={value === text}>
					{column.kind === "yesNo" || label === value ? label : `${label} · ${value}`}
				</option>
			))}
		</select>
	);
}

/** At the edges of the grid the message would be cut off: there it moves to the left, or above the cell. */
function keepInSight(told: HTMLElement): void {
	const seen = told.closest(".grid")?.getBoundingClientRect();
	const own = told.getBoundingClientRect();
	if (seen === undefined) return;
	if (own.right > seen.right) told.style.insetInlineStart = `${seen.right - own.right}px`;
	if (own.bottom > seen.bottom) told.style.insetBlock = "auto 100%";
}

/** An unfinished date has no value, and is not meant to be an empty one. */
function typedText(element: Input): string {
	return element.validity.badInput ? "?" : element.value;
}

/** The list opens only where the browser takes the click as a person's. */
function openList(element: HTMLSelectElement, byMouse: boolean): void {
	if (!byMouse) return;
	try {
		element.showPicker();
	} catch {
		// Then it opens with the next click.
	}
}
