import assert from "node:assert/strict";
import type { OrderByItem } from "../../../../src/core/odata/nodes.ts";
import type { SandboxColumn, SandboxTable } from "../../../../src/sandbox/schema/sandboxTable.ts";
import type { RowValues } from "../queryRig.ts";
import { compare, keptValue } from "./naiveFilter.ts";
import { isLink, type NaiveWorld, rowOfLink } from "./naiveWorld.ts";

/** The rows of a table in order: null first, lookups by the name of what they point to, the id to decide. */
export function naiveOrder(
	items: readonly OrderByItem[],
	table: SandboxTable,
	world: NaiveWorld,
): readonly RowValues[] {
	const keys = items.map(({ expression, direction }) => {
		assert.equal(expression.kind, "path");
		const [segment] = expression.segments;
		assert.equal(segment?.kind, "name");
		const column = table.properties.get(segment.name);
		assert.ok(column);
		return { column, sign: direction === "desc" ? -1 : 1 };
	});
	const id = table.columns.get(table.primaryId);
	assert.ok(id);
	// A column that is named twice counts once, and the id goes the way of the last one that counts.
	const counted = keys.filter(({ column }, index) => keys.findIndex((key) => key.column === column) === index);
	const all = [...counted, { column: id, sign: counted.at(-1)?.sign ?? 1 }];
	return [...(world.tables.get(table.logicalName) ?? [])].sort((left, right) => {
		for (const { column, sign } of all) {
			const compared = compareKeys(sortKey(left, column, world), sortKey(right, column, world));
			if (compared !== 0) return sign * compared;
		}
		return 0;
	});
}

function sortKey(row: RowValues, column: SandboxColumn, world: NaiveWorld): string | number | null {
	const value = row[column.logicalName];
	if (!isLink(value)) return keptValue(value, column);
	const target = world.schema.table(value.table);
	const name = target?.columns.get(target.primaryName ?? "");
	const found = rowOfLink(world, value, value.table);
	return name === undefined || found === undefined ? null : keptValue(found[name.logicalName], name);
}

function compareKeys(left: string | number | null, right: string | number | null): number {
	if (left === null || right === null) return Number(left !== null) - Number(right !== null);
	return compare(left, right);
}
