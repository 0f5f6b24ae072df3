import type { ServiceRequest } from "../service/serviceRequest.ts";
import {
	batchMalformed,
	batchNeedsMultipart,
	contentIdMissing,
	contentIdRepeated,
	methodInChangeSet,
	tooManyParts,
} from "./batchRefusals.ts";
import { boundaryOf, type HeadedText, splitHeaders, splitMultipart } from "./multipart.ts";
import { type BatchOperation, readOperation } from "./readOperation.ts";

export type BatchItem =
	| { readonly kind: "request"; readonly operation: BatchOperation }
	| { readonly kind: "changeSet"; readonly operations: readonly BatchOperation[] };

const mostRequests = 1000;
const changeSetMethods: ReadonlySet<string> = new Set(["POST", "PUT", "DELETE", "PATCH"]);

/**
 * Reads a batch to its end before any of it is carried out (OData 4.0 Protocol, 11.7).
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/execute-batch-operations-using-web-api
 *
 * @param root of the service that the batch was sent to: what relative URLs stand behind.
 */
export function readBatch(batch: ServiceRequest, root: string): readonly BatchItem[] {
	const contentType = batch.headers.get("content-type");
	const boundary = boundaryOf(contentType);
	if (boundary === undefined) throw batchNeedsMultipart(contentType ?? "");
	const { parts, tail } = splitMultipart(Buffer.from(batch.body ?? []).toString("latin1"), boundary);
	const items: BatchItem[] = [];
	let requests = 0;
	for (const [index, part] of parts.entries()) {
		const item = readItem(splitHeaders(part), batch, root, index === parts.length - 1 && !endsWell(tail));
		requests += item.kind === "request" ? 1 : item.operations.length;
		if (requests > mostRequests) throw tooManyParts(mostRequests);
		items.push(item);
	}
	return items;
}

function readItem(part: HeadedText, batch: ServiceRequest, root: string, endsBadly: boolean): BatchItem {
	const contentType = part.headers.get("content-type");
	const boundary = boundaryOf(contentType);
	if (boundary !== undefined) return readChangeSet(part.body, boundary, batch, root);
	return { kind: "request", operation: readOperation(part, batch, root, endsBadly) };
}

function readChangeSet(text: string, boundary: string, batch: ServiceRequest, root: string): BatchItem {
	const ids = new Set<string>();
	const operations = splitMultipart(text, boundary).parts.map((part) => {
		const headed = splitHeaders(part);
		if (boundaryOf(headed.headers.get("content-type")) !== undefined) throw batchMalformed("changeSetInChangeSet");
		const operation = readOperation(headed, batch, root, false);
		const { contentId, request } = operation;
		if (!changeSetMethods.has(request.method)) throw methodInChangeSet(request.method);
		if (contentId === undefined) throw contentIdMissing();
		if (ids.has(contentId)) throw contentIdRepeated(contentId);
		ids.add(contentId);
		return operation;
	});
	return { kind: "changeSet", operations };
}

/**
 * The service loses the body of a last plain request where the closing boundary does not end its line with CRLF, or with
 * two bare line feeds. https://learn.microsoft.com/troubleshoot/power-platform/dataverse/dataverse-web-api-and-sdk/web-api-client-errors
 */
function endsWell(tail: string): boolean {
	return tail.includes("\r\n") || /\n[^\n]*\n/.test(tail);
}
