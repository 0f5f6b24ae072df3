import type { Choice, Column, LookupTarget, Option, Table } from "../../core/schema/model.ts";
import type { ColumnSupplement } from "../supplement/supplement.ts";
import { isLookup } from "./storageKind.ts";

/** Logical name of a column -> tables that its relationships lead to, in the order of the schema. */
export type RelationshipTargets = ReadonlyMap<string, readonly LookupTarget[]>;

export function relationshipTargets({ manyToOne }: Table): RelationshipTargets {
	const targets = new Map<string, LookupTarget[]>();
	for (const { referencingColumn, referencedTable, layer } of manyToOne) {
		// "owner" stands for users and teams, which the column itself names.
		if (referencingColumn === undefined || referencedTable === undefined || referencedTable === "owner") continue;
		const known = targets.get(referencingColumn);
		if (known === undefined) targets.set(referencingColumn, [{ table: referencedTable, layer }]);
		else if (!known.some(({ table }) => table === referencedTable)) known.push({ table: referencedTable, layer });
	}
	return targets;
}

/**
 * The documented column with the supplement over it. A lookup gets the targets that only its relationships tell, and
 * a column without a type that a relationship starts from is a lookup.
 */
export function mergeColumn(column: Column, facts: ColumnSupplement, targets: RelationshipTargets): Column {
	const { labels, defaultValue, validForCreate: _create, validForUpdate: _update, ...plain } = facts;
	const related = targets.get(column.logicalName) ?? [];
	const type = plain.type ?? column.type ?? (related.length > 0 ? "Lookup" : undefined);
	let merged: Column = { ...column, ...plain, ...(type !== undefined && { type }) };
	if (isLookup(merged) && related.length > 0) merged = { ...merged, targets: joined(column.targets ?? [], related) };
	if (labels !== undefined || defaultValue !== undefined) {
		merged = { ...merged, choice: withLabels(column, labels, defaultValue) };
	}
	return merged;
}

const joined = (first: readonly LookupTarget[], second: readonly LookupTarget[]): readonly LookupTarget[] => [
	...first,
	...second.filter(({ table }) => !first.some((known) => known.table === table)),
];

function withLabels(
	{ choice, layer }: Column,
	labels: readonly [string, string] | undefined,
	defaultValue: number | null | undefined,
): Choice {
	const supplied = labels?.map((label, value): Option => ({ value, label, layer })).reverse();
	return {
		...choice,
		options: choice !== undefined && choice.options.length > 0 ? choice.options : (supplied ?? []),
		...(defaultValue !== undefined && choice?.defaultValue === undefined && { defaultValue }),
	};
}
