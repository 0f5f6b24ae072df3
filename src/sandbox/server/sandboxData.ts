import { addSample } from "../sample/addSample.ts";
import { writeIdentity } from "../sample/identityRows.ts";
import { createService, type Service, type ServiceOptions } from "../service/service.ts";
import { clearDatabase } from "../storage/clearDatabase.ts";

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
		const { clock, database } = this.#options;
		const { schema, store } = this.#service;
		const report = addSample({ schema, store, database }, { rows, seed, anchor: clock() });
		return [...(report?.values() ?? [])].reduce((sum, count) => sum + count, 0);
	}

	/** Back to a sandbox as it is made: only the rows that every one has. */
	reset(): void {
		clearDatabase(this.#options.database);
		this.#service = serviceWithIdentity(this.#options);
	}
}

function serviceWithIdentity(options: ServiceOptions): Service {
	const service = createService(options);
	const { schema, store } = service;
	writeIdentity({ schema, store, database: options.database }, options.clock());
	return service;
}
