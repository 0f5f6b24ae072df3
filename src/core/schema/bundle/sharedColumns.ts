import { canonicalJson } from "../../base/canonicalJson.ts";
import { compareCodeUnits } from "../../base/compareCodeUnits.ts";
import type { Column, Table } from "../model.ts";

/** Columns that look exactly the same on this many tables are stored once; measured: fewer make the block too long. */
const leastUses = 8;

/** The standard columns of the platform, as text: a table's chunk refers to them by their place in the list. */
export class SharedColumns {
	/** One line of JSON each, most used first. */
	readonly lines: readonly string[];
	/** Each column as one line of JSON: a table's chunk needs it again. */
	readonly #lineOf = new Map<Column, string>();
	readonly #numbers: ReadonlyMap<string, number>;

	constructor(tables: readonly Table[]) {
		const uses = new Map<string, number>();
		for (const { columns } of tables) {
			for (const column of columns) {
				const line = canonicalJson(column);
				this.#lineOf.set(column, line);
				uses.set(line, (uses.get(line) ?? 0) + 1);
			}
		}
		this.lines = [...uses]
			.filter(([, count]) => count >= leastUses)
			.sort(([a, usesOfA], [b, usesOfB]) => usesOfB - usesOfA || compareCodeUnits(a, b))
			.map(([line]) => line);
		this.#numbers = new Map(this.lines.map((line, number) => [line, number]));
	}

	/** What stands for the column in a chunk: the number of a shared column, or the column itself. */
	reference(column: Column): number | Column {
		return this.#numbers.get(this.#lineOf.get(column) ?? "") ?? column;
	}

	/** The columns of all tables with their texts. */
	get texts(): ReadonlyMap<Column, string> {
		return this.#lineOf;
	}
}

/** Reads shared columns from the lines; each becomes an object when a table first needs it, the same for all tables. */
export class SharedColumnReader {
	readonly #lines: readonly string[];
	readonly #columns: (Column | undefined)[] = [];

	constructor(lines: readonly string[]) {
		this.#lines = lines;
	}

	/** Throws where there is no column of that number. */
	column(number: number): Column {
		return (this.#columns[number] ??= JSON.parse(this.#lines[number] ?? "") as Column);
	}
}
