import { noSuchAddress, versionNotInSandbox, versionNotUnderstood } from "./serviceRefusals.ts";

/** A request's address, cut into the service and what is asked of it. */
export interface ServiceAddress {
	/** "/api/data/v9.2/", with a slash at the end whatever was written. */
	readonly root: string;
	/** What stands behind it, still percent-encoded: "accounts?$top=1". */
	readonly rest: string;
}

const prefix = "/api/data/";
const knownVersions: ReadonlySet<string> = new Set(["v9.0", "v9.1", "v9.2"]);

/**
 * Finds the service in path and query as sent. "/api/data/v9.2" alone is the service as well. Everything else that the
 * service would not know is refused.
 */
export function serviceAddress(url: string): ServiceAddress {
	const path = pathOf(url);
	if (!path.startsWith(prefix)) throw noSuchAddress(path);
	const slash = path.indexOf("/", prefix.length);
	const version = path.slice(prefix.length, slash < 0 ? undefined : slash);
	if (!knownVersions.has(version)) {
		throw /^v\d+\.\d+$/.test(version) ? versionNotInSandbox(version) : versionNotUnderstood(version);
	}
	const end = prefix.length + version.length;
	return { root: `${prefix}${version}/`, rest: slash < 0 ? url.slice(end) : url.slice(end + 1) };
}

function pathOf(url: string): string {
	const end = url.search(/[?#]/);
	return end < 0 ? url : url.slice(0, end);
}
