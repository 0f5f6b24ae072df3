/** Batches as text, and their answers read back: written without the sandbox's own reader and writer. */
import assert from "node:assert/strict";
import type { TestAnswer, TestRequest } from "./sandboxInMemory.ts";

export interface BatchRequest {
	readonly method: string;
	readonly url: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: unknown;
	readonly contentId?: string;
}

/** A list inside the list is a change set. */
export type BatchItems = readonly (BatchRequest | readonly BatchRequest[])[];

/** What `answer("POST", "$batch", ...)` takes. Parts of change sets are numbered from 1 where they have no id. */
export function batchOf(items: BatchItems, headers: Readonly<Record<string, string>> = {}): TestRequest {
	const parts = items.map((item, place) => {
		if (!isChangeSet(item)) return `--batch_1\r\n${part(item)}`;
		const set = item.map((request, index) => `--set_${place}\r\n${part({ contentId: String(index + 1), ...request })}`);
		return `--batch_1\r\nContent-Type: multipart/mixed; boundary=set_${place}\r\n\r\n${set.join("")}--set_${place}--\r\n`;
	});
	return {
		headers: { "content-type": "multipart/mixed; boundary=batch_1", ...headers },
		body: `${parts.join("")}--batch_1--\r\n`,
	};
}

function isChangeSet(item: BatchItems[number]): item is readonly BatchRequest[] {
	return Array.isArray(item);
}

function part({ method, url, headers = {}, body, contentId }: BatchRequest): string {
	const text = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
	const all = { ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...headers };
	const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
	const id = contentId === undefined ? "" : `Content-ID: ${contentId}\r\n`;
	const mime = `Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n${id}`;
	return `${mime}\r\n${method} ${url} HTTP/1.1\r\n${lines.join("")}\r\n${text}\r\n`;
}

export interface BatchPart {
	readonly status: number;
	readonly headers: ReadonlyMap<string, string>;
	readonly body: string;
	readonly contentId?: string;
	/** Whether it stands in the answer of a change set. */
	readonly inSet: boolean;
}

/** The parts of an answer in their order. Fails the test where it is no multipart of CRLF lines. */
export function partsOf({ headers, text }: TestAnswer): readonly BatchPart[] {
	return partsIn(text, headers.get("content-type") ?? "").flatMap((one) => {
		const { headers: mime, rest } = headed(one);
		const type = mime.get("content-type") ?? "";
		if (!type.startsWith("multipart/mixed")) return [responseIn(rest, mime, false)];
		return partsIn(rest, type).map((inner) => {
			const { headers: innerMime, rest: response } = headed(inner);
			return responseIn(response, innerMime, true);
		});
	});
}

function partsIn(text: string, contentType: string): readonly string[] {
	const [, boundary] = /^multipart\/mixed; boundary=(\S+)$/.exec(contentType) ?? [];
	assert.ok(boundary !== undefined, contentType);
	const pieces = text.split(`--${boundary}`);
	assert.equal(pieces.at(0), "");
	assert.match(pieces.at(-1) ?? "", /^--(?:\r\n)?$/);
	return pieces.slice(1, -1).map((piece) => {
		assert.ok(piece.startsWith("\r\n") && piece.endsWith("\r\n"));
		return piece.slice(2, -2);
	});
}

function headed(text: string): { readonly headers: ReadonlyMap<string, string>; readonly rest: string } {
	const end = text.indexOf("\r\n\r\n");
	const lines = text.slice(0, end).split("\r\n");
	const headers = new Map(
		lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 2)] as const),
	);
	return { headers, rest: text.slice(end + 4) };
}

function responseIn(text: string, mime: ReadonlyMap<string, string>, inSet: boolean): BatchPart {
	assert.equal(mime.get("content-type"), "application/http");
	assert.equal(mime.get("content-transfer-encoding"), "binary");
	const [, status] = /^HTTP\/1\.1 (\d{3}) [A-Za-z ]+\r\n/.exec(text) ?? [];
	assert.ok(status !== undefined, text);
	const { headers, rest } = headed(text.slice(text.indexOf("\r\n") + 2));
	const contentId = mime.get("content-id");
	return { status: Number(status), headers, body: rest, inSet, ...(contentId !== undefined && { contentId }) };
}
