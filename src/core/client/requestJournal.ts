import type { RequestEntry, RequestLog } from "./requestLog.ts";

/** Entries, and characters of their bodies all together, that are kept; the oldest go first. */
const mostEntries = 500;
const mostBody = 8_000_000;

/** The requests of all clients of this window, in the order in which they began. Kept in memory only. */
export class RequestJournal {
	readonly #listeners = new Set<() => void>();
	#entries: readonly RequestEntry[] = [];
	#last = 0;

	get entries(): readonly RequestEntry[] {
		return this.#entries;
	}

	/** @param environment as people know it. */
	logFor(environment: string): RequestLog {
		return {
			started: (begun) => {
				const number = ++this.#last;
				this.#change(
					bounded([...this.#entries, { ...begun, headers: withoutCredentials(begun.headers), number, environment }]),
				);
				return (end) => {
					this.#change(this.#entries.map((entry) => (entry.number === number ? { ...entry, end } : entry)));
				};
			},
		};
	}

	clear(): void {
		this.#change([]);
	}

	/** Told of every change; gives the function that ends it. */
	onDidChange(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	#change(entries: readonly RequestEntry[]): void {
		this.#entries = entries;
		for (const listener of this.#listeners) listener();
	}
}

/** The client does not give them; should anybody, they are not kept. */
export function withoutCredentials(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
	return Object.fromEntries(
		Object.entries(headers).filter(([name]) => !/^(?:proxy-)?authorization$|cookie$/i.test(name)),
	);
}

/** The newest is kept whatever its size. */
function bounded(entries: readonly RequestEntry[]): readonly RequestEntry[] {
	let body = 0;
	let first = entries.length - 1;
	for (; first > 0 && entries.length - first < mostEntries; first -= 1) {
		body += (entries[first]?.body ?? "").length;
		if (body + (entries[first - 1]?.body ?? "").length > mostBody) break;
	}
	return entries.slice(Math.max(0, first));
}
