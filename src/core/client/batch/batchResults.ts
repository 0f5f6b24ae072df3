import type { Outcome } from "../../base/outcome.ts";
import type { BatchAnswer, BatchResult } from "../batchItem.ts";
import type { ServiceProblem } from "../clientProblem.ts";
import { readServiceProblem } from "../exchange/readServiceProblem.ts";
import { retryAfter } from "../exchange/retryAfter.ts";
import { parseJson } from "../json/parseJson.ts";
import { isRow } from "../readRow.ts";
import type { Row } from "../row.ts";
import type { BatchPart, PlannedItem } from "./planBatch.ts";
import type { ItemAnswer, PartAnswer } from "./readBatchAnswer.ts";

type PartResult = Outcome<BatchAnswer, ServiceProblem>;

/**
 * What became of each item. Undefined where the answers do not belong to the items: too many, too few, or of another form.
 * Too few are right in one case only: the service has stopped at the first failure, as it does unless asked to go on.
 *
 * @param attempts that the whole was sent, for the problems.
 */
export function batchResults(
	items: readonly PlannedItem[],
	answers: readonly ItemAnswer[],
	{ continueOnError, attempts }: { readonly continueOnError: boolean; readonly attempts: number },
): readonly BatchResult[] | undefined {
	if (answers.length > items.length) return undefined;
	const results: BatchResult[] = [];
	for (const [index, answer] of answers.entries()) {
		const item = items[index];
		const result = item === undefined ? undefined : resultOf(item, answer, attempts);
		if (result === undefined) return undefined;
		results.push(result);
	}
	const last = results.at(-1);
	const stopped = last !== undefined && hasFailed(last) && !continueOnError;
	if (results.length < items.length && !stopped) return undefined;
	return items.map((_, index) => results[index] ?? { skipped: true });
}

function resultOf(item: PlannedItem, answer: ItemAnswer, attempts: number): BatchResult | undefined {
	if (item.kind === "request") return answer.kind === "request" ? partResult(answer.part, attempts) : undefined;
	const parts = answer.kind === "changeSet" ? answer.parts : [answer.part];
	const results = inOrder(item.parts, parts).map((part) => partResult(part, attempts));
	// One failure stands for all: nothing of the change set was done.
	const failed = results.find((result) => !result.ok);
	if (failed !== undefined) return { changeSet: failed };
	const done = results.flatMap((result) => (result.ok ? [result.value] : []));
	return done.length === item.parts.length ? { changeSet: { ok: true, value: done } } : undefined;
}

/** By Content-ID where each answer names another request of the change set; else as they came. */
function inOrder(asked: readonly BatchPart[], parts: readonly PartAnswer[]): readonly PartAnswer[] {
	const byId = new Map(parts.map((part) => [part.contentId, part]));
	const ordered = asked.flatMap(({ contentId }) => byId.get(contentId) ?? []);
	return ordered.length === parts.length ? ordered : parts;
}

function partResult({ status, headers, text }: PartAnswer, attempts: number): PartResult {
	if (status < 400) return { ok: true, value: { status, headers, text, body: bodyOf(text) } };
	const asked = headers["retry-after"];
	// A date would have to be compared with a clock.
	const seconds = /^\d+$/.test(asked ?? "") ? retryAfter(asked, 0) : undefined;
	return { ok: false, problem: { ...readServiceProblem(status, text, seconds), attempts } };
}

function bodyOf(text: string): Row | null {
	const read = text === "" ? undefined : parseJson(text);
	return read?.ok === true && isRow(read.value) ? read.value : null;
}

function hasFailed(result: BatchResult): boolean {
	if ("skipped" in result) return true;
	return "changeSet" in result ? !result.changeSet.ok : !result.ok;
}
