import type { LayerId } from "../model.ts";
import { ChoiceTable } from "./choiceTable.ts";
import { columnRows } from "./columnRows.ts";
import type { ColumnDraft } from "./draft.ts";
import { type ItemKind, ItemSection } from "./itemSection.ts";
import type { LineScanner } from "./lineScanner.ts";
import { readOlderDefault } from "./olderForms.ts";
import type { ProblemList } from "./problem.ts";
import type { RowSink } from "./section.ts";
import type { SectionKind } from "./sections.ts";

const choicesEnding = " Choices/Options";

/** A section of columns: items that may have a table of options under a heading of their own. */
export class ColumnSection extends ItemSection<ColumnDraft> {
	readonly #layer: LayerId;
	readonly #changed: boolean;
	#choices: ChoiceTable | undefined;

	constructor(section: SectionKind, kind: ItemKind<ColumnDraft>, layer: LayerId, problems: ProblemList) {
		super(section, kind, problems);
		this.#layer = layer;
		this.#changed = section === "customizedColumns";
	}

	override heading(scanner: LineScanner, gap: number): boolean {
		return this.#choicesHeading(scanner, gap) || super.heading(scanner, gap);
	}

	/** "#### Name Choices/Options". */
	#choicesHeading(scanner: LineScanner, gap: number): boolean {
		const item = this.open;
		if (item === undefined || this.#choices || !scanner.text.startsWith("#### ", scanner.start)) return false;
		const line = scanner.line.trimEnd();
		if (!line.endsWith(choicesEnding)) return false;
		const name = line.slice("#### ".length, -choicesEnding.length);
		if (name !== item.name) this.problems.add("sentenceDiffers", scanner.number, line);
		item.gaps.note("choices", gap, 1);
		this.#choices = new ChoiceTable(item, this.#layer, this.problems);
		return true;
	}

	override header(key: string, gap: number): RowSink | undefined {
		const choices = this.#choices;
		if (choices === undefined) return super.header(key, gap);
		if (!choices.begin(key)) return undefined;
		this.open?.gaps.note("options", gap, 1);
		return (scanner) => {
			choices.row(scanner);
		};
	}

	/** Older pages give the default of a Boolean below its options. */
	override sentence(line: string, gap: number): boolean {
		const item = this.open;
		const text = readOlderDefault(line);
		if (item === undefined || text === undefined) return super.sentence(line, gap);
		const rule = columnRows.rules[columnRows.position("DefaultValue") ?? -1];
		return item.thing.choice?.defaultValue === undefined && (rule?.read(text, item.thing) ?? false);
	}

	protected override endItem(): void {
		this.#choices?.finish(this.#changed);
		this.#choices = undefined;
		super.endItem();
	}
}
