import { parseUrl } from "../core/base/parseUrl.ts";

/** Where an environment says that its users sign in, as its 401 tells. */
export interface Challenge {
	/** Origin of the authority: "https://login.microsoftonline.com". */
	readonly authority: string;
	/** Id or domain of the tenant; what stands there, so also "common". */
	readonly tenant: string;
	/** The resource that a token must be for, as it was written; absent where none was told. */
	readonly resource?: string;
}

/**
 * Reads the WWW-Authenticate header of a 401. The service writes its values without quotation marks, names the endpoint of
 * version 1 (".../TENANT/oauth2/authorize") and ends the resource with a slash; other forms of RFC 9110 are read as well.
 * Undefined where no Bearer challenge names an authority. Never throws.
 */
export function parseChallenge(header: string): Challenge | undefined {
	const parameters = bearerParameters(header);
	const authority = authorityOf(parameters.get("authorization_uri") ?? parameters.get("authorization") ?? "");
	if (authority === undefined) return undefined;
	const resource = parameters.get("resource_id") ?? parameters.get("resource");
	return { ...authority, ...(resource !== undefined && { resource }) };
}

/** A scheme and what follows it, or one `name=value`. A blank may stand around "=", a comma or a blank after the value. */
const piece = /([\w-]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^\s,"]+)|([A-Za-z][\w-]*)(?=\s|$|,)/g;

/** Parameters of the first Bearer challenge; the header may list several schemes. Names are case-insensitive. */
function bearerParameters(header: string): ReadonlyMap<string, string> {
	const parameters = new Map<string, string>();
	let isBearer = false;
	for (const [, name, value, scheme] of header.matchAll(piece)) {
		if (scheme !== undefined) {
			if (isBearer && parameters.size > 0) break;
			isBearer = scheme.toLowerCase() === "bearer";
		} else if (isBearer && name !== undefined && value !== undefined) {
			const key = name.toLowerCase();
			if (!parameters.has(key)) parameters.set(key, unquoted(value));
		}
	}
	return parameters;
}

function unquoted(value: string): string {
	return value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, "$1") : value;
}

/** Host and tenant of ".../TENANT/oauth2/authorize", ".../TENANT/oauth2/v2.0/authorize" or ".../TENANT". */
function authorityOf(text: string): Pick<Challenge, "authority" | "tenant"> | undefined {
	const url = parseUrl(text);
	if (url === undefined) return undefined;
	const { protocol, origin, pathname, username, password } = url;
	const [tenant = ""] = pathname.split("/").slice(1);
	if (protocol !== "https:" || username !== "" || password !== "" || !isTenant(tenant)) return undefined;
	return { authority: origin, tenant };
}

/** Whether a text can be a tenant: an id or a domain. It becomes part of a URL, so nothing else may pass. */
export function isTenant(text: string): boolean {
	return /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?$/.test(text) && !text.includes("..");
}
