import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { readAll } from "./listenTls.ts";

const standardName = "urn:ietf:params:oauth:grant-type:device_code";

/** MSAL names the grant of device codes by Entra's short name, which oidc-provider does not know: gives the same request with the standard's. */
export async function withStandardGrant(request: IncomingMessage): Promise<IncomingMessage> {
	const form = new URLSearchParams((await readAll(request)).toString("utf8"));
	if (form.get("grant_type") === "device_code") form.set("grant_type", standardName);
	const body = Buffer.from(form.toString());
	const { method, url, socket, headers, httpVersion } = request;
	const { originalUrl } = request as { originalUrl?: string };
	const sent = { ...headers, "content-length": String(body.length) };
	return Object.assign(Readable.from([body]), {
		method,
		url,
		originalUrl,
		socket,
		headers: sent,
		httpVersion,
	}) as never;
}
