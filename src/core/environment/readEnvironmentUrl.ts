import { parseUrl } from "../base/parseUrl.ts";
import type { Outcome } from "../base/outcome.ts";
import type { Cloud } from "./cloud.ts";
import { cloudOf } from "./cloudOf.ts";

/** Where an environment is, as far as its address tells. */
export interface EnvironmentAddress {
	/** Origin of the app. */
	readonly url: string;
	/** Origin of the API, where the text named it. */
	readonly apiUrl?: string;
	/** A name to begin with: the first part of the host name. */
	readonly name: string;
	/** Absent on this machine and for hosts that are in none of the clouds. */
	readonly cloud?: Cloud;
	readonly isLoopback: boolean;
}

export type EnvironmentUrlProblem =
	| "empty"
	| "notAUrl"
	/** Tokens go over TLS only, save to this machine. */
	| "notSecure"
	/** A user name or password in the URL. */
	| "credentials"
	/** A page of Power Apps, Power Automate or an admin centre: it does not tell the environment's address. */
	| "portal"
	/** A discovery service, which is no environment. */
	| "discovery";

/**
 * What a person pasted: the address of an app with any path behind it, of the API, a bare host name, a connection string.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/compose-http-requests-handle-errors
 */
export function readEnvironmentUrl(
	text: string,
	clouds: readonly Cloud[],
): Outcome<EnvironmentAddress, EnvironmentUrlProblem> {
	const address = addressIn(text);
	if (address === "") return no("empty");
	const url = parse(address);
	if (url === undefined) return no("notAUrl");
	const isLoopback = isLoopbackHost(url.hostname);
	if (url.username !== "" || url.password !== "") return no("credentials");
	if (url.protocol !== "https:" && !(isLoopback && url.protocol === "http:")) return no("notSecure");
	if (isPortal(url.hostname)) return no("portal");
	if (/^(globaldisco|disco)\./.test(url.hostname)) return no("discovery");
	if (!isLoopback && !url.hostname.includes(".")) return no("notAUrl");
	return { ok: true, value: addressOf(url, isLoopback, clouds) };
}

/** "127.0.0.1", "localhost" and the same of IPv6, as URL spells them. */
export function isLoopbackHost(hostname: string): boolean {
	return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
}

function no(problem: EnvironmentUrlProblem): Outcome<never, EnvironmentUrlProblem> {
	return { ok: false, problem };
}

/** Takes a connection string apart, and quotes and brackets off. */
function addressIn(text: string): string {
	const fromConnection = /(?:^|;)\s*(?:url|service ?uri|server)\s*=\s*([^;]+)/i.exec(text)?.[1];
	return (fromConnection ?? text).trim().replace(/^[<"'`(]+|[>"'`),;]+$/g, "");
}

function parse(address: string): URL | undefined {
	if (/\s/.test(address)) return undefined;
	const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(address);
	const whole = hasScheme ? address : `${isLoopbackHost(hostOf(address)) ? "http" : "https"}://${address}`;
	const url = parseUrl(whole);
	return url && withoutLastDot(url);
}

/** A host name may end with a dot and be the same host: it must not pass for another environment. */
function withoutLastDot(url: URL): URL {
	const host = url.hostname.replace(/\.+$/, "");
	return host === url.hostname || host === "" ? url : new URL(url.href.replace(url.hostname, host));
}

/** Host of an address without a scheme; a mistake here only chooses the wrong scheme to try. */
function hostOf(address: string): string {
	return /^(\[[^\]]*\]|[^/:?#]*)/.exec(address)?.[0] ?? "";
}

/** Sites of makers and administrators: https://learn.microsoft.com/power-platform/admin/online-requirements */
function isPortal(hostname: string): boolean {
	return (
		/(^|\.)(powerapps|powerautomate|powerplatform|flow)\.(microsoft\.)?(com|us|cn)$/.test(hostname) ||
		/^(home\.dynamics\.com|make\.([a-z]+\.)?appsplatform\.us)$/.test(hostname) ||
		hostname.endsWith(".powerappsportals.com")
	);
}

function addressOf(url: URL, isLoopback: boolean, clouds: readonly Cloud[]): EnvironmentAddress {
	const cloud = isLoopback ? undefined : cloudOf(url.href, clouds);
	// "contoso.api.crm4.dynamics.com" is the API of "contoso.crm4.dynamics.com": the form in which discovery gives both.
	const api = cloud === undefined ? null : /^([^.]+)\.api\.(.+)$/.exec(url.hostname);
	const app = api === null ? url.origin : `https://${api[1] ?? ""}.${api[2] ?? ""}`;
	return {
		url: app,
		...(api !== null && { apiUrl: url.origin }),
		name: isLoopback ? url.host : (url.hostname.split(".")[0] ?? url.host),
		...(cloud !== undefined && { cloud }),
		isLoopback,
	};
}
