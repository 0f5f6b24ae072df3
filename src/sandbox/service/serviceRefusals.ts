/** Refusals of a request as a whole, before any table is looked at. One factory for each kind of failure. */
import * as words from "../../words/sandboxService.ts";
import { Refusal } from "./refusal.ts";

/** Code of a query that is not understood or not allowed. */
export const badQueryCode = "0x80060888";

export function noSuchAddress(path: string): Refusal {
	return new Refusal(404, "", words.noSuchAddress(path));
}

export function versionNotUnderstood(version: string): Refusal {
	return new Refusal(400, badQueryCode, words.versionNotUnderstood(version));
}

export function versionNotInSandbox(version: string): Refusal {
	return new Refusal(404, "", words.versionNotInSandbox(version));
}

/** The first segment of the path names nothing; names are compared with their case. */
export function segmentNotFound(segment: string): Refusal {
	return new Refusal(404, "0x8006088a", words.segmentNotFound(segment));
}

export function methodNotSupported(method: string): Refusal {
	return new Refusal(405, "", words.methodNotSupported(method));
}

export function mediaTypeNotSupported(mediaType: string): Refusal {
	return new Refusal(415, "", words.mediaTypeNotSupported(mediaType));
}

export function queryOptionNotSupported(option: string): Refusal {
	return new Refusal(400, badQueryCode, words.queryOptionNotSupported(option));
}

export function syntaxError(position: number, text: string): Refusal {
	return new Refusal(400, badQueryCode, words.syntaxError(position, text));
}

export function queryOptionRepeated(option: string): Refusal {
	return new Refusal(400, badQueryCode, words.queryOptionRepeated(option));
}

export function badPathSyntax(): Refusal {
	return new Refusal(400, badQueryCode, words.badPathSyntax());
}

export function uriTooLong(): Refusal {
	return new Refusal(400, badQueryCode, words.uriTooLong());
}

/** Impersonation of somebody who is not there. */
export function userNotMember(): Refusal {
	return new Refusal(403, "0x80072560", words.userNotMember());
}

export function guidExpected(header: string): Refusal {
	return new Refusal(400, badQueryCode, words.guidExpected(header));
}

/**
 * For what the service can do and the sandbox cannot, in one sentence that says so.
 *
 * @param what as a reader would name it: "fetchXml", "$apply", "The action WinOpportunity".
 */
export function notInSandboxYet(what: string): Refusal {
	return new Refusal(501, "", words.notInSandboxYet(what));
}

/** Our own mistake: the log has it. */
export function unexpectedFailure(): Refusal {
	return new Refusal(500, "0x80040216", words.unexpectedFailure());
}

/** The disk is full, the file is gone: nothing that the request could do about. */
export function databaseFailure(reason: string): Refusal {
	return new Refusal(500, "0x80044150", words.databaseFailure(reason));
}
