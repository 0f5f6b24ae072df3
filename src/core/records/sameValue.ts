import type { RowValue } from "../client/row.ts";
import { canonicalJson } from "../base/canonicalJson.ts";

/** True where two values of a column are the same to the service. An absent one is null. */
export function sameValue(left: RowValue | undefined, right: RowValue | undefined): boolean {
	if (left === right) return true;
	return canonicalJson(left ?? null) === canonicalJson(right ?? null);
}
