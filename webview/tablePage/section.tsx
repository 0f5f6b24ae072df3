import type { ComponentChildren, VNode } from "preact";
import { count } from "../../src/words/count.ts";
import { TextField } from "../controls.ts";
import { usePage } from "./pageContext.ts";

export interface SectionProps {
	readonly id: string;
	readonly title: string;
	/** Undefined: not documented. */
	readonly total: number | undefined;
	readonly hint?: string;
	readonly children: ComponentChildren;
}

/** A landmark of the page, with its heading and count. */
export function Section({ id, title, total, hint, children }: SectionProps): VNode {
	return (
		<section id={id} aria-labelledby={`${id}-title`}>
			<h2 id={`${id}-title`} tabIndex={-1}>
				{title} {total === undefined ? null : <span class="count">{count(total)}</span>}
			</h2>
			{hint === undefined ? null : <p class="hint">{hint}</p>}
			{children}
		</section>
	);
}

export interface FilterBarProps {
	readonly label: string;
	readonly placeholder: string;
	readonly text: string;
	readonly onText: (text: string) => void;
	readonly shown: number;
	readonly total: number;
	readonly filtered: boolean;
	readonly onClear: () => void;
	readonly children?: ComponentChildren;
}

/** The filters of a list; how many rows are left is said to screen readers as it changes. */
export function FilterBar(props: FilterBarProps): VNode {
	const { say } = usePage();
	const { label, placeholder, text, onText, shown, total, filtered, onClear, children } = props;
	return (
		<div class="filters" role="group" aria-label={label}>
			<TextField label={label} placeholder={placeholder} value={text} onText={onText} />
			{children}
			<span class="state">
				<span role="status">{filtered ? say("shown", { shown: count(shown), total: count(total) }) : ""}</span>
				{filtered ? (
					<button type="button" class="link" onClick={onClear}>
						{say("clearFilter")}
					</button>
				) : null}
			</span>
			{shown === 0 ? <p class="empty">{say("noMatch")}</p> : null}
		</div>
	);
}

export interface ChoiceFieldProps {
	readonly label: string;
	readonly value: string;
	/** Value and text; the first one stands for "any". */
	readonly choices: readonly (readonly [string, string])[];
	readonly onChoose: (value: string) => void;
}

/** A drop-down of the editor's look. */
export function ChoiceField({ label, value, choices, onChoose }: ChoiceFieldProps): VNode {
	return (
		<select
			aria-label={label}
			title={label}
			value={value}
			onChange={(event) => {
				onChoose(event.currentTarget.value);
			}}
		>
			{choices.map(([choice, text]) => (
				<option key={choice} value={choice}>
					{text}
				</option>
			))}
		</select>
	);
}
