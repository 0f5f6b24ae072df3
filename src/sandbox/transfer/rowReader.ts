import type { StatementSync } from "node:sqlite";
import type { RowPlace } from "../sample/rowWriter.ts";
import type { SqlValue } from "../storage/database.ts";
import { fold } from "../storage/fold.ts";
import { quoted } from "../storage/sqlNames.ts";
import { ImportFailure } from "./importFailure.ts";
import { schemaTable, type StoredTable, type TransferColumn } from "./storedTables.ts";
import { storedValue } from "./storedValue.ts";

/** Takes the rows of one table of a file. What does not fit is thrown as an ImportFailure. */
export class RowReader {
	readonly #place: RowPlace;
	readonly #table: StoredTable;
	readonly #columns: readonly TransferColumn[];
	readonly #statement: StatementSync;
	readonly #versionAt: number;
	#highestVersion = 0;

	/** What the file says of the table before its rows; the rows that are there go. */
	static of(place: RowPlace, facts: ReadonlyMap<string, unknown>, seen: Set<string>): RowReader {
		const name = facts.get("table");
		const columns = facts.get("columns");
		if (typeof name !== "string" || !isTexts(columns)) throw new ImportFailure({ code: "notAnExport" });
		if (seen.has(name)) throw new ImportFailure({ code: "tableTwice", table: name });
		seen.add(name);
		const table = tableNamed(place, name, columns, facts.get("intersect") === true);
		for (const key of table.key) {
			if (!columns.includes(key)) throw new ImportFailure({ code: "noKey", table: name, column: key });
		}
		place.database.run(`DELETE FROM ${quoted(name)}`);
		return new RowReader(place, table, columnsNamed(table, columns));
	}

	private constructor(place: RowPlace, table: StoredTable, columns: readonly TransferColumn[]) {
		this.#place = place;
		this.#table = table;
		this.#columns = columns;
		this.#versionAt = columns.findIndex(({ name }) => name === "versionnumber");
		const names = columns.flatMap(({ name, folded }) => (folded === undefined ? [name] : [name, folded]));
		const holes = names.map(() => "?").join(",");
		this.#statement = place.database.statement(
			`INSERT INTO ${quoted(table.name)} (${names.map(quoted).join(",")}) VALUES (${holes})`,
		);
	}

	get table(): string {
		return this.#table.name;
	}

	/** @param number of the row in its table, from 1. */
	row(row: unknown, number: number): void {
		const { name: table } = this.#table;
		if (!Array.isArray(row) || row.length !== this.#columns.length) {
			throw new ImportFailure({ code: "rowLength", table, row: number, expected: this.#columns.length });
		}
		const values: SqlValue[] = [];
		for (const [place, { name, kind, folded }] of this.#columns.entries()) {
			const value = storedValue(kind, row[place]);
			if (value === undefined) throw new ImportFailure({ code: "badValue", table, row: number, column: name });
			values.push(value);
			if (folded !== undefined) values.push(typeof value === "string" ? fold(value) : null);
		}
		try {
			this.#statement.run(...values);
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			throw new ImportFailure({ code: "rowRefused", table, row: number, reason });
		}
		const version = this.#versionAt < 0 ? 0 : Number(row[this.#versionAt]);
		if (version > this.#highestVersion) this.#highestVersion = version;
	}

	/** After the last row: versions that the sandbox gives out later are greater than those of the file. */
	end(): void {
		const next = this.#place.store.nextVersion();
		if (this.#highestVersion >= next) this.#place.store.nextVersion(this.#highestVersion - next + 1);
	}
}

function tableNamed(place: RowPlace, name: string, columns: readonly string[], intersect: boolean): StoredTable {
	const known = place.schema.table(name);
	if (known !== undefined) {
		place.store.ensure(known);
		return schemaTable(known);
	}
	const [one, other] = columns;
	const isPair = one !== undefined && other !== undefined && columns.length === 2 && one !== other;
	if (!intersect || !isPair || ![name, one, other].every((text) => /^[a-z][a-z\d_]{0,127}$/.test(text))) {
		throw new ImportFailure({ code: "unknownTable", table: name });
	}
	place.store.ensureIntersect(name, [one, other]);
	return { name, columns: [one, other].map((column) => ({ name: column, kind: "guid" })), key: [one, other] };
}

function columnsNamed({ name, columns }: StoredTable, wanted: readonly string[]): readonly TransferColumn[] {
	const known = new Map(columns.map((column) => [column.name, column]));
	return wanted.map((column) => {
		const found = known.get(column);
		// A name comes once: the second time it is not there any more.
		known.delete(column);
		if (found === undefined) throw new ImportFailure({ code: "unknownColumn", table: name, column });
		return found;
	});
}

function isTexts(value: unknown): value is readonly string[] {
	return Array.isArray(value) && value.every((one) => typeof one === "string");
}
