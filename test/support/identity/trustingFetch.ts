import { Agent, request as httpsRequest } from "node:https";
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { gunzipSync } from "node:zlib";
import type { Fetch, FetchInit, FetchResponse } from "../../../src/core/client/fetch.ts";
import { readAll } from "./listenTls.ts";

/**
 * A `Fetch` that trusts one certificate authority besides nobody else: with `undefined` it trusts what Node does. TLS is
 * always checked. It follows no redirect and rejects as the platform does, with the cause of the failure in `cause`.
 */
export function trustingFetch(ca: string | undefined): Fetch {
	const agent = new Agent({ keepAlive: true, ...(ca !== undefined && { ca }) });
	return async (url, init) => {
		try {
			return await once(url, init, agent);
		} catch (error) {
			if (init.signal.aborted) throw new DOMException("This operation was aborted", "AbortError");
			throw new TypeError("fetch failed", { cause: error });
		}
	};
}

async function once(url: string, { method, headers, body, signal }: FetchInit, agent: Agent): Promise<FetchResponse> {
	const answer = await new Promise<IncomingMessage>((resolve, reject) => {
		const options = { method, signal, headers: { "accept-encoding": "gzip", ...headers } };
		const request = url.startsWith("https:")
			? httpsRequest(url, { ...options, agent }, resolve)
			: httpRequest(url, options, resolve);
		request.once("error", reject);
		request.end(body);
	});
	const bytes = await readAll(answer);
	const zipped = answer.headers["content-encoding"] === "gzip";
	return {
		status: answer.statusCode ?? 0,
		headers: headersOf(answer.headers),
		text: () => Promise.resolve((zipped ? gunzipSync(bytes) : bytes).toString("utf8")),
	};
}

function headersOf(headers: IncomingHttpHeaders): FetchResponse["headers"] {
	const list = Object.entries(headers).flatMap(([name, value]) =>
		value === undefined ? [] : [[name, Array.isArray(value) ? value.join("\n") : value] as const],
	);
	const byName = new Map(list);
	return {
		get: (name) => byName.get(name.toLowerCase()) ?? null,
		forEach: (visit) => {
			for (const [name, value] of list) visit(value, name);
		},
	};
}
