import type { LayerId } from "../model.ts";
import { integer } from "./cell.ts";
import type { ColumnDraft, Draft } from "./draft.ts";
import type { OpenItem } from "./itemSection.ts";
import type { LineScanner } from "./lineScanner.ts";
import type { Option } from "../model.ts";
import { type ChoiceForm, type FormSeen, readOption } from "./optionCells.ts";
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
	readonly #values = new Set<number>();
	#table: ChoiceForm["table"] | undefined;

	constructor(item: OpenItem<ColumnDraft>, layer: LayerId, problems: ProblemList) {
		this.#item = item;
		this.#layer = layer;
		this.#problems = problems;
	}

	/** The header row was seen. */
	begin(table: ChoiceForm["table"]): void {
		this.#table = table;
	}

	row(scanner: LineScanner): void {
		const row = cutRow(scanner);
		if (row === undefined) {
			this.#problems.add("unclosedRow", scanner.number, scanner.line);
			return;
		}
		const value = integer.read(row.first.trim());
		if (value === undefined) {
			this.#problems.add("unknownRow", scanner.number, scanner.line);
			return;
		}
		const option: Draft<Option> = { value, layer: this.#layer };
		const unknown = readOption(row.rest, this.#table ?? "Label", option, this.#seen);
		for (const part of unknown) this.#problems.add("unknownCell", scanner.number, part);
		this.#put(option, scanner);
	}

	/** A value that comes twice is kept once; two labels for one value are told. */
	#put(option: Draft<Option>, scanner: LineScanner): void {
		const choice = (this.#item.thing.choice ??= { options: [] });
		if (this.#values.has(option.value)) {
			this.#problems.add("optionTwice", scanner.number, `${this.#item.name}: ${scanner.line}`);
			return;
		}
		this.#values.add(option.value);
		choice.options.push(option);
	}

	/** Writes down what is particular to the form of this table. */
	finish(changed: boolean): void {
		const options = this.#item.thing.choice?.options ?? [];
		if (options.length === 0) this.#item.form.emptyChoices = this.#table ? "table" : "heading";
		const usual = usualChoiceForm(options, changed);
		const seen: FormSeen = { ...this.#seen };
		if (this.#table) seen.table = this.#table;
		const unusual = Object.entries(seen).filter(([key, value]) => usual[key as keyof ChoiceForm] !== value);
		if (unusual.length > 0) this.#item.form.choice = Object.fromEntries(unusual);
	}
}
