import type { RequestEntry } from "../../core/client/requestLog.ts";
import type { Message } from "../../words/message.ts";
import { bodySize, milliseconds, repeated, requestProblem, requestWords, statusIs } from "../../words/requests.ts";

/** How a request looks in the list. */
export interface RequestRow {
	/** "GET accounts": the query follows after what is told of the answer, because it may be long. */
	readonly label: string;
	readonly description: string;
	/** What a screen reader says: everything of the row, with words in the place of signs. */
	readonly accessible: string;
	readonly state: "running" | "done" | "repeated" | "failed";
	readonly details: readonly RequestDetail[];
	/** Whether the service told an id to search its logs by. */
	readonly hasResponseId: boolean;
}

export interface RequestDetail {
	readonly name: string;
	readonly value: string;
}

interface Speech {
	readonly say: (message: Message) => string;
	/** A time of day. */
	readonly time: (milliseconds: number) => string;
}

/** Pure: times and sentences are handed in. */
export function requestRow(entry: RequestEntry, speech: Speech): RequestRow {
	const { say } = speech;
	const { end, method, url, environment } = entry;
	const [path = "", query] = shortUrl(url).split(/\?(.*)/s);
	const label = `${method} ${path}`;
	const outcome = outcomeOf(entry, say);
	const facts =
		end === undefined ? [] : [milliseconds(end.milliseconds), ...(end.size > 0 ? [bodySize(end.size)] : [])];
	const retries = end !== undefined && end.retries > 0 ? [repeated(end.retries)] : [];
	const asked = query === undefined || query === "" ? [] : [`?${query}`];
	const parts = [...[...facts, ...retries].map(say), environment, speech.time(entry.startedAt), ...asked];
	const spoken = end?.status === undefined ? outcome : say(statusIs(outcome));
	return {
		label,
		description: [outcome, ...parts].join(" · "),
		accessible: [label, spoken, ...parts].join(", "),
		state: stateOf(entry),
		details: detailsOf(entry, speech),
		hasResponseId: end?.serviceRequestId !== undefined,
	};
}

/** Whether it failed: no answer, or one that is neither 2xx nor 304. */
export function isFailure({ end }: RequestEntry): boolean {
	if (end === undefined) return false;
	return end.status === undefined || !(end.status < 300 || end.status === 304);
}

function stateOf(entry: RequestEntry): RequestRow["state"] {
	if (entry.end === undefined) return "running";
	if (isFailure(entry)) return "failed";
	return entry.end.retries > 0 ? "repeated" : "done";
}

function outcomeOf({ end }: RequestEntry, say: Speech["say"]): string {
	if (end === undefined) return say(requestWords.running);
	return end.status === undefined ? say(requestProblem(end.problem ?? "")) : String(end.status);
}

/** Without the part that all requests have in common, and readable: "accounts?$filter=name eq 'x'". */
export function shortUrl(url: string): string {
	const path = url.replace(/^https?:\/\/[^/]*/, "").replace(/^\/api\/data\/v[\d.]+\//, "");
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

function detailsOf(entry: RequestEntry, speech: Speech): readonly RequestDetail[] {
	const { end, headers } = entry;
	const { say } = speech;
	const detail = (name: Message, value: string | undefined): readonly RequestDetail[] =>
		value === undefined || value === "" ? [] : [{ name: say(name), value }];
	const id = Object.entries(headers).find(([name]) => name.toLowerCase() === "x-ms-client-request-id")?.[1];
	return [
		...detail(requestWords.url, entry.url),
		...detail(requestWords.environment, entry.environment),
		...detail(requestWords.started, speech.time(entry.startedAt)),
		...detail(requestWords.status, outcomeOf(entry, say)),
		...detail(requestWords.duration, end && say(milliseconds(end.milliseconds))),
		...detail(requestWords.size, end && say(bodySize(end.size))),
		...detail(requestWords.repeats, end && end.retries > 0 ? String(end.retries) : undefined),
		...detail(requestWords.remainingRequests, end?.remainingRequests),
		...detail(requestWords.remainingTime, end?.remainingTime),
		...detail(requestWords.clientRequestId, id),
		...detail(requestWords.serviceRequestId, end?.serviceRequestId),
	];
}
