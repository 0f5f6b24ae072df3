/**
 * The URL that a text means, or undefined where it means none. The one way to read a URL that comes from outside: of a host
 * name of many thousand characters `URL.canParse` says yes, and the constructor throws all the same.
 *
 * @param base for a text that may be relative.
 */
export function parseUrl(text: string, base?: string): URL | undefined {
	try {
		return new URL(text, base);
	} catch {
		return undefined;
	}
}
