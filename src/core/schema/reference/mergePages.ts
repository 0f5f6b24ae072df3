import { compareCodeUnits } from "../../base/compareCodeUnits.ts";
import type { Layer, Schema, Table } from "../model.ts";
import { mergeTable } from "./mergeTable.ts";
import type { Page } from "./page.ts";
import type { Problem } from "./problem.ts";

/**
 * Titles of some extension pages write the name of their table in other letters than its base page: such a page gets
 * the name of the base page.
 */
export function resolveNames(pages: readonly Page[]): readonly Page[] {
	const exact = new Set(pages.map(({ bases, logicalName }) => (bases.length === 0 ? logicalName : "")));
	const anyCase = new Map([...exact].map((name) => [name.toLowerCase(), name]));
	return pages.map((page) => {
		const name = anyCase.get(page.logicalName.toLowerCase());
		return name === undefined || exact.has(page.logicalName) ? page : { ...page, logicalName: name };
	});
}

/** Makes tables of pages: extension pages are laid over the page of the table that they extend. */
export function mergePages(pages: readonly Page[], layers: readonly Layer[]): { schema: Schema; problems: Problem[] } {
	const problems: Problem[] = [];
	const rank = new Map(layers.map(({ id }, index) => [id, index]));
	const order = (page: Page): number => (rank.get(page.layer) ?? 0) * 2 + (page.bases.length > 0 ? 1 : 0);
	const sorted = [...pages].sort((a, b) => order(a) - order(b) || compareCodeUnits(a.path, b.path));
	const byTable = new Map<string, [Page, ...Page[]]>();
	for (const page of sorted) {
		const group = byTable.get(page.logicalName);
		if (group === undefined) byTable.set(page.logicalName, [page]);
		else group.push(page);
	}
	const tables: Table[] = [];
	for (const name of [...byTable.keys()].sort(compareCodeUnits)) {
		const group = byTable.get(name);
		if (group === undefined) continue;
		checkGroup(group, problems);
		tables.push(mergeTable(group, problems));
	}
	return { schema: { layers, tables }, problems };
}

/** One base, all others extensions, one page of a layer. */
function checkGroup([first, ...others]: readonly [Page, ...Page[]], problems: Problem[]): void {
	if (first.bases.length > 0)
		problems.push(about(first, "baseMissing", first.bases.map(({ link }) => link).join(", ")));
	let previous = first;
	for (const page of others) {
		if (page.layer === previous.layer) problems.push(about(page, "duplicatePage", previous.path));
		else if (page.bases.length === 0) problems.push(about(page, "twoBases", previous.path));
		previous = page;
	}
}

function about({ path }: Page, code: "baseMissing" | "duplicatePage" | "twoBases", text: string): Problem {
	return { file: path, line: 1, code, text };
}
