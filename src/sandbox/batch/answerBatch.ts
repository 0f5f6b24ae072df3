import type { Preferences } from "../service/preferences.ts";
import { Refusal } from "../service/refusal.ts";
import { methodNotSupported } from "../service/serviceRefusals.ts";
import type { ServiceRequest, ServiceResponse } from "../service/serviceRequest.ts";
import { serviceAddress } from "../service/serviceRoot.ts";
import type { Database } from "../storage/database.ts";
import { batchInBatch, streamNotReadable } from "./batchRefusals.ts";
import { type BatchItem, readBatch } from "./readBatch.ts";
import type { BatchOperation } from "./readOperation.ts";
import { resolveReferences } from "./references.ts";
import { type BatchAnswer, type PartAnswer, writeBatch } from "./writeBatch.ts";

export interface BatchTools {
	readonly preferences: Preferences;
	readonly database: Database;
	/** Answers one part; refusals come as responses. */
	readonly answerPart: (request: ServiceRequest) => ServiceResponse;
	/** The response of a refusal that only a batch knows. */
	readonly refuse: (refusal: Refusal, request: ServiceRequest) => ServiceResponse;
}

/**
 * Answers `$batch`. Without `odata.continue-on-error` the first error ends it and gives the whole its status; a change
 * set counts as one. What cannot be read as a batch is refused as a whole, before any of it is done.
 */
export function answerBatch(batch: ServiceRequest, tools: BatchTools): ServiceResponse {
	if (batch.method !== "POST") throw methodNotSupported(batch.method);
	const items = readBatch(batch, serviceAddress(batch.url).root);
	const answers: BatchAnswer[] = [];
	let status = 200;
	for (const item of items) {
		const answer = answerItem(item, tools);
		answers.push(answer);
		const failed = answer.parts.find(({ response }) => response.status >= 400);
		if (failed === undefined || tools.preferences.continueOnError) continue;
		({ status } = failed.response);
		break;
	}
	return writeBatch(status, answers);
}

function answerItem(item: BatchItem, tools: BatchTools): BatchAnswer {
	if (item.kind === "changeSet") return { isChangeSet: true, parts: answerChangeSet(item.operations, tools) };
	return { isChangeSet: false, parts: [{ response: answerOperation(item.operation, new Map(), tools) }] };
}

/** Thrown to undo what the change set did so far. */
class ChangeSetFailed extends Error {
	readonly part: PartAnswer;

	constructor(part: PartAnswer) {
		super("change set undone");
		this.part = part;
	}
}

/** All of it, or the answer of the one that failed and nothing done. */
function answerChangeSet(operations: readonly BatchOperation[], tools: BatchTools): readonly PartAnswer[] {
	const references = new Map<string, string>();
	try {
		return tools.database.transaction(() =>
			operations.map((operation) => {
				const response = answerOperation(operation, references, tools);
				const part = { response, ...(operation.contentId !== undefined && { contentId: operation.contentId }) };
				if (response.status >= 400) throw new ChangeSetFailed(part);
				const url = response.headers.get("odata-entityid") ?? response.headers.get("location");
				if (operation.contentId !== undefined) references.set(operation.contentId, url ?? operation.request.url);
				return part;
			}),
		);
	} catch (error) {
		if (error instanceof ChangeSetFailed) return [error.part];
		throw error;
	}
}

function answerOperation(
	{ request, unreadable }: BatchOperation,
	references: ReadonlyMap<string, string>,
	{ answerPart, refuse }: BatchTools,
): ServiceResponse {
	if (/^[^?#]*\/(?:\$|%24)batch(?:[?#]|$)/i.test(request.url)) return refuse(batchInBatch(), request);
	if (unreadable) return refuse(streamNotReadable(lastSetOf(request.url)), request);
	try {
		return answerPart(resolveReferences(request, references));
	} catch (error) {
		if (error instanceof Refusal) return refuse(error, request);
		throw error;
	}
}

/** "accounts" of "/api/data/v9.2/accounts(1)?$select=name". */
function lastSetOf(url: string): string {
	return /^\/api\/data\/v[\d.]+\/([^(/?]*)/.exec(url)?.[1] ?? "";
}
