import type { ManyToMany, ManyToOne, OneToMany } from "../model.ts";
import type { Report } from "./checkPages.ts";
import { manyToOneKey, oneToManyKey } from "./mergeTable.ts";
import type { Page } from "./page.ts";
import type { IndexedTable, SchemaIndex } from "./schemaIndex.ts";

/** Looks at both sides of each relationship of a page. */
export function checkRelationships(page: Page, own: IndexedTable, index: SchemaIndex, report: Report): void {
	for (const item of page.manyToOne) checkManyToOne(page.logicalName, item, own, index, report);
	for (const item of page.oneToMany) checkOneToMany(page.logicalName, item, index, report);
	for (const item of page.manyToMany) checkManyToMany(page.logicalName, item, index, report);
}

function checkManyToOne(name: string, item: ManyToOne, own: IndexedTable, index: SchemaIndex, report: Report): void {
	const { schemaName, referencedTable, referencedColumn, referencingColumn } = item;
	if (referencingColumn !== undefined && !own.columns.has(referencingColumn)) {
		report("relationshipColumnMissing", item, `${schemaName}: ${name}.${referencingColumn}`);
	}
	const other = otherSide(referencedTable, item, index, report);
	if (other === undefined || referencedTable === undefined) return;
	if (referencedColumn !== undefined && !other.columns.has(referencedColumn)) {
		report("relationshipColumnMissing", item, `${schemaName}: ${referencedTable}.${referencedColumn}`);
	}
	const mirror = other.oneToMany.get(oneToManyKey({ schemaName, layer: "", referencingTable: name }));
	if (mirror === undefined) report("mirrorMissing", item, `${schemaName}: ${referencedTable}`);
	else if (differ(mirror.referencingColumn, referencingColumn)) {
		report("mirrorDiffers", item, `${schemaName}: ${String(referencingColumn)}, ${String(mirror.referencingColumn)}`);
	}
}

function checkOneToMany(name: string, item: OneToMany, index: SchemaIndex, report: Report): void {
	const { schemaName, referencingTable } = item;
	const other = otherSide(referencingTable, item, index, report);
	if (other === undefined || other.manyToOne.has(manyToOneKey({ schemaName, layer: "", referencedTable: name })))
		return;
	report("mirrorMissing", item, `${schemaName}: ${String(referencingTable)}`);
}

function checkManyToMany(name: string, item: ManyToMany, index: SchemaIndex, report: Report): void {
	const { schemaName, otherTable } = item;
	const other = otherSide(otherTable, item, index, report);
	if (other === undefined || other.manyToMany.get(schemaName)?.has(name)) return;
	report("mirrorMissing", item, `${schemaName}: ${String(otherTable)}`);
}

/** The table on the other side; a table that is named and not known is told. */
function otherSide(
	table: string | undefined,
	item: { readonly schemaName: string },
	index: SchemaIndex,
	report: Report,
): IndexedTable | undefined {
	const other = table === undefined ? undefined : index.get(table);
	if (table !== undefined && other === undefined) report("relatedTableMissing", item, `${item.schemaName}: ${table}`);
	return other;
}

/** Two facts that are both there and not the same. */
function differ(a: string | undefined, b: string | undefined): boolean {
	return a !== undefined && b !== undefined && a !== b;
}
