import { compareDecimals } from "../compareDecimals.ts";
import type { Column } from "../model.ts";
import type { Report } from "./checkPages.ts";
import type { Page, PageColumn } from "./page.ts";
import type { IndexedTable, SchemaIndex } from "./schemaIndex.ts";

/** Looks at what the columns of a page point to and at their values. */
export function checkColumns(page: Page, own: IndexedTable, index: SchemaIndex, report: Report): void {
	for (const column of page.columns) checkColumn(column, own, index, report);
	for (const column of page.changedColumns) checkColumn(column, own, index, report);
}

function checkColumn(column: PageColumn, own: IndexedTable, index: SchemaIndex, report: Report): void {
	const { schemaName, targets, minValue, maxValue } = column;
	for (const { table } of targets ?? []) {
		if (!index.has(table)) report("targetTableMissing", column, `${schemaName}: ${table}`);
	}
	if (minValue && maxValue && (compareDecimals(minValue, maxValue) ?? 0) > 0) {
		report("limitsReversed", column, `${schemaName}: ${minValue}, ${maxValue}`);
	}
	if (column.choice !== undefined) checkChoice(column, own, report);
}

/** A change lists only what it adds, so the merged choice is what the values must be found in. */
function checkChoice(column: PageColumn, own: IndexedTable, report: Report): void {
	const { schemaName, logicalName, choice } = column;
	const merged = logicalName === undefined ? undefined : own.columns.get(logicalName);
	const options = merged?.choice?.options ?? choice?.options ?? [];
	const value = choice?.defaultValue;
	if (
		typeof value === "number" &&
		value !== -1 &&
		options.length > 0 &&
		!options.some((each) => each.value === value)
	) {
		report("defaultMissing", column, `${schemaName}: ${value}`);
	}
	const states = stateValues(own.columns.get("statecode"));
	for (const { value: status, state } of states === undefined ? [] : (choice?.options ?? [])) {
		if (state !== undefined && !states?.has(state))
			report("stateMissing", column, `${schemaName}: ${status}, ${state}`);
	}
}

/** The values of the table's states; undefined where they are not documented. */
function stateValues(column: Column | undefined): ReadonlySet<number> | undefined {
	const options = column?.choice?.options ?? [];
	return options.length === 0 ? undefined : new Set(options.map(({ value }) => value));
}
