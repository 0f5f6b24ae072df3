import type { ClientResult, Page } from "../dataverseClient.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { QueryOptions } from "../requestOptions.ts";
import { readPage } from "./readPage.ts";
import { readPreferences } from "./readPreferences.ts";

/**
 * Pages of a query, each fetched when it is asked for, and none kept. Ends after the last page or the first problem. Who
 * leaves the loop, or calls `return` while a page is under way, ends the request at once. Each loop begins at the start.
 */
export function queryPages(
	exchange: Exchange,
	path: string,
	options: QueryOptions = {},
): AsyncIterable<ClientResult<Page>> {
	return { [Symbol.asyncIterator]: () => new Pages(exchange, path, options) };
}

const end: IteratorReturnResult<undefined> = { done: true, value: undefined };

/** No generator, because that would let `return` wait for the page that is under way. */
class Pages implements AsyncIterator<ClientResult<Page>, undefined> {
	readonly #exchange: Exchange;
	readonly #options: QueryOptions;
	readonly #left = new AbortController();
	#next: string | undefined;
	#rows = 0;
	#pages = 0;
	/** Who asks for several pages at once gets them one after the other. It resolves to nothing: no page is kept. */
	#last: Promise<unknown> = Promise.resolve();

	constructor(exchange: Exchange, path: string, options: QueryOptions) {
		this.#exchange = exchange;
		this.#options = options;
		this.#next = path;
	}

	async next(): Promise<IteratorResult<ClientResult<Page>, undefined>> {
		const page = this.#last.then(async () => await this.#fetch());
		this.#last = page.then(() => undefined);
		return await page;
	}

	return(): Promise<IteratorReturnResult<undefined>> {
		this.#next = undefined;
		this.#left.abort();
		return Promise.resolve(end);
	}

	async #fetch(): Promise<IteratorResult<ClientResult<Page>, undefined>> {
		const url = this.#next;
		if (url === undefined) return end;
		this.#next = undefined;
		const result = await this.#send(url);
		if (this.#left.signal.aborted) return end;
		if (result.ok) {
			this.#next = result.value.next;
			this.#tell(result.value);
		}
		return { done: false, value: result };
	}

	/** The person's signal and the loop's own both end it. */
	async #send(url: string): Promise<ClientResult<Page>> {
		const { signal } = this.#options;
		const either = new AbortController();
		const stop = (): void => {
			either.abort();
		};
		if (signal?.aborted === true) stop();
		signal?.addEventListener("abort", stop, { once: true });
		this.#left.signal.addEventListener("abort", stop, { once: true });
		const sent = await this.#exchange.send({
			method: "GET",
			url,
			prefer: readPreferences(this.#options),
			options: { ...this.#options, signal: either.signal },
			repeat: "safe",
			write: false,
		});
		signal?.removeEventListener("abort", stop);
		this.#left.signal.removeEventListener("abort", stop);
		return sent.ok ? readPage(this.#exchange, sent.value) : { ok: false, problem: sent.problem };
	}

	#tell({ rows, count }: Page): void {
		this.#rows += rows.length;
		this.#pages += 1;
		this.#options.onProgress?.({
			kind: "rows",
			rows: this.#rows,
			pages: this.#pages,
			...(count !== undefined && { count }),
		});
	}
}
