import type { Draft } from "./draft.ts";
import { GapList } from "./gaps.ts";
import type { LineScanner } from "./lineScanner.ts";
import { isKnownOlderRow } from "./olderForms.ts";
import type { ItemForm, SectionForm } from "./page.ts";
import { readItemHeading } from "./itemHeading.ts";
import type { ProblemCode, ProblemList } from "./problem.ts";
import type { RowRules } from "./rowRules.ts";
import type { FinishedSection, RowSink, Section } from "./section.ts";
import { itemMarks, type SectionKind } from "./sections.ts";
import { cutRow, type TableRow } from "./tableRow.ts";

/** The item that is being read: the thing of the model, and the form in which the page gives it. */
export interface OpenItem<T> {
	readonly thing: T;
	readonly name: string;
	readonly line: number;
	readonly form: Draft<ItemForm>;
	readonly gaps: GapList;
	/** The table that the sentence under the heading names. */
	namedTable: string | undefined;
	/** Positions of the rows seen so far. */
	readonly rows: number[];
}

/** What is particular to the items of one kind of section. */
export interface ItemKind<T> {
	readonly rules: RowRules<T>;
	create(name: string): T;
	/** A line of text under an item's heading; false where it is not understood. */
	sentence(line: string, item: OpenItem<T>): boolean;
	/** Usual blank lines before the item's property table. */
	tableGap?(item: OpenItem<T>): number;
	/** The item is complete. */
	done(item: OpenItem<T>, hasTable: boolean): void;
}

/** Reads the items of one section: heading, sentence and property table of each. */
export class ItemSection<T extends object> implements Section {
	protected readonly problems: ProblemList;
	readonly #form: Draft<SectionForm> & { items: Record<number, ItemForm> };
	readonly #gaps = new GapList();
	readonly #kind: ItemKind<T>;
	#open: OpenItem<T> | undefined;
	#hasTable = false;
	#count = 0;
	#bullets = 0;

	constructor(section: SectionKind, kind: ItemKind<T>, problems: ProblemList) {
		this.#form = { kind: section, items: {} };
		this.#kind = kind;
		this.problems = problems;
	}

	protected get open(): OpenItem<T> | undefined {
		return this.#open;
	}

	/** A bullet of the list at the top. The list is never read: with one item there is none. */
	bullet(gap: number): boolean {
		if (this.#open !== undefined) return false;
		if (this.#bullets === 0) this.#gaps.note("bullets", gap, 1);
		this.#bullets++;
		return true;
	}

	heading({ text, start, end, number }: LineScanner, gap: number): boolean {
		const heading = readItemHeading(text, start, end, itemMarks(this.#form.kind));
		if (heading === undefined) return false;
		const { name } = heading;
		if (!heading.sameAnchor) this.problems.add("anchorDiffers", number, name);
		this.endItem();
		const gaps = new GapList();
		gaps.note("heading", gap, 1);
		const thing = this.#kind.create(name);
		this.#open = { thing, name, line: number, form: {}, gaps, namedTable: undefined, rows: [] };
		return true;
	}

	sentence(line: string, gap: number): boolean {
		if (this.#open === undefined || !this.#kind.sentence(line, this.#open)) return false;
		this.#open.gaps.note("sentence", gap, 1);
		return true;
	}

	header(key: string, gap: number): RowSink | undefined {
		const item = this.#open;
		if (item === undefined || key !== "property|value" || this.#hasTable) return undefined;
		this.#hasTable = true;
		item.gaps.note("table", gap, this.#kind.tableGap?.(item) ?? 1);
		return (scanner) => {
			this.#row(scanner, item);
		};
	}

	#row(scanner: LineScanner, item: OpenItem<T>): void {
		const row = cutRow(scanner);
		const code = row === undefined ? "unclosedRow" : this.#read(row, item);
		if (code !== undefined) this.problems.add(code, scanner.number, scanner.line);
	}

	/** Takes one row; the code tells why it could not. */
	#read({ first, rest }: TableRow, { thing, rows, form }: OpenItem<T>): ProblemCode | undefined {
		const { rules } = this.#kind;
		const position = rules.position(first);
		const rule = position === undefined ? undefined : rules.rules[position];
		if (position === undefined || rule === undefined) return isKnownOlderRow(first) ? "notInModel" : "unknownRow";
		if (position <= (rows.at(-1) ?? -1) && rows.includes(position)) return "repeatedRow";
		if (!rule.read(rest, thing)) return "unknownCell";
		rows.push(position);
		if (rule.alternative && rule.print(thing) !== rest && rule.alternative(thing) === rest) {
			form.alternatives = [...(form.alternatives ?? []), first];
		}
		return undefined;
	}

	/** Closes the open item; called at the next heading and at the end of the section. */
	protected endItem(): void {
		const item = this.#open;
		if (item === undefined) return;
		this.#kind.done(item, this.#hasTable);
		const { rules } = this.#kind.rules;
		if (item.rows.some((position, index) => position < (item.rows[index - 1] ?? -1))) {
			item.form.rows = item.rows.map((position) => rules[position]?.name ?? "");
		}
		if (item.gaps.gaps) item.form.gaps = item.gaps.gaps;
		for (const _ in item.form) {
			this.#form.items[this.#count] = item.form;
			break;
		}
		this.#count++;
		this.#open = undefined;
		this.#hasTable = false;
	}

	finish(): FinishedSection {
		this.endItem();
		if (this.#bullets > 0 !== this.#count > 1) this.#form.unusualBullets = true;
		if (this.#gaps.gaps) this.#form.itemGaps = this.#gaps.gaps;
		return { form: this.#form, count: this.#count };
	}
}
