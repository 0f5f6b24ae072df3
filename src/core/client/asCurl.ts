import type { RequestEntry } from "./requestLog.ts";
import { withoutCredentials } from "./requestJournal.ts";

/**
 * The request as a command for a POSIX shell. The token is not in it: the shell puts in that of the variable
 * `DATAVERSE_TOKEN`. Whatever stands in URL, headers or body, the shell and curl take it as it is.
 */
export function asCurl({ method, url, headers, body }: RequestEntry): string {
	const sent = Object.entries(withoutCredentials(headers)).map(([name, value]) => `--header ${header(name, value)}`);
	return [
		// Without globoff curl reads braces and brackets in the URL as patterns.
		`curl --globoff --compressed --request ${quoted(method)} --url ${quoted(url)}`,
		'--header "Authorization: Bearer $DATAVERSE_TOKEN"',
		...sent,
		...(body === undefined ? [] : [`--data-raw ${quoted(body)}`]),
	].join(" \\\n  ");
}

/** curl leaves out a header that ends with its colon; one that is meant to be empty ends with a semicolon. */
function header(name: string, value: string): string {
	return quoted(value === "" ? `${name};` : `${name}: ${value}`);
}

/** Within single quotes a shell takes everything as it is but the single quote itself. It knows no character 0. */
function quoted(text: string): string {
	return `'${text.replaceAll("\0", "").replaceAll("'", "'\\''")}'`;
}
