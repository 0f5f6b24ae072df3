import type { Schema } from "../model.ts";
import { checkColumns } from "./checkColumns.ts";
import { checkRelationships } from "./checkRelationships.ts";
import type { Page } from "./page.ts";
import type { Problem, ProblemCode } from "./problem.ts";
import { indexSchema, type IndexedTable } from "./schemaIndex.ts";

/** Tells a problem about a thing of the page; its line is where the page has it. */
export type Report = (code: ProblemCode, thing: object, text: string) => void;

/** Looks for facts that do not fit together, once all pages are one schema. */
export function checkPages(pages: readonly Page[], schema: Schema): readonly Problem[] {
	const problems: Problem[] = [];
	const index = indexSchema(schema);
	const entitySets = new Map<string, string>();
	for (const page of pages) {
		const own = index.get(page.logicalName);
		if (own === undefined) continue;
		const report: Report = (code, thing, text) => {
			problems.push({ file: page.path, line: page.lines.get(thing) ?? 1, code, text });
		};
		checkFacts(page, own, entitySets, report);
		checkColumns(page, own, index, report);
		checkRelationships(page, own, index, report);
	}
	return problems;
}

/** Primary columns must be columns; an entity set name belongs to one table. */
function checkFacts(page: Page, { columns }: IndexedTable, entitySets: Map<string, string>, report: Report): void {
	const { facts, logicalName } = page;
	for (const column of [facts.primaryIdColumn, facts.primaryNameColumn]) {
		if (column !== undefined && !columns.has(column)) report("primaryColumnMissing", facts, column);
	}
	const { entitySetName } = facts;
	if (entitySetName === undefined) return;
	const other = entitySets.get(entitySetName) ?? logicalName;
	if (other !== logicalName) report("entitySetTwice", facts, `${entitySetName}: ${other}, ${logicalName}`);
	entitySets.set(entitySetName, other);
}
