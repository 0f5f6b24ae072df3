/** Faults on demand: their grammar for people, what is wrong with a specification, and what a fault answers. */
import { type Message, message } from "./message.ts";

/** The grammar in the words of the help. README and control route tell the same. */
export const faultHelp: readonly Message[] = [
	message(
		"Rules are separated by semicolons; each is a kind and its settings: 429 every=5 retry-after=2; latency ms=50-200",
	),
	message("429 limit=requests|time|concurrency retry-after=SECONDS: a service protection limit"),
	message("500, 502, 503 (retry-after=SECONDS), 504: the service fails, nothing is done"),
	message("latency ms=N or ms=FROM-TO: the answer comes later"),
	message("reset when=before|after: the connection breaks, before or after the request was carried out"),
	message("cut bytes=N: the answer breaks off after N bytes of its body"),
	message("expired: the token is refused as one that has expired"),
	message("412: somebody else changes the record just before a request with If-Match"),
	message("403 table=NAME row=ID column=NAME: no right to a table, one record or one column"),
	message("Each rule: on=NAME (first word of the path) method=GET,POST skip=N times=N every=N rate=0.3"),
];

export function faultKindUnknown(kind: string): Message {
	return message("There is no fault of the kind '{kind}'.", { kind });
}

export function faultSettingMalformed(text: string): Message {
	return message("'{text}' is no setting: write name=value.", { text });
}

export function faultSettingUnknown(kind: string, name: string): Message {
	return message("A fault of the kind {kind} has no setting '{name}'.", { kind, name });
}

export function faultValueWrong(name: string, value: string): Message {
	return message("'{value}' is no value for {name}.", { name, value });
}

export function faultNeedsSetting(kind: string, names: string): Message {
	return message("A fault of the kind {kind} needs {names}.", { kind, names });
}

export function tooManyRequests(limit: number): Message {
	return message("Number of requests exceeded the limit of {limit} over time window of 300 seconds.", { limit });
}

export function tooMuchTime(): Message {
	return message(
		"Combined execution time of incoming requests exceeded limit of 1,200,000 milliseconds over time window of 300 seconds. Decrease number of concurrent requests or reduce the duration of requests and try again later.",
	);
}

export function tooManyAtOnce(limit: number): Message {
	return message("Number of concurrent requests exceeded the limit of {limit}.", { limit });
}

export function serverFault(status: number): Message {
	return message("The sandbox was asked to fail with {status}.", { status });
}

export function noRight(what: string): Message {
	return message("Principal user is missing a privilege for {what}. The sandbox was asked to refuse it.", { what });
}
