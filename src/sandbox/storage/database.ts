import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from "node:sqlite";
import { fold } from "./fold.ts";

/** What SQLite takes and gives; whole numbers come back as numbers where they fit in 2^53, else as bigints. */
export type SqlValue = SQLInputValue;
export type SqlRow = Readonly<Record<string, SQLOutputValue>>;

/** Statements that stay prepared; queries of people vary in their numbers, not in their shapes. */
const keptStatements = 500;

/**
 * The database with its prepared statements. SQL text never holds a value: values are bound. SQL has the function
 * `fold(text)`, for the texts that have no folded companion.
 */
export class Database {
	readonly #sqlite: DatabaseSync;
	readonly #statements = new Map<string, StatementSync>();
	#depth = 0;
	#rollbacks = 0;
	/** Something was defined since the outermost transaction began. */
	#defined = false;

	constructor(sqlite: DatabaseSync) {
		this.#sqlite = sqlite;
		sqlite.function("fold", { deterministic: true }, (text) => (typeof text === "string" ? fold(text) : text));
	}

	/** Grows when definitions may have been taken back: what somebody remembers of tables may be gone with them. */
	get rollbacks(): number {
		return this.#rollbacks;
	}

	run(sql: string, ...values: readonly SqlValue[]): number {
		return Number(this.statement(sql).run(...values).changes);
	}

	get(sql: string, ...values: readonly SqlValue[]): SqlRow | undefined {
		const statement = this.statement(sql);
		return exactly(statement, () => statement.get(...values));
	}

	all(sql: string, ...values: readonly SqlValue[]): readonly SqlRow[] {
		const statement = this.statement(sql);
		return exactly(statement, () => statement.all(...values));
	}

	/** Statements without values: tables, indexes, pragmas. Prepared ones are forgotten, since they may not fit any more. */
	define(sql: string): void {
		this.#sqlite.exec(sql);
		this.#statements.clear();
		if (this.#depth > 0) this.#defined = true;
	}

	/** Everything in `work` or nothing of it. Inside another transaction it is a savepoint, so parts can fail alone. */
	transaction<Result>(work: () => Result): Result {
		const name = `level${this.#depth}`;
		this.#sqlite.exec(this.#depth === 0 ? "BEGIN IMMEDIATE" : `SAVEPOINT ${name}`);
		this.#depth += 1;
		try {
			const result = work();
			this.#sqlite.exec(this.#depth === 1 ? "COMMIT" : `RELEASE ${name}`);
			return result;
		} catch (error) {
			if (this.#defined) this.#rollbacks += 1;
			this.#rollBack(this.#depth === 1 ? "ROLLBACK" : `ROLLBACK TO ${name}; RELEASE ${name}`);
			throw error;
		} finally {
			this.#depth -= 1;
			if (this.#depth === 0) this.#defined = false;
		}
	}

	/**
	 * After some failures (a full disk) SQLite has ended the whole transaction itself, and there is nothing left to take
	 * back. What failed is then told by the first error, and by every level of the transaction around it.
	 */
	#rollBack(sql: string): void {
		try {
			this.#sqlite.exec(sql);
		} catch {
			this.#rollbacks += 1;
		}
	}

	/** The prepared statement of that text, for callers that read rows one by one. */
	statement(sql: string): StatementSync {
		const known = this.#statements.get(sql);
		if (known !== undefined) {
			this.#statements.delete(sql);
			this.#statements.set(sql, known);
			return known;
		}
		const statement = this.#sqlite.prepare(sql);
		if (this.#statements.size >= keptStatements) {
			for (const oldest of this.#statements.keys()) {
				this.#statements.delete(oldest);
				break;
			}
		}
		this.#statements.set(sql, statement);
		return statement;
	}

	close(): void {
		this.#statements.clear();
		this.#sqlite.close();
	}
}

/**
 * Reads rows with numbers, and where one does not fit, with bigints: `node:sqlite` refuses to read a number beyond 2^53
 * and would read all of them as bigints otherwise.
 */
function exactly<Rows extends SqlRow | readonly SqlRow[] | undefined>(
	statement: StatementSync,
	read: () => Rows,
): Rows {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof Error && "code" in error && error.code === "ERR_OUT_OF_RANGE")) throw error;
	}
	statement.setReadBigInts(true);
	try {
		const rows = read();
		for (const row of Array.isArray(rows) ? (rows as readonly SqlRow[]) : [rows as SqlRow]) withNumbers(row);
		return rows;
	} finally {
		statement.setReadBigInts(false);
	}
}

function withNumbers(row: Record<string, SQLOutputValue>): void {
	for (const [name, value] of Object.entries(row)) {
		if (typeof value === "bigint" && Number.isSafeInteger(Number(value))) row[name] = Number(value);
	}
}
