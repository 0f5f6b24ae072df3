import type { ClientResult, RecordTarget, Written } from "../dataverseClient.ts";
import { recordPath } from "../recordPath.ts";
import type { LinkState } from "./readLink.ts";
import type { LostProblem } from "./sendWrite.ts";
import { failed } from "./writeProblem.ts";

/**
 * Where to see whether a link is there: of a lookup its reference, of a collection the one record or, where its id column
 * is not known, all of them.
 */
export function linkCheck(target: RecordTarget, navigationProperty: string, related?: RecordTarget): string {
	const property = `${recordPath(target)}/${encodeURIComponent(navigationProperty)}`;
	if (related?.primaryIdColumn === undefined || typeof related.key !== "string") return `${property}/$ref`;
	const { primaryIdColumn, key } = related;
	return `${property}?$select=${primaryIdColumn}&$filter=${encodeURIComponent(`${primaryIdColumn} eq ${key}`)}`;
}

/** What became of a link whose answer was lost. */
export function linkEnd(wanted: LinkState, found: LinkState, last: LostProblem, check: string): ClientResult<Written> {
	if (found === wanted) return { ok: true, value: { confirmedByReading: true } };
	const { attempts, request } = last;
	// The last attempt was refused, and no earlier one has left anything.
	if (last.code === "service" && found !== "unknown") return failed(last);
	const reason = found === "unknown" ? "notReadable" : "unanswered";
	return failed({ ...(request !== undefined && { request }), code: "mayHaveBeenApplied", reason, check, attempts });
}
