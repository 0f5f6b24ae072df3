import type { FaultCount } from "../faults/faults.ts";
import { exportTo, importFrom, type TransferChannel, type TransferOptions } from "./transferFiles.ts";

/** Thrown where the sandbox does not do what it was asked; the message is its own sentence. */
export class ControlError extends Error {
	readonly status: number;

	constructor(status: number, message: string) {
		super(message);
		this.name = "ControlError";
		this.status = status;
	}
}

export interface TableCount {
	readonly table: string;
	readonly rows: number;
}

/** How long a server may take to say that it is there, milliseconds. */
const statusPatience = 2000;

/** What a running sandbox can be told, by the process that started it and by any other that knows its token. */
export class SandboxControl {
	readonly #url: string;
	readonly #token: string;

	constructor(url: string, token: string) {
		this.#url = url;
		this.#token = token;
	}

	/** The instance that answers; rejects where none does. */
	async status(): Promise<{ readonly instance: string; readonly pid: number; readonly file?: string }> {
		const signal = AbortSignal.timeout(statusPatience);
		return (await this.#send("GET", "status", undefined, signal)) as {
			readonly instance: string;
			readonly pid: number;
		};
	}

	/** Replaces all faults; the text is a specification as in `dvw sandbox --fault`. */
	async setFaults(specification: string): Promise<readonly FaultCount[]> {
		return countsIn(await this.#send("PUT", "faults", specification));
	}

	async faults(): Promise<readonly FaultCount[]> {
		return countsIn(await this.#send("GET", "faults"));
	}

	async clearFaults(): Promise<void> {
		await this.#send("DELETE", "faults");
	}

	/** Adds sample rows. Answers how many. */
	async addRows(rows: number, seed: number): Promise<number> {
		const { added } = (await this.#send("POST", "rows", JSON.stringify({ rows, seed }))) as { readonly added: number };
		return added;
	}

	/** Removes all rows but those that every sandbox has. */
	async reset(): Promise<void> {
		await this.#send("POST", "reset");
	}

	/** Ends the server, whoever started it. */
	async stop(): Promise<void> {
		await this.#send("POST", "stop");
	}

	/** The tables that have rows, by logical name, with how many. */
	async tables(): Promise<readonly TableCount[]> {
		const { tables } = (await this.#send("GET", "tables")) as { readonly tables: readonly TableCount[] };
		return tables;
	}

	/** Writes the sandbox, or chosen tables, to a file of this machine. Answers how many rows. */
	async exportTo(path: string, options: TransferOptions = {}): Promise<number> {
		return await exportTo(this.#channel, path, options);
	}

	/** Puts what a file holds in the place of what is there. Answers how many rows. */
	async importFrom(path: string, options: TransferOptions = {}): Promise<number> {
		return await importFrom(this.#channel, path, options);
	}

	readonly #channel: TransferChannel = {
		json: async (method, route, body) => await this.#send(method, route, body),
		bytes: async (method, route) => new Uint8Array(await (await this.#fetch(method, route)).arrayBuffer()),
	};

	async #send(method: string, route: string, body?: string | Uint8Array, signal?: AbortSignal): Promise<unknown> {
		return await (await this.#fetch(method, route, body, signal)).json();
	}

	async #fetch(method: string, route: string, body?: string | Uint8Array, signal?: AbortSignal): Promise<Response> {
		const response = await fetch(`${this.#url}/sandbox/${route}`, {
			method,
			headers: { authorization: `Bearer ${this.#token}` },
			...(body !== undefined && { body }),
			...(signal !== undefined && { signal }),
		});
		if (response.ok) return response;
		const answer = (await response.json()) as { readonly error?: { readonly message: string } };
		throw new ControlError(response.status, answer.error?.message ?? response.statusText);
	}
}

function countsIn(answer: unknown): readonly FaultCount[] {
	return (answer as { readonly faults: readonly FaultCount[] }).faults;
}
