/** The client over real sockets against a sandbox, with time that runs faster, so that waits are short. */
import assert from "node:assert/strict";
import type { ClientParts } from "../../../src/core/client/clientParts.ts";
import { createClient } from "../../../src/core/client/createClient.ts";
import type { ClientResult, DataverseClient } from "../../../src/core/client/dataverseClient.ts";
import type { Row } from "../../../src/core/client/row.ts";
import type { RunningSandbox } from "../../../src/sandbox/server/startSandbox.ts";
import { fastParts } from "./fastParts.ts";

/** One more client of the sandbox, as another window or person has. */
export function sandboxClient(
	{ url, token }: Pick<RunningSandbox, "url" | "token">,
	parts: Partial<ClientParts> = {},
): DataverseClient {
	return createClient({ ...fastParts(url, token), ...parts });
}

/** The value of what must succeed; fails the test with the whole problem where it did not. */
export function valueOf<Value>(result: ClientResult<Value>): Value {
	if (result.ok) return result.value;
	throw new Error(JSON.stringify(result.problem));
}

/** What the database has, asked without the client under test. */
export class SandboxRows {
	readonly #sandbox: Pick<RunningSandbox, "url" | "token">;

	constructor(sandbox: Pick<RunningSandbox, "url" | "token">) {
		this.#sandbox = sandbox;
	}

	/** Undefined where there is no such record. */
	async one(path: string): Promise<Row | undefined> {
		const response = await this.send("GET", path);
		return response.status === 404 ? undefined : ((await response.json()) as Row);
	}

	/** The version of a record that is there. */
	async etag(path: string): Promise<string> {
		const etag = (await this.one(path))?.["@odata.etag"];
		assert.ok(typeof etag === "string", path);
		return etag;
	}

	async all(path: string): Promise<readonly Row[]> {
		const rows: Row[] = [];
		let next: string | undefined = path;
		while (next !== undefined) {
			const page = (await (await this.send("GET", next)).json()) as {
				readonly value: readonly Row[];
				readonly "@odata.nextLink"?: string;
			};
			rows.push(...page.value);
			next = page["@odata.nextLink"];
		}
		return rows;
	}

	/** As somebody else. What is no answer of 2xx or 404 fails the test. */
	async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
		const { url, token } = this.#sandbox;
		const response = await fetch(new URL(path, `${url}/api/data/v9.2/`), {
			method,
			headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		if (response.ok || response.status === 404) return response;
		throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
	}
}
