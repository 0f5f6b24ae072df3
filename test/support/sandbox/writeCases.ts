/** Tables of writes: a request, how it is answered, and what the database holds afterwards. */
import assert from "node:assert/strict";
import type { SqlRow } from "../../../src/sandbox/storage/database.ts";
import { storedRow } from "../../../src/sandbox/write/rows.ts";
import { type SandboxInMemory, sandboxInMemory, type TestRequest } from "./sandboxInMemory.ts";

export interface WriteCase extends TestRequest {
	readonly name: string;
	/** Method and path: "PATCH accounts(…)". */
	readonly request: string;
	readonly status: number;
	/** Of a refusal. */
	readonly code?: string;
	/** Part of a refusal's sentence. */
	readonly says?: string;
	/** Rows by "table id": the columns to compare, or null where the row must not be there. */
	readonly after?: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
	/** Headers of the answer to compare. */
	readonly headersAfter?: Readonly<Record<string, string | undefined>>;
}

/** An id that tests can read: guid("a1"). */
export function guid(end: string): string {
	return `00000000-0000-4000-8000-${end.padStart(12, "0")}`;
}

/** Declares a mocha test for each case; each has a sandbox of its own, prepared by `prepare`. */
export function writeCases(prepare: (sandbox: SandboxInMemory) => void, cases: readonly WriteCase[]): void {
	for (const one of cases) {
		it(one.name, () => {
			const sandbox = sandboxInMemory();
			prepare(sandbox);
			const before = sandbox.database.get('SELECT value FROM "sandbox$version"');
			checkWrite(sandbox, one);
			if (one.status >= 400) {
				const left = sandbox.database.get('SELECT value FROM "sandbox$version"');
				assert.deepEqual(left, before, "a refused write leaves no trace");
			}
			sandbox.close();
		});
	}
}

export function checkWrite(sandbox: SandboxInMemory, one: WriteCase): void {
	const [method = "", ...path] = one.request.split(" ");
	const { status, text, json, headers } = sandbox.answer(method, path.join(" "), one);
	assert.equal(status, one.status, `${one.request}: ${text} ${sandbox.mistakes.join("\n")}`);
	const { error } = (json ?? {}) as { readonly error?: { readonly code: string; readonly message: string } };
	if (one.code !== undefined) assert.equal(error?.code, one.code, text);
	if (one.says !== undefined) assert.ok(error?.message.includes(one.says), `${error?.message} has no: ${one.says}`);
	for (const [name, value] of Object.entries(one.headersAfter ?? {})) assert.equal(headers.get(name), value, name);
	for (const [place, expected] of Object.entries(one.after ?? {})) checkRow(sandbox, place, expected);
}

function checkRow(sandbox: SandboxInMemory, place: string, expected: Readonly<Record<string, unknown>> | null): void {
	const row = rowAt(sandbox, place);
	if (expected === null) {
		assert.equal(row, undefined, `${place} is not there`);
		return;
	}
	assert.ok(row !== undefined, `${place} is there`);
	const found = Object.fromEntries(Object.keys(expected).map((name) => [name, row[name]]));
	assert.deepEqual(found, expected, place);
}

/** The stored row of "account 0000…"; undefined where there is none, or not even its table. */
export function rowAt({ service, database }: SandboxInMemory, place: string): SqlRow | undefined {
	const [name = "", id = ""] = place.split(" ");
	const table = service.schema.table(name);
	assert.ok(table !== undefined, name);
	return service.store.exists(name) ? storedRow(database, table, id) : undefined;
}
