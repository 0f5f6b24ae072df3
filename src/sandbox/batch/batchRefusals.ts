/** Refusals of a batch or of its form. One factory for each kind of failure. */
import * as words from "../../words/sandboxBatch.ts";
import { Refusal } from "../service/refusal.ts";
import { badQueryCode } from "../service/serviceRefusals.ts";

export function batchNeedsMultipart(mediaType: string): Refusal {
	return new Refusal(415, "", words.batchNeedsMultipart(mediaType));
}

export function batchMalformed(reason: keyof typeof words.batchReasons): Refusal {
	return new Refusal(400, badQueryCode, words.batchMalformed(words.batchReasons[reason]));
}

export function methodInChangeSet(method: string): Refusal {
	return new Refusal(400, badQueryCode, words.methodInChangeSet(method));
}

export function contentIdMissing(): Refusal {
	return new Refusal(400, badQueryCode, words.contentIdMissing());
}

export function contentIdRepeated(id: string): Refusal {
	return new Refusal(400, badQueryCode, words.contentIdRepeated(id));
}

/** A reference to a part that comes later or never. */
export function contentIdUnknown(id: string): Refusal {
	return new Refusal(400, badQueryCode, words.contentIdUnknown(id));
}

export function tooManyParts(limit: number): Refusal {
	return new Refusal(400, badQueryCode, words.tooManyParts(limit));
}

export function batchInBatch(): Refusal {
	return new Refusal(400, badQueryCode, words.batchInBatch());
}

/** What the service answers to a last part whose lines do not end as they should. */
export function streamNotReadable(segment: string): Refusal {
	return new Refusal(400, "0x80048d19", words.streamNotReadable(segment));
}
