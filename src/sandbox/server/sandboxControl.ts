import type { FaultCount } from "../faults/faults.ts";

/** Thrown where the sandbox does not do what it was asked; the message is its own sentence. */
export class ControlError extends Error {
	readonly status: number;

	constructor(status: number, message: string) {
		super(message);
		this.name = "ControlError";
		this.status = status;
	}
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

	async #send(method: string, route: string, body?: string, signal?: AbortSignal): Promise<unknown> {
		const response = await fetch(`${this.#url}/sandbox/${route}`, {
			method,
			headers: { authorization: `Bearer ${this.#token}` },
			...(body !== undefined && { body }),
			...(signal !== undefined && { signal }),
		});
		const answer = (await response.json()) as { readonly error?: { readonly message: string } };
		if (!response.ok) throw new ControlError(response.status, answer.error?.message ?? response.statusText);
		return answer;
	}
}

function countsIn(answer: unknown): readonly FaultCount[] {
	return (answer as { readonly faults: readonly FaultCount[] }).faults;
}
