/** What the sandbox says about a request as a whole: its address, method, headers and form. */
import { type Message, message } from "./message.ts";

export function noSuchAddress(path: string): Message {
	return message("No HTTP resource was found that matches the request URI '{path}'.", { path });
}

export function versionNotUnderstood(version: string): Message {
	return message(
		"Requested API Version '{version}' was not understood. Please provide in the format /api/data/v<Major>.<Minor>/ (example: /api/data/v9.2/)",
		{ version },
	);
}

export function versionNotInSandbox(version: string): Message {
	return message("Version {version} of the Web API is not in the sandbox: it speaks v9.0, v9.1 and v9.2.", { version });
}

export function segmentNotFound(segment: string): Message {
	return message("Resource not found for the segment '{segment}'.", { segment });
}

export function methodNotSupported(method: string): Message {
	return message("The requested resource does not support http method '{method}'.", { method });
}

export function mediaTypeNotSupported(mediaType: string): Message {
	return message("The request entity's media type '{mediaType}' is not supported for this resource.", { mediaType });
}

export function queryOptionNotSupported(option: string): Message {
	return message("The query parameter {option} is not supported", { option });
}

/** @param position counts characters of `text` from 0. */
export function syntaxError(position: number, text: string): Message {
	return message("Syntax error at position {position} in '{text}'.", { position, text });
}

export function queryOptionRepeated(option: string): Message {
	return message("Query option '{option}' was specified more than once, but it must be specified at most once.", {
		option,
	});
}

export function badPathSyntax(): Message {
	return message("Bad Request - Error in query syntax.");
}

export function uriTooLong(): Message {
	return message("Invalid URI: The Uri string is too long.");
}

export function userNotMember(): Message {
	return message("The user is not a member of the organization.");
}

export function guidExpected(header: string): Message {
	return message("The header {header} must hold the id of a user, a GUID.", { header });
}

/** What the product cannot do yet, so that nobody takes it for a rule of the service. */
export function notInSandboxYet(what: string): Message {
	return message("{what} is not in the sandbox yet. The service itself may well know it.", { what });
}

export function unexpectedFailure(): Message {
	return message("An unexpected error occurred in the sandbox. Its log has the details.");
}

export function databaseFailure(reason: string): Message {
	return message("The sandbox's database failed: {reason}", { reason });
}
