import { parseUrl } from "../../base/parseUrl.ts";

/** A URL of the environment, or the origin that it would have led to. */
export type OwnUrl = { readonly ok: true; readonly url: URL } | { readonly ok: false; readonly origin: string };

/** Host names of this machine, the only ones that are spoken to without TLS: the sandbox, and tests. */
const loopback = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/;

/**
 * The origins of one environment: of its app and of its API. A token goes to them and nowhere else, so every URL passes
 * here, ours and those that the service gives. Origins are compared as the platform that sends the request reads them.
 */
export class OwnOrigins {
	/** "https://contoso.crm4.dynamics.com/api/data/v9.2/" */
	readonly serviceRoot: string;
	readonly #origins: ReadonlySet<string>;

	/** An origin without TLS that is not of this machine, or is none at all, is not taken: nothing is ever sent there. */
	constructor(origins: readonly (string | undefined)[], apiVersion: string) {
		const [app = ""] = origins;
		const known = origins.flatMap((origin) => {
			const url = origin === undefined ? undefined : parseUrl(origin);
			return url !== undefined && isSafe(url) ? [url.origin] : [];
		});
		this.#origins = new Set(known);
		this.serviceRoot = `${parseUrl(app)?.origin ?? "https://invalid.invalid"}/api/data/v${apiVersion}/`;
	}

	/**
	 * The URL that a text means: whole, or relative to the base. User names in it are refused: they would be sent, and they
	 * are how a host is made to look like another.
	 */
	resolve(text: string, base = this.serviceRoot): OwnUrl {
		const url = parseUrl(withoutLoss(text), base);
		if (url === undefined) return { ok: false, origin: text.slice(0, 200) };
		// "blob:https://..." has the origin of what stands behind it.
		if (!/^https?:$/.test(url.protocol)) return { ok: false, origin: url.protocol };
		if (!this.#origins.has(url.origin) || url.username !== "" || url.password !== "") {
			return { ok: false, origin: url.origin };
		}
		return { ok: true, url };
	}
}

/**
 * What parsing a URL would drop or turn silently: line breaks and tabs, everything from "#" on, and "\" to "/". A filter
 * that has them means them.
 */
function withoutLoss(text: string): string {
	return text.replace(/[\t\n\r#\\]/g, (character) => encodeURIComponent(character));
}

function isSafe({ protocol, hostname }: URL): boolean {
	return protocol === "https:" || (protocol === "http:" && loopback.test(hostname));
}
