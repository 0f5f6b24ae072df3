/** What *Show Requests* says of the requests that this window has sent. */
import type { ClientProblemCode } from "../core/client/clientProblem.ts";
import { count, counted } from "./count.ts";
import { type Message, message } from "./message.ts";

export const requestWords = {
	running: message("running"),
	environment: message("Environment"),
	started: message("Started"),
	status: message("Status"),
	duration: message("Duration"),
	size: message("Size"),
	repeats: message("Repeated"),
	remainingRequests: message("Requests left, as the service tells"),
	remainingTime: message("Execution time left, as the service tells"),
	clientRequestId: message("Request ID"),
	serviceRequestId: message("Response ID"),
	url: message("URL"),
	curlCopied: message("The request is on the clipboard as a curl command. It takes the token from DATAVERSE_TOKEN."),
	urlCopied: message("The URL is on the clipboard."),
	valueCopied: message("The value is on the clipboard."),
	filterPlaceHolder: message("Which requests are listed? All, where nothing is chosen."),
	failuresOnly: message("Failures only"),
	environments: message("environments"),
} as const;

const problems: Readonly<Record<ClientProblemCode, Message>> = {
	cancelled: message("cancelled"),
	readOnly: message("not sent: the environment is read-only"),
	foreignOrigin: message("not sent: the address is another environment's"),
	forbiddenHeader: message("not sent: a header in it may not be set"),
	invalidBatch: message("not sent: no service takes such a batch"),
	signIn: message("not sent: nobody is signed in"),
	network: message("no answer"),
	service: message("refused"),
	conflict: message("somebody else changed the record"),
	mayHaveBeenApplied: message("no answer, and it may have been applied"),
	unreadable: message("the answer cannot be read"),
};

/** Why a request has no status, in a few words. */
export function requestProblem(code: string): Message {
	return isProblemCode(code) ? problems[code] : problems.network;
}

function isProblemCode(code: string): code is ClientProblemCode {
	return Object.hasOwn(problems, code);
}

export function milliseconds(value: number): Message {
	return message("{count} ms", { count: count(Math.round(value)) });
}

/** Characters of a body, which for most bodies are its bytes, too. */
export function bodySize(characters: number): Message {
	if (characters < 1_000) return message("{count} B", { count: characters });
	if (characters < 1_000_000) return message("{count} KB", { count: (characters / 1_000).toFixed(1) });
	return message("{count} MB", { count: (characters / 1_000_000).toFixed(1) });
}

export function repeated(times: number): Message {
	return counted(times, "repeated once", "repeated {count} times");
}

export function statusIs(status: string): Message {
	return message("status {status}", { status });
}

/** The line above the list while a filter is in force. */
export function requestsFiltered(shown: number, all: number, filter: string): Message {
	return message("{shown} of {all} requests: {filter}", { shown: count(shown), all: count(all), filter });
}
