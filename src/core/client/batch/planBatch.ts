import { parseUrl } from "../../base/parseUrl.ts";
import type { Outcome } from "../../base/outcome.ts";
import type { BatchItem } from "../batchItem.ts";
import type { ClientProblem, InvalidBatch } from "../clientProblem.ts";
import type { RawRequest } from "../dataverseClient.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { isBatchPath } from "../isBatchPath.ts";
import { partHeaders } from "./partHeaders.ts";

/** A request as it stands in a batch. */
export interface BatchPart {
	readonly method: RawRequest["method"];
	/** From the host on, encoded; or a reference to an earlier part: "$1/primarycontactid/$ref". */
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string;
	readonly contentId: string;
}

export type PlannedItem =
	| { readonly kind: "request"; readonly part: BatchPart }
	| { readonly kind: "changeSet"; readonly parts: readonly BatchPart[] };

/** https://learn.microsoft.com/power-apps/developer/data-platform/webapi/execute-batch-operations-using-web-api */
const mostRequests = 1000;
/** Characters. */
const longestUrl = 65_536;

type Planned<Value> = Outcome<Value, ClientProblem>;

/** Everything that can be known to be wrong is found before anything is sent. */
export function planBatch(exchange: Exchange, items: readonly BatchItem[]): Planned<readonly PlannedItem[]> {
	const requests = items.reduce((sum, item) => sum + ("changeSet" in item ? item.changeSet.length : 1), 0);
	if (requests > mostRequests) return refused("tooManyRequests", mostRequests + 1);
	const planner = new Planner(exchange);
	const planned: PlannedItem[] = [];
	for (const item of items) {
		const plan = "changeSet" in item ? planner.changeSet(item.changeSet) : planner.single(item);
		if (!plan.ok) return plan;
		planned.push(plan.value);
	}
	return { ok: true, value: planned };
}

class Planner {
	readonly #exchange: Exchange;
	readonly #contentIds = new Set<string>();
	#place = 0;

	constructor(exchange: Exchange) {
		this.#exchange = exchange;
	}

	single(request: RawRequest): Planned<PlannedItem> {
		const part = this.#part(request);
		return part.ok ? { ok: true, value: { kind: "request", part: part.value } } : part;
	}

	changeSet(requests: readonly RawRequest[]): Planned<PlannedItem> {
		if (requests.length === 0) return refused("emptyChangeSet", this.#place + 1);
		const parts: BatchPart[] = [];
		for (const request of requests) {
			if (request.method === "GET") return refused("readInChangeSet", this.#place + 1);
			const part = this.#part(request);
			if (!part.ok) return part;
			parts.push(part.value);
		}
		return { ok: true, value: { kind: "changeSet", parts } };
	}

	#part(request: RawRequest): Planned<BatchPart> {
		this.#place += 1;
		const url = this.#url(request.path);
		if (!url.ok) return url;
		const headers = partHeaders(request);
		if (!headers.ok) return headers;
		const { contentId = String(this.#place), sent } = headers.value;
		if (this.#contentIds.has(contentId)) return refused("repeatedContentId", this.#place);
		this.#contentIds.add(contentId);
		const { method, body } = request;
		const hasBody = body !== undefined && method !== "GET";
		return { ok: true, value: { method, url: url.value, headers: sent, contentId, ...(hasBody && { body }) } };
	}

	#url(path: string): Planned<string> {
		if (isReference(path)) return { ok: true, value: path };
		const own = this.#exchange.ownUrl(path);
		if (own === undefined) {
			const origin = parseUrl(path, this.#exchange.serviceRoot)?.origin ?? path.slice(0, 200);
			return { ok: false, problem: { code: "foreignOrigin", origin } };
		}
		if (own.length > longestUrl) return refused("urlTooLong", this.#place);
		const { pathname, search } = new URL(own);
		if (isBatchPath(pathname)) return refused("batchInBatch", this.#place);
		return { ok: true, value: pathname + search };
	}
}

/** What begins with a dollar and is none: "$metadata". Nothing in a reference could end the line that it stands on. */
function isReference(path: string): boolean {
	return /^\$(?!(?:metadata|batch|entity|all|crossjoin)\b)[\w.~-]+(?:[/?][\x21-\x7e]*)?$/.test(path);
}

function refused(
	reason: InvalidBatch["reason"],
	place: number,
): { readonly ok: false; readonly problem: InvalidBatch } {
	return { ok: false, problem: { code: "invalidBatch", reason, place } };
}
