import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import type { ServiceResponse } from "../service/serviceRequest.ts";

/** The answer to one item: a single response, or those of a change set (only the failed one where it failed). */
export interface BatchAnswer {
	readonly isChangeSet: boolean;
	readonly parts: readonly PartAnswer[];
}

export interface PartAnswer {
	readonly response: ServiceResponse;
	readonly contentId?: string;
}

/** Names as the service writes them in the text of a batch, where clients may compare them with their case. */
const writtenNames: ReadonlyMap<string, string> = new Map([
	["odata-version", "OData-Version"],
	["odata-entityid", "OData-EntityId"],
	["content-type", "Content-Type"],
	["location", "Location"],
	["etag", "ETag"],
	["preference-applied", "Preference-Applied"],
	["retry-after", "Retry-After"],
	["req_id", "REQ_ID"],
]);

const lineBreak = "\r\n";

export function writeBatch(status: number, answers: readonly BatchAnswer[]): ServiceResponse {
	const boundary = `batchresponse_${randomUUID()}`;
	const chunks: (string | Uint8Array)[] = [];
	for (const { isChangeSet, parts } of answers) {
		chunks.push(`--${boundary}`, lineBreak);
		if (isChangeSet) writeChangeSet(chunks, parts);
		else for (const part of parts) writePart(chunks, part);
	}
	chunks.push(`--${boundary}--`, lineBreak);
	return {
		status,
		headers: new Map([["content-type", `multipart/mixed; boundary=${boundary}`]]),
		body: joined(chunks),
	};
}

function writeChangeSet(chunks: (string | Uint8Array)[], parts: readonly PartAnswer[]): void {
	const boundary = `changesetresponse_${randomUUID()}`;
	chunks.push(`Content-Type: multipart/mixed; boundary=${boundary}`, lineBreak, lineBreak);
	for (const part of parts) {
		chunks.push(`--${boundary}`, lineBreak);
		writePart(chunks, part);
	}
	chunks.push(`--${boundary}--`, lineBreak);
}

function writePart(chunks: (string | Uint8Array)[], { response, contentId }: PartAnswer): void {
	chunks.push(`Content-Type: application/http${lineBreak}Content-Transfer-Encoding: binary${lineBreak}`);
	if (contentId !== undefined) chunks.push(`Content-ID: ${contentId}${lineBreak}`);
	chunks.push(lineBreak, `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? ""}${lineBreak}`);
	for (const [name, value] of response.headers) chunks.push(`${writtenNames.get(name) ?? name}: ${value}${lineBreak}`);
	chunks.push(lineBreak);
	if (response.body !== undefined) chunks.push(response.body);
	chunks.push(lineBreak);
}

/** One buffer, or a string where all is text. */
function joined(chunks: readonly (string | Uint8Array)[]): string | Uint8Array {
	if (chunks.every((chunk) => typeof chunk === "string")) return chunks.join("");
	return Buffer.concat(chunks.map((chunk) => (typeof chunk === "string" ? Buffer.from(chunk, "utf8") : chunk)));
}
