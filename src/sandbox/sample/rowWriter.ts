import type { SandboxColumn, SandboxSchema, SandboxTable } from "../schema/sandboxTable.ts";
import type { Database, SqlValue } from "../storage/database.ts";
import { fold } from "../storage/fold.ts";
import { foldedName, quoted, targetName } from "../storage/sqlNames.ts";
import type { TableStore } from "../storage/tableStore.ts";
import type { SampleRow } from "./sampleRow.ts";

/** Where rows are written. */
export interface RowPlace {
	readonly schema: SandboxSchema;
	readonly database: Database;
	readonly store: TableStore;
}

type Value = SampleRow[string];

/** Puts what stands for one column into storage: its value, and what storage keeps beside it. */
type Step = (value: Value, into: SqlValue[]) => void;

/**
 * Writes many rows of one table by one prepared statement, past all checks of the service: the caller answers for the
 * values. What is kept beside a value (folded text, target of a lookup, row version) is added here.
 */
export class RowWriter {
	readonly #place: RowPlace;
	readonly #sql: string;
	readonly #names: readonly string[];
	readonly #steps: readonly Step[];

	/** Columns are those of the first row; one that the schema does not have or does not store is left out. */
	constructor(place: RowPlace, table: SandboxTable, first: SampleRow) {
		place.store.ensure(table);
		this.#place = place;
		const stored = Object.keys(first).flatMap((name) => {
			const column = table.columns.get(name);
			return column?.stored === true ? [column] : [];
		});
		this.#names = stored.map(({ logicalName }) => logicalName);
		this.#steps = stored.map(stepOf);
		const columns = [...stored.flatMap(sqlColumns), "versionnumber"];
		const holes = columns.map(() => "?").join(",");
		this.#sql = `INSERT INTO ${quoted(table.logicalName)} (${columns.map(quoted).join(",")}) VALUES (${holes})`;
	}

	write(row: SampleRow): void {
		const values: SqlValue[] = [];
		for (let place = 0; place < this.#names.length; place++) {
			this.#steps[place]?.(row[this.#names[place] ?? ""] ?? null, values);
		}
		values.push(this.#place.store.nextVersion());
		this.#place.database.run(this.#sql, ...values);
	}
}

function sqlColumns({ logicalName, folded, targets }: SandboxColumn): readonly string[] {
	if (folded) return [logicalName, foldedName(logicalName)];
	return targets.length > 1 ? [logicalName, targetName(logicalName)] : [logicalName];
}

function stepOf({ folded, kind, targets }: SandboxColumn): Step {
	if (folded) {
		return (value, into) => {
			if (typeof value === "string") into.push(value, fold(value));
			else into.push(null, null);
		};
	}
	if (targets.length > 1) {
		return (value, into) => {
			if (typeof value === "object" && value !== null) into.push(value.id, value.table);
			else into.push(null, null);
		};
	}
	if (kind === "date") return (value, into) => into.push(typeof value === "string" ? value.slice(0, 10) : null);
	if (kind === "any") return (value, into) => into.push(value === null ? null : JSON.stringify(value));
	return (value, into) => {
		if (typeof value === "boolean") into.push(value ? 1 : 0);
		else if (typeof value === "object" && value !== null) into.push(value.id);
		else into.push(value);
	};
}
