/** What the review page shows, of what the document has staged and what became of it. Pure. */
import { formattedValue } from "../../core/client/readRow.ts";
import type { Row } from "../../core/client/row.ts";
import type { ClientProblem } from "../../core/client/clientProblem.ts";
import { etagOf } from "../../core/client/readRow.ts";
import type { ColumnFacts } from "../../core/records/bodyOf.ts";
import type { RecordChange } from "../../core/records/recordChange.ts";
import type { ShownRequest } from "../../core/records/requestOf.ts";
import { sameValue } from "../../core/records/sameValue.ts";
import { versionOf } from "../../core/records/versionOf.ts";
import type { DescribedChange } from "../../host/describedChange.ts";
import type { ReviewAction, ReviewedChange, ReviewedOutcome, ReviewedRequest } from "../../protocol/review.ts";
import { clientProblemMessage } from "../../words/clientProblem.ts";
import { indentedJson } from "../../words/indentedJson.ts";
import type { Message } from "../../words/message.ts";
import { cellChange, recordChangeWords } from "../../words/records.ts";
import { valueText } from "../../words/recordValue.ts";
import { progressWords } from "../../words/results.ts";
import { reviewWords, savedWords } from "../../words/review.ts";
import type { ChangeOutcome } from "./saveChanges.ts";

type Say = (message: Message) => string;

export interface ReviewedParts {
	readonly change: RecordChange;
	readonly described: DescribedChange;
	readonly request: ShownRequest;
	readonly outcome?: ChangeOutcome;
	readonly facts: ColumnFacts;
}

export function reviewedChange(parts: ReviewedParts, say: Say): ReviewedChange {
	const { change, described, request, outcome } = parts;
	const version = versionOf(change.base.etag);
	return {
		record: change.base.id,
		name: described.name,
		cells: described.cells.map(({ column, before, after }) => ({
			column,
			before,
			after,
			sentence: say(recordChangeWords(described.name, say(cellChange(column[0] ?? "", before, after)))),
		})),
		request: reviewedRequest(request),
		...(version !== undefined && { version }),
		...(outcome !== undefined && { outcome: reviewedOutcome(outcome, parts, say) }),
	};
}

function reviewedRequest({ method, url, headers, body }: ShownRequest): ReviewedRequest {
	return { method, url, headers: Object.entries(headers), body: body === undefined ? "" : indentedJson(body) };
}

function reviewedOutcome(outcome: ChangeOutcome, parts: ReviewedParts, say: Say): ReviewedOutcome {
	switch (outcome.state) {
		case "saving":
			return {
				state: "saving",
				text: say(outcome.progress === undefined ? reviewWords.saving : progressWords(outcome.progress)),
			};
		case "saved":
			return {
				state: "saved",
				text: say(savedWords(versionOf(outcome.change.base.etag), versionOf(outcome.now.etag))),
			};
		case "notSaved":
			return notSaved(outcome.problem, parts, say);
	}
}

function notSaved(problem: ClientProblem, parts: ReviewedParts, say: Say): ReviewedOutcome {
	const { sentence, next } = clientProblemMessage(problem);
	const theirs = problem.code === "conflict" ? theirValues(problem.theirs, parts, say) : [];
	return {
		state: stateOf(problem),
		text: say(sentence),
		actions: actionsOf(problem),
		...(next !== undefined && { next: say(next) }),
		...(theirs.length > 0 && { theirs }),
	};
}

function stateOf(problem: ClientProblem): "conflict" | "unsure" | "failed" {
	if (problem.code === "conflict") return "conflict";
	return isUnsure(problem) ? "unsure" : "failed";
}

/** It may have been saved: nobody should send it again without a look at the record. */
export function isUnsure(problem: ClientProblem): boolean {
	return problem.code === "mayHaveBeenApplied" || (problem.code === "cancelled" && problem.mayHaveBeenApplied === true);
}

function actionsOf(problem: ClientProblem): readonly ReviewAction[] {
	if (problem.code === "conflict") return ["takeNew", "details"];
	if (isUnsure(problem)) return ["check", "details"];
	return problem.code === "cancelled" ? [] : ["details"];
}

/** The columns of the page that are another now than when they were shown, and the version that they are of. */
function theirValues(
	theirs: Row | undefined,
	{ change: { base }, facts }: ReviewedParts,
	say: Say,
): readonly (readonly [string, string])[] {
	if (theirs === undefined) return [];
	const changed = Object.keys(base.row).flatMap((property): readonly (readonly [string, string])[] => {
		const column = facts(property);
		const value = theirs[property] ?? null;
		if (column === undefined || sameValue(base.row[property], value)) return [];
		return [
			[column.displayName?.trim() ?? property, formattedValue(theirs, property) ?? say(valueText(column, value))],
		];
	});
	const version = versionOf(etagOf(theirs));
	return version === undefined ? changed : [...changed, [say(reviewWords.versionNow), version]];
}
