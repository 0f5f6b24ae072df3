import type { Schema } from "../model.ts";
import { checkPages } from "./checkPages.ts";
import { countSchema, type SchemaCounts } from "./countSchema.ts";
import { orderLayers } from "./layers.ts";
import { mergePages, resolveNames } from "./mergePages.ts";
import type { Page, PageFile } from "./page.ts";
import { compareProblems, type Problem } from "./problem.ts";
import { readPage, type ReadOptions } from "./readPage.ts";

export interface CompileResult {
	readonly schema: Schema;
	/** By file, line and code. `notATable` among them means that a page is not in the schema at all. */
	readonly problems: readonly Problem[];
	readonly counts: SchemaCounts & { readonly pages: number };
	/** In order of their paths. */
	readonly pages: readonly Page[];
}

/**
 * Compiles reference pages into a schema. The order of the files does not matter. Never throws: what is not understood
 * becomes a problem and the rest is kept.
 */
export function compileReference(files: readonly PageFile[], options: ReadOptions): CompileResult {
	const { pages: read, problems: pageProblems } = readPages(files, options);
	const pages = resolveNames(read);
	const { layers, problems: layerProblems } = orderLayers(pages);
	const { schema, problems: mergeProblems } = mergePages(pages, layers);
	const checkProblems = checkPages(pages, schema);
	const problems = [...pageProblems, ...layerProblems, ...mergeProblems, ...checkProblems].sort(compareProblems);
	return { schema, problems, counts: { pages: pages.length, ...countSchema(schema) }, pages };
}

/** Only reads the pages, in order of their paths: what a comparison with another parser measures. */
export function readPages(
	files: readonly PageFile[],
	options: ReadOptions,
): { readonly pages: readonly Page[]; readonly problems: readonly Problem[] } {
	const pages: Page[] = [];
	const problems: Problem[] = [];
	for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
		const result = readPage(file, options);
		if (result.page) pages.push(result.page);
		for (const problem of result.problems) problems.push(problem);
	}
	return { pages, problems };
}
