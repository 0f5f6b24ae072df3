/** Refusals at the edge, before a request reaches the Web API. One factory for each kind of failure. */
import { english, type Message } from "../../words/message.ts";
import * as words from "../../words/sandboxServer.ts";
import { organization } from "../service/identity.ts";
import { Refusal } from "../service/refusal.ts";

/**
 * 401 with the service's challenge: without quotes, the version-1 endpoint, a slash at the end of the resource.
 *
 * @param origin as the client calls the server: "http://127.0.0.1:5000".
 */
export function tokenNeeded(origin: string): Refusal {
	const authorization = `https://login.microsoftonline.com/${organization.tenantId}/oauth2/authorize`;
	return new Refusal(401, "", words.tokenNeeded(), {
		"www-authenticate": `Bearer authorization_uri=${authorization}, resource_id=${origin}/`,
	});
}

/** A name that leads here without being ours: DNS rebinding, or a proxy. */
export function hostNotAllowed(host: string): Refusal {
	return new Refusal(403, "", words.hostNotAllowed(host));
}

export function originNotAllowed(origin: string): Refusal {
	return new Refusal(403, "", words.originNotAllowed(origin));
}

export function bodyTooLarge(limit: number): Refusal {
	return new Refusal(413, "", words.bodyTooLarge(limit));
}

export function encodingNotSupported(encoding: string): Refusal {
	return new Refusal(415, "", words.encodingNotSupported(encoding));
}

export function bodyNotDecoded(encoding: string): Refusal {
	return new Refusal(400, "", words.bodyNotDecoded(encoding));
}

export function requestMalformed(): Refusal {
	return new Refusal(400, "", words.requestMalformed());
}

export function requestTooSlow(): Refusal {
	return new Refusal(408, "", words.requestTooSlow());
}

export function controlNotFound(path: string): Refusal {
	return new Refusal(404, "", words.controlNotFound(path));
}

/** @param expected what the route takes, in words of the person who wrote the request: "a fault specification". */
export function controlBodyWrong(expected: string): Refusal {
	return new Refusal(400, "", words.controlBodyWrong(expected));
}

/** What is wrong with what a control route was given, in the words of those who read it. */
export function controlRefused(problem: Message): Refusal {
	return new Refusal(400, "", { template: english(problem), values: {} });
}
