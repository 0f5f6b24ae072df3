import type { TableFacts } from "./draft.ts";
import { GapList } from "./gaps.ts";
import type { LineScanner } from "./lineScanner.ts";
import { isKnownOlderRow } from "./olderForms.ts";
import type { ProblemCode, ProblemList } from "./problem.ts";
import { propertyRows } from "./propertyRows.ts";
import type { FinishedSection, RowSink, Section } from "./section.ts";
import { cutRow } from "./tableRow.ts";

/** The section Properties: the facts of the table itself. */
export class PropertySection implements Section {
	readonly #facts: TableFacts;
	readonly #problems: ProblemList;
	readonly #gaps = new GapList();
	readonly #rows: number[] = [];
	#hasTable = false;

	constructor(facts: TableFacts, problems: ProblemList) {
		this.#facts = facts;
		this.#problems = problems;
	}

	header(key: string, gap: number): RowSink | undefined {
		if (this.#hasTable || key !== "property|value") return undefined;
		this.#hasTable = true;
		this.#gaps.note("table", gap, 1);
		return (scanner) => {
			this.#row(scanner);
		};
	}

	#row(scanner: LineScanner): void {
		const row = cutRow(scanner);
		const code = row === undefined ? "unclosedRow" : this.#read(nameIn(row.first.trim()), row.rest.trim());
		if (code !== undefined) this.#problems.add(code, scanner.number, scanner.line);
	}

	/** Takes one row; the code tells why it could not. */
	#read(name: string, cell: string): ProblemCode | undefined {
		const position = propertyRows.position(name);
		const rule = position === undefined ? undefined : propertyRows.rules[position];
		if (position === undefined || rule === undefined) return isKnownOlderRow(name) ? "notInModel" : "unknownRow";
		if (this.#rows.includes(position)) return "repeatedRow";
		if (!rule.read(cell, this.#facts)) return cell === "" ? "notInModel" : "unknownCell";
		this.#rows.push(position);
		return undefined;
	}

	finish(): FinishedSection {
		const ordered = this.#rows.every((position, index) => position > (this.#rows[index - 1] ?? -1));
		const rows = this.#rows.map((position) => propertyRows.rules[position]?.name ?? "");
		const items = ordered ? {} : { 0: { rows } };
		const { gaps } = this.#gaps;
		return { form: { kind: "properties", items, ...(gaps && { itemGaps: gaps }) }, count: 0 };
	}
}

/** The name without the marks of bold text, which older pages leave out. */
function nameIn(cell: string): string {
	return cell.startsWith("**") && cell.endsWith("**") ? cell.slice(2, -2) : cell;
}
