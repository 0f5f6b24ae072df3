import { addSample } from "../sample/addSample.ts";
import { writeIdentity } from "../sample/identityRows.ts";
import type { RowPlace } from "../sample/rowWriter.ts";
import { createService, type Service, type ServiceOptions } from "../service/service.ts";
import { clearDatabase } from "../storage/clearDatabase.ts";
import { quoted } from "../storage/sqlNames.ts";
import type { ImportOutcome } from "../transfer/importSandbox.ts";
import { storedTableNames } from "../transfer/storedTables.ts";
import { exportToFile, importFromFile } from "../transfer/transferFile.ts";

/** The service with what is done to its data from outside the Web API. */
export class SandboxData {
	readonly #options: ServiceOptions;
	#service: Service;

	constructor(options: ServiceOptions) {
		this.#options = options;
		this.#service = serviceWithIdentity(options);
	}

	/** Not to be kept: a reset makes a new one. */
	get service(): Service {
		return this.#service;
	}

	/** Adds sample rows to what is there. Answers how many. */
	addRows(rows: number, seed: number): number {
		const report = addSample(this.#place(), { rows, seed, anchor: this.#options.clock() });
		return [...(report?.values() ?? [])].reduce((sum, count) => sum + count, 0);
	}

	/** The tables that have rows, by logical name, with how many. */
	tables(): readonly { readonly table: string; readonly rows: number }[] {
		const place = this.#place();
		const count = (table: string): number =>
			Number(place.database.get(`SELECT count(*) AS rows FROM ${quoted(table)}`)?.rows);
		return storedTableNames(place)
			.map((table) => ({ table, rows: count(table) }))
			.filter(({ rows }) => rows > 0);
	}

	/** Writes the sandbox, or only those tables, to a file. Answers how many rows. */
	exportTo(path: string, tables: ReadonlySet<string> | undefined): number {
		return exportToFile(this.#place(), path, tables);
	}

	/** Puts an exported sandbox in the place of what is there. All of it or nothing. */
	importFrom(path: string): ImportOutcome {
		return importFromFile(this.#place(), path, this.#options.clock());
	}

	/** Back to a sandbox as it is made: only the rows that every one has. */
	reset(): void {
		clearDatabase(this.#options.database);
		this.#service = serviceWithIdentity(this.#options);
	}

	#place(): RowPlace {
		const { schema, store } = this.#service;
		return { schema, store, database: this.#options.database };
	}
}

function serviceWithIdentity(options: ServiceOptions): Service {
	const service = createService(options);
	const { schema, store } = service;
	writeIdentity({ schema, store, database: options.database }, options.clock());
	return service;
}
