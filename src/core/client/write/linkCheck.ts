import type { RecordTarget } from "../dataverseClient.ts";
import { recordPath } from "../recordPath.ts";

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
