import type { StatementSync } from "node:sqlite";
import type { SandboxColumn, SandboxSchema, SandboxTable } from "../schema/sandboxTable.ts";
import type { Database, SqlValue } from "../storage/database.ts";
import { fold } from "../storage/fold.ts";
import { foldedName, quoted, targetName } from "../storage/sqlNames.ts";
import type { TableStore } from "../storage/tableStore.ts";
import type { Put, SampleValue } from "./sampleRow.ts";

/** Where rows are written. */
export interface RowPlace {
	readonly schema: SandboxSchema;
	readonly database: Database;
	readonly store: TableStore;
}

/** Puts what stands for one column into storage: its value, and what storage keeps beside it. */
type Step = (value: SampleValue, into: SqlValue[]) => void;

const versionsAtOnce = 100;

/**
 * Writes many rows of one table by one prepared statement, past all checks of the service: the caller answers for the
 * values. What is kept beside a value (folded text, target of a lookup, row version) is added here.
 *
 * A row is put column by column and then stored. The first row decides the columns and their order; one that the schema
 * does not have or does not store is left out.
 */
export class RowWriter {
	readonly #place: RowPlace;
	readonly #table: SandboxTable;
	readonly #names: string[] = [];
	readonly #steps: Step[] = [];
	#statement: StatementSync | undefined;
	#values: SqlValue[] = [];
	/** Columns of this row so far. */
	#at = 0;
	#version = 0;
	#versionsLeft = 0;

	constructor(place: RowPlace, table: SandboxTable) {
		place.store.ensure(table);
		this.#place = place;
		this.#table = table;
	}

	readonly put: Put = (column, value) => {
		if (this.#statement === undefined) this.#learn(column);
		else if (this.#names[this.#at] !== column) throw new Error(`${column} is not in its place.`);
		this.#steps[this.#at]?.(value, this.#values);
		this.#at += 1;
	};

	/** Stores the row that was put. */
	store(): void {
		this.#statement ??= this.#prepare();
		this.#values.push(this.#nextVersion());
		this.#statement.run(...this.#values);
		this.#values = [];
		this.#at = 0;
	}

	#learn(name: string): void {
		const column = this.#table.columns.get(name);
		this.#names.push(name);
		this.#steps.push(column?.stored === true && column.generated !== true ? stepOf(column) : leaveOut);
	}

	#prepare(): StatementSync {
		const columns = this.#names.flatMap((name, place) => {
			const column = this.#steps[place] === leaveOut ? undefined : this.#table.columns.get(name);
			return column === undefined ? [] : sqlColumns(column);
		});
		columns.push("versionnumber");
		const holes = columns.map(() => "?").join(",");
		const into = `${quoted(this.#table.logicalName)} (${columns.map(quoted).join(",")})`;
		return this.#place.database.statement(`INSERT INTO ${into} VALUES (${holes})`);
	}

	/** Versions are taken in portions: asking for each would be a second statement per row. */
	#nextVersion(): number {
		if (this.#versionsLeft === 0) {
			this.#version = this.#place.store.nextVersion(versionsAtOnce);
			this.#versionsLeft = versionsAtOnce;
		}
		this.#versionsLeft -= 1;
		return this.#version++;
	}
}

const leaveOut: Step = () => undefined;

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
