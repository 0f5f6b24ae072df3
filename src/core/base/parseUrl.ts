/** Characters of a host name: https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4 leaves so many for its text. */
const longestHost = 253;

/**
 * The URL that a text means, or undefined where it means none. The one way to read a URL that comes from outside: of a host
 * name of many thousand characters `URL.canParse` says yes, and then the constructor throws or not, by platform.
 *
 * @param base for a text that may be relative.
 */
export function parseUrl(text: string, base?: string): URL | undefined {
	try {
		const url = new URL(text, base);
		return url.hostname.length > longestHost ? undefined : url;
	} catch {
		return undefined;
	}
}
