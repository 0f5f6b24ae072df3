import type { Catalog } from "../core/schema/catalog.ts";
import { openBundleFile } from "../disk/openBundle.ts";
import { bundleProblemMessage } from "../words/bundleProblem.ts";
import type { Message } from "../words/message.ts";

/** What became of a bundle: its catalog and a line about it, or why there is none. */
export type CatalogOpening =
	| { readonly catalog: Catalog; readonly description: string; close(): void }
	| { readonly catalog?: never; readonly problem: Message };

/**
 * Opens a bundle. An entry of its own: the code that reads bundles is loaded with the first question about the schema.
 * Messages name the file without its folder.
 *
 * @param report is told later of parts that turn out to be damaged.
 */
export function openCatalog(path: string, report: (problem: Message) => void): CatalogOpening {
	const name = path.replace(/^.*[\\/]/, "");
	const opened = openBundleFile(path, (problem) => {
		report(bundleProblemMessage(problem, name));
	});
	if (!opened.ok) return { problem: bundleProblemMessage(opened.problem, name) };
	const { catalog, bundle } = opened;
	const description = `${name}, ${bundle.tableNames.length} tables, content ${bundle.contentHash.slice(0, 12)}`;
	return {
		catalog,
		description,
		close: () => {
			opened.close();
		},
	};
}
