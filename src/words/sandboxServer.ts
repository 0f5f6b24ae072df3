/** What the sandbox's server says before a request reaches the Web API, and about its control routes. */
import { type Message, message } from "./message.ts";

export function tokenNeeded(): Message {
	return message("HTTP Error 401 - Unauthorized: Access is denied");
}

export function hostNotAllowed(host: string): Message {
	return message("The sandbox is reached as 127.0.0.1 or localhost with its port, not as '{host}'.", { host });
}

export function originNotAllowed(origin: string): Message {
	return message("The sandbox does not answer web pages: this request comes from {origin}.", { origin });
}

export function bodyTooLarge(limit: number): Message {
	return message("The request is larger than {limit} bytes.", { limit });
}

export function encodingNotSupported(encoding: string): Message {
	return message("The content encoding '{encoding}' is not supported: send gzip, deflate or none.", { encoding });
}

export function bodyNotDecoded(encoding: string): Message {
	return message("The body is not {encoding} as its Content-Encoding says.", { encoding });
}

export function requestMalformed(): Message {
	return message("The request is no HTTP request that can be read.");
}

export function requestTooSlow(): Message {
	return message("The request did not arrive in time.");
}

export function controlNotFound(path: string): Message {
	return message("There is no control route {path}.", { path });
}

export function controlBodyWrong(expected: string): Message {
	return message("This control route takes {expected}.", { expected });
}
