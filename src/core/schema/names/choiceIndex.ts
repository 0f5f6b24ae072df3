import { compareCodeUnits } from "../../base/compareCodeUnits.ts";
import type { NamedChoice, NamedChoiceSummary, OptionPlace } from "../catalog.ts";
import type { Option } from "../model.ts";
import type { ChoiceUse, ChoiceUses } from "./choiceUses.ts";
import { isLocalChoice, uniteOptions } from "./namedChoice.ts";

/** Choices by name, and options by value and label, over all columns. */
export class ChoiceIndex {
	readonly #uses: ChoiceUses;
	readonly #tableName: (table: number) => string;
	#byName: ReadonlyMap<string, readonly ChoiceUse[]> | undefined;
	#summaries: readonly NamedChoiceSummary[] | undefined;
	#byValue: ReadonlyMap<number, readonly OptionPlace[]> | undefined;
	#byLabel: ReadonlyMap<string, readonly OptionPlace[]> | undefined;

	constructor(uses: ChoiceUses, tableName: (table: number) => string) {
		this.#uses = uses;
		this.#tableName = tableName;
	}

	summaries(): readonly NamedChoiceSummary[] {
		this.#summaries ??= [...this.#names()].map(([name, uses]) => ({
			name,
			local: isLocalChoice(name, uses.map(this.#place)),
			useCount: uses.length,
		}));
		return this.#summaries;
	}

	choice(name: string): NamedChoice | undefined {
		const uses = this.#names().get(name);
		if (uses === undefined) return undefined;
		const usedBy = uses.map(this.#place);
		return {
			name,
			local: isLocalChoice(name, usedBy),
			options: uniteOptions(uses.map(({ options }) => options)),
			usedBy,
		};
	}

	optionsByValue(value: number): readonly OptionPlace[] {
		this.#byValue ??= this.#placesBy((option) => option.value);
		return this.#byValue.get(value) ?? [];
	}

	/** Case and blanks around the label do not count: some labels are published with trailing blanks. */
	optionsByLabel(label: string): readonly OptionPlace[] {
		this.#byLabel ??= this.#placesBy((option) => option.label?.trim().toLowerCase());
		return this.#byLabel.get(label.trim().toLowerCase()) ?? [];
	}

	#names(): ReadonlyMap<string, readonly ChoiceUse[]> {
		if (this.#byName !== undefined) return this.#byName;
		const found = new Map<string, ChoiceUse[]>();
		for (const use of this.#all()) {
			if (use.name === null) continue;
			const uses = found.get(use.name);
			if (uses === undefined) found.set(use.name, [use]);
			else uses.push(use);
		}
		this.#byName = new Map([...found].sort(([a], [b]) => compareCodeUnits(a, b)));
		return this.#byName;
	}

	#placesBy<Key>(keyOf: (option: Option) => Key | undefined): ReadonlyMap<Key, readonly OptionPlace[]> {
		const found = new Map<Key, OptionPlace[]>();
		for (const use of this.#all()) {
			for (const option of use.options) {
				const key = keyOf(option);
				if (key === undefined) continue;
				const place = { ...this.#place(use), option };
				const places = found.get(key);
				if (places === undefined) found.set(key, [place]);
				else places.push(place);
			}
		}
		return found;
	}

	*#all(): Iterable<ChoiceUse> {
		for (let index = 0; index < this.#uses.count; index += 1) yield this.#uses.use(index);
	}

	readonly #place = ({ table, column }: ChoiceUse) => ({ table: this.#tableName(table), column });
}
