import type { LayerId, Option } from "../model.ts";
import { integer } from "./cell.ts";
import { type ChoiceCell, choiceCells } from "./choiceHeader.ts";
import type { ColumnDraft, Draft } from "./draft.ts";
import type { OpenItem } from "./itemSection.ts";
import type { LineScanner } from "./lineScanner.ts";
import { type ChoiceForm, type FormSeen, type PartProblem, readOptionCell } from "./optionCells.ts";
import type { ProblemList } from "./problem.ts";
import { cutRow } from "./tableRow.ts";

/** The form that the printer takes where the page did not show another. */
export function usualChoiceForm(options: readonly Option[], changed: boolean): ChoiceForm {
	const details = options.some(
		(option) =>
			option.state !== undefined ||
			option.defaultStatus !== undefined ||
			option.invariantName !== undefined ||
			option.transitionData !== undefined,
	);
	return {
		table: details ? "Details" : "Label",
		boldLabel: !(changed && details),
		spacedState: changed,
		lastTwice: false,
	};
}

/** Reads the options of one column. */
export class ChoiceTable {
	readonly #item: OpenItem<ColumnDraft>;
	readonly #layer: LayerId;
	readonly #problems: ProblemList;
	readonly #seen: FormSeen = {};
	readonly #labels = new Map<number, string | undefined>();
	#cells: readonly ChoiceCell[] | undefined;

	constructor(item: OpenItem<ColumnDraft>, layer: LayerId, problems: ProblemList) {
		this.#item = item;
		this.#layer = layer;
		this.#problems = problems;
	}

	/** The header row; false where it is not that of a choices table, or not the first. */
	begin(key: string): boolean {
		const cells = choiceCells(key);
		if (cells === undefined || this.#cells !== undefined) return false;
		this.#cells = cells;
		return true;
	}

	row(scanner: LineScanner): void {
		const row = cutRow(scanner);
		const value = row && integer.read(row.first.trim());
		const texts = row && this.#split(row.rest);
		if (value === undefined || texts === undefined) {
			this.#problems.add(row === undefined ? "unclosedRow" : "unknownRow", scanner.number, scanner.line);
			return;
		}
		const option: Draft<Option> = { value, layer: this.#layer };
		const tell = (code: PartProblem, text: string): void => {
			this.#problems.add(code, scanner.number, text);
		};
		for (const [index, cell] of (this.#cells ?? []).entries()) {
			readOptionCell(cell, texts[index] ?? "", { option, seen: this.#seen, tell });
		}
		this.#put(option, scanner);
	}

	/** One text for each cell of the header; the last takes all bars that are left when there is only one. */
	#split(rest: string): readonly string[] | undefined {
		const count = this.#cells?.length ?? 1;
		const texts = count === 1 ? [rest] : rest.split("|", count + 1);
		return texts.length > count ? undefined : texts;
	}

	/** A value that comes twice is kept once. */
	#put(option: Draft<Option>, scanner: LineScanner): void {
		const choice = (this.#item.thing.choice ??= { options: [] });
		if (this.#labels.has(option.value)) {
			const same = this.#labels.get(option.value) === option.label;
			this.#problems.add(same ? "repeatedRow" : "optionTwice", scanner.number, scanner.line);
			return;
		}
		this.#labels.set(option.value, option.label);
		choice.options.push(option);
	}

	/** Writes down what is particular to the form of this table. */
	finish(changed: boolean): void {
		const options = this.#item.thing.choice?.options ?? [];
		if (options.length === 0) this.#item.form.emptyChoices = this.#cells ? "table" : "heading";
		const usual = usualChoiceForm(options, changed);
		const seen: FormSeen = { ...this.#seen };
		if (this.#cells) seen.table = this.#cells[0] === "details" ? "Details" : "Label";
		const unusual = Object.entries(seen).filter(([key, value]) => usual[key as keyof ChoiceForm] !== value);
		if (unusual.length > 0) this.#item.form.choice = Object.fromEntries(unusual);
	}
}
