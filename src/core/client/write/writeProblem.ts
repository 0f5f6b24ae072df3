import type { ClientProblem, MayHaveBeenApplied } from "../clientProblem.ts";
import { recordPath } from "../recordPath.ts";
import type { RecordTarget } from "../dataverseClient.ts";
import type { Row } from "../row.ts";
import { type Held, holdsValues } from "./holdsValues.ts";
import type { ReadBack } from "./readBack.ts";
import type { LostProblem } from "./sendWrite.ts";

/** What was to be written, and where. */
export interface Intent {
	readonly target: RecordTarget;
	readonly mine: Row;
}

/**
 * Whether a record is as it was to be. The columns of an alternate key that names the record are not looked at: the service
 * takes them from the address, and passes them over in the body of a change.
 * https://learn.microsoft.com/power-apps/developer/data-platform/use-upsert-insert-update-record
 */
export function holds({ target: { key }, mine }: Intent, row: Row): Held {
	if (typeof key === "string") return holdsValues(row, mine);
	return holdsValues(row, Object.fromEntries(Object.entries(mine).filter(([name]) => !Object.hasOwn(key, name))));
}

type Failure = { readonly ok: false; readonly problem: ClientProblem };

/** The failure as it came. */
export function failed(problem: ClientProblem): Failure {
	return { ok: false, problem };
}

/** @param found what reading afterwards has shown. */
export function uncertain(
	{ target, mine }: Intent,
	reason: MayHaveBeenApplied["reason"],
	last: LostProblem,
	found?: ReadBack,
): Failure {
	return failed({
		...(last.request !== undefined && { request: last.request }),
		code: "mayHaveBeenApplied",
		reason,
		check: recordPath(target),
		...(found?.kind === "row" && { theirs: found.row }),
		mine,
		attempts: last.attempts,
	});
}

/** Somebody else has changed the record, and none of our attempts can have been applied. */
export function conflict({ mine }: Intent, expected: string, last: ClientProblem, found: ReadBack): Failure {
	return failed({
		...(last.request !== undefined && { request: last.request }),
		code: "conflict",
		expected,
		...(found.kind === "row" && { theirs: found.row }),
		mine,
	});
}

/**
 * The refusal of a write because of the version in its If-Match. The documentation shows it without a code; with a version
 * in the request, a 412 that names nothing else means the version.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/perform-conditional-operations-using-web-api
 */
export function isVersionMismatch(problem: ClientProblem): boolean {
	if (problem.code !== "service" || problem.status !== 412) return false;
	return (
		problem.precondition === "version" || (problem.precondition === undefined && problem.serviceCode === undefined)
	);
}

/**
 * True for a refusal of a change that speaks for the attempts before it as well: they were the same request. Not so that
 * of the version, which an earlier attempt may itself have changed, nor a 412 of which nobody knows what it means.
 */
export function speaksForAll(problem: ClientProblem): boolean {
	if (problem.code !== "service") return false;
	return problem.status !== 412 || problem.precondition === "exists" || problem.precondition === "duplicate";
}
