/** What `dvw` says about environments and tokens. */
import { type Message, message } from "./message.ts";

export const cliSignIn = {
	noToken: message("There is no token: set DVW_TOKEN, or give --token-stdin or --device-code."),
	notAToken: message("What was given as a token is none: it is empty, or has blanks or line breaks in it."),
	refused: message(
		"The environment does not accept the token: it has expired, is for another environment, or its user has no access. Get a new one.",
	),
	foreignAnswer: message("The discovery service did not answer with a list of environments."),
	noEnvironments: message("There is no environment in this cloud that this user has access to."),
} as const;

/** The person enters a code in a browser. */
export function enterCode(url: string, code: string, minutes: number): Message {
	return message("Open {url} and enter the code {code}. It is good for {minutes} minutes; Ctrl+C gives up.", {
		url,
		code,
		minutes: String(minutes),
	});
}

export function optionOnlyWith(option: string, other: string): Message {
	return message("{option} goes only with {other}.", { option, other });
}

export function unknownCloud(cloud: string, known: readonly string[]): Message {
	return message("There is no cloud “{cloud}”. Known are {known}.", { cloud, known: known.join(", ") });
}

export function waiting(seconds: number): Message {
	return message("The environment asks to wait, or did not answer; trying again in {seconds} s.", {
		seconds: String(seconds),
	});
}

/** Labels of what `dvw whoami` prints. */
export const whoAmIWords = {
	environment: message("Environment"),
	user: message("User"),
	businessUnit: message("Business unit"),
	organization: message("Organization"),
	version: message("Version"),
} as const;

/** Stands beside an environment that is switched off. */
export const switchedOff = message("switched off");
