/** What the sandbox says about a batch. */
import { type Message, message } from "./message.ts";

export function batchNeedsMultipart(mediaType: string): Message {
	return message(
		"A batch must have a content type of multipart/mixed with a boundary; this one has '{mediaType}'. JSON batches are not supported.",
		{ mediaType },
	);
}

export function batchMalformed(reason: string): Message {
	return message("The batch request cannot be read: {reason}", { reason });
}

export const batchReasons = {
	noParts: "its boundary does not occur in the body",
	notClosed: "the closing boundary is missing",
	badHeader: "a header line is not of the form name: value",
	badPartType: "a part must be application/http or, outside of change sets, multipart/mixed with a boundary",
	badEncoding: "the Content-Transfer-Encoding of a part must be binary",
	badRequestLine: "a request line must be METHOD URL HTTP/1.1",
	changeSetInChangeSet: "a change set may not hold another one",
} as const;

export function methodInChangeSet(method: string): Message {
	return message(
		"An invalid HTTP method '{method}' was detected for a request in a change set. Requests in change sets only support the HTTP methods 'POST', 'PUT', 'DELETE', and 'PATCH'.",
		{ method },
	);
}

export function contentIdMissing(): Message {
	return message("Each request of a change set needs a Content-ID header.");
}

export function contentIdRepeated(id: string): Message {
	return message("The Content-ID '{id}' occurs more than once in its change set.", { id });
}

export function contentIdUnknown(id: string): Message {
	return message("Content-ID Reference: '${id}' does not exist in the batch context.", { id });
}

export function tooManyParts(limit: number): Message {
	return message("A batch may hold up to {limit} requests.", { limit });
}

export function batchInBatch(): Message {
	return message("A batch request may not contain another batch request.");
}

export function streamNotReadable(segment: string): Message {
	return message(
		"Error identified in Payload provided by the user for Entity :'{segment}'  ---->  InnerException : System.ArgumentException: Stream was not readable.",
		{ segment },
	);
}
