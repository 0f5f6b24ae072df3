/** A sandbox with its server and thread, as programs start it, and requests to it that keep every header in hand. */
import { request as httpRequest } from "node:http";
import { join } from "node:path";
import { type RunningSandbox, startSandbox, type StartOptions } from "../../../src/sandbox/server/startSandbox.ts";
import { projectFolder } from "../sharedFolder.ts";

export const sandboxFiles = {
	worker: join(projectFolder, "src", "sandbox", "server", "sandboxWorker.ts"),
	bundle: join(projectFolder, "media", "schema", "schema.dvs"),
} as const;

/** Starts one; in memory unless a file is named. Close it after the test. */
export async function runSandbox(options: Partial<StartOptions> = {}): Promise<RunningSandbox> {
	return await startSandbox({ ...sandboxFiles, ...options });
}

export interface HttpAnswer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
	/** Bytes as they came, still encoded. */
	readonly body: Buffer;
}

export interface HttpRequest {
	readonly method?: string;
	/** One whose value is undefined is not sent. */
	readonly headers?: Readonly<Record<string, string | undefined>>;
	readonly body?: string | Uint8Array;
}

/** One request on a connection of its own, with the token unless the test says otherwise. Rejects as the socket does. */
export async function send(
	{ url, token }: Pick<RunningSandbox, "url" | "token">,
	path: string,
	{ method = "GET", headers = {}, body }: HttpRequest = {},
): Promise<HttpAnswer> {
	const { hostname, port } = new URL(url);
	const all: HttpRequest["headers"] = { authorization: `Bearer ${token}`, connection: "close", ...headers };
	const sent = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
	return await new Promise((resolve, reject) => {
		const request = httpRequest(
			{ hostname, port, path, method, headers: Object.fromEntries(sent), setHost: !("host" in headers) },
			(response) => {
				const chunks: Buffer[] = [];
				response.on("data", (chunk: Buffer) => chunks.push(chunk));
				response.once("error", reject);
				response.once("end", () => {
					resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
				});
			},
		);
		request.once("error", reject);
		request.end(body);
	});
}

/** The `error` of an answer that must be an OData error; fails the test with the whole answer where it is none. */
export function errorOf({ status, body }: HttpAnswer): { readonly code: string; readonly message: string } {
	const text = body.toString("utf8");
	const read = JSON.parse(text) as { readonly error?: { readonly code?: unknown; readonly message?: unknown } };
	const { code, message } = read.error ?? {};
	if (typeof code !== "string" || typeof message !== "string") throw new Error(`no OData error: ${status} ${text}`);
	return { code, message };
}
