/** The sandbox's service without server and files, over the schema that ships: for tests of all its parts. */
import assert from "node:assert/strict";
import { writeIdentity } from "../../../src/sandbox/sample/identityRows.ts";
import type { RequestContext } from "../../../src/sandbox/service/requestContext.ts";
import { createService, type Service, type ServiceOptions } from "../../../src/sandbox/service/service.ts";
import type { ServiceRequest } from "../../../src/sandbox/service/serviceRequest.ts";
import type { Database } from "../../../src/sandbox/storage/database.ts";
import { openDatabase } from "../../../src/sandbox/storage/openDatabase.ts";
import { shippedCatalog } from "./shippedCatalog.ts";

/** What a test sends. The path is short for one below the service: "accounts?$top=1". */
export interface TestRequest {
	readonly headers?: Readonly<Record<string, string>>;
	/** An object goes as JSON, with its content type. */
	readonly body?: unknown;
}

export interface TestAnswer {
	readonly status: number;
	readonly headers: ReadonlyMap<string, string>;
	readonly text: string;
	/** The body read as JSON; undefined where there is none. */
	readonly json: unknown;
}

export interface SandboxInMemory {
	readonly service: Service;
	readonly database: Database;
	/** The moment in which every request happens, milliseconds since 1970; may be set. */
	now: number;
	/** What should never have happened. `close` fails the test where there is any. */
	readonly mistakes: readonly unknown[];
	answer(method: string, path: string, request?: TestRequest): TestAnswer;
	/** As `answer`, for what must succeed: its JSON. */
	ok(method: string, path: string, request?: TestRequest): unknown;
	/** As `answer`, for what must be refused: status, code and sentence. */
	refused(method: string, path: string, request?: TestRequest): TestRefusal;
	/** What a handler would be given. */
	context(method: string, path: string, request?: TestRequest): RequestContext;
	close(): void;
}

export interface TestRefusal {
	readonly status: number;
	readonly code: string;
	readonly message: string;
}

export const serviceRoot = "/api/data/v9.2/";

/** A sandbox with the rows that every one has and a still clock (2026-03-15T10:30:00Z). Close it after the test. */
export function sandboxInMemory(
	options: Partial<Pick<ServiceOptions, "catalog" | "beforeOperation">> = {},
): SandboxInMemory {
	const opened = openDatabase(undefined);
	assert.ok(opened.ok, opened.ok ? "" : opened.problem);
	const { database } = opened;
	const mistakes: unknown[] = [];
	const sandbox = { now: Date.UTC(2026, 2, 15, 10, 30) };
	const service = createService({
		catalog: shippedCatalog(),
		...options,
		database,
		clock: () => sandbox.now,
		log: (mistake) => mistakes.push(mistake),
	});
	writeIdentity({ schema: service.schema, store: service.store, database }, sandbox.now);
	const answer = (method: string, path: string, request: TestRequest = {}): TestAnswer => {
		const { status, headers, body } = service.answer(requestOf(method, path, request));
		const text = typeof body === "string" ? body : body === undefined ? "" : Buffer.from(body).toString("utf8");
		const isJson = headers.get("content-type")?.startsWith("application/json") === true;
		return { status, headers, text, json: isJson && text !== "" ? (JSON.parse(text) as unknown) : undefined };
	};
	return Object.assign(sandbox, {
		service,
		database,
		mistakes,
		answer,
		ok: (method: string, path: string, request?: TestRequest): unknown => {
			const answered = answer(method, path, request);
			assert.ok(answered.status < 400, `${method} ${path}: ${answered.status} ${answered.text} ${mistakes.join("\n")}`);
			return answered.json;
		},
		refused: (method: string, path: string, request?: TestRequest): TestRefusal => {
			const answered = answer(method, path, request);
			assert.ok(answered.status >= 400, `${method} ${path}: ${answered.status} ${answered.text}`);
			const { error } = answered.json as { readonly error: { readonly code: string; readonly message: string } };
			return { status: answered.status, code: error.code, message: error.message };
		},
		context: (method: string, path: string, request: TestRequest = {}) =>
			service.context(requestOf(method, path, request)),
		close: () => {
			database.close();
			for (const mistake of mistakes) console.error(mistake);
			assert.equal(mistakes.length, 0, "the sandbox met nothing unexpected");
		},
	});
}

/** A request as the service takes it. A path that begins with a slash stands for itself. */
export function requestOf(method: string, path: string, { headers = {}, body }: TestRequest = {}): ServiceRequest {
	const isText = typeof body === "string" || body instanceof Uint8Array;
	const bytes =
		body === undefined ? undefined : isText ? Buffer.from(body as string) : Buffer.from(JSON.stringify(body));
	const sent = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
	if (bytes !== undefined && !sent.has("content-type")) sent.set("content-type", "application/json");
	return {
		method,
		url: path.startsWith("/") ? path : serviceRoot + path,
		headers: sent,
		...(bytes !== undefined && { body: bytes }),
	};
}
