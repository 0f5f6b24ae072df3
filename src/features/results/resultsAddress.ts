import { Uri } from "vscode";

/** What a document of results shows: the rows of a table in an environment. */
export interface ResultsAddress {
	/** Id of the environment. */
	readonly environment: string;
	readonly table: string;
}

/**
 * Results are documents of a scheme of their own. An `untitled:` one would never be clean again after its changes were
 * saved: VS Code takes only a file from a save dialog for that.
 */
export const resultsScheme = "dataverse-results";

/** The last part of the path is what the tab says. */
export function resultsUri({ environment, table }: ResultsAddress, title: string): Uri {
	return Uri.from({
		scheme: resultsScheme,
		path: `/${environment}/${table}/${title.replaceAll("/", "∕")}`,
		query: JSON.stringify({ environment, table }),
	});
}

/** Undefined where the address is of no results. */
export function addressOf({ scheme, query }: Uri): ResultsAddress | undefined {
	if (scheme !== resultsScheme) return undefined;
	try {
		const { environment, table } = JSON.parse(query) as Partial<Readonly<Record<keyof ResultsAddress, unknown>>>;
		return typeof environment === "string" && typeof table === "string" ? { environment, table } : undefined;
	} catch {
		return undefined;
	}
}
