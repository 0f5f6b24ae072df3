import { Uri } from "vscode";

/** Table pages are documents of this scheme: "dataverse-schema:/account.dvtable#accountnumber". */
export const tablePageScheme = "dataverse-schema";

const extension = ".dvtable";

/** The page of a table by its logical name; the fragment tells the column to show first. */
export function tablePageUri(table: string, column = ""): Uri {
	return Uri.from({ scheme: tablePageScheme, path: `/${table}${extension}`, fragment: column });
}

/** What such a URI leads to; undefined where it is no table page. */
export function placeOfTablePageUri({ scheme, path, fragment }: Uri): { table: string; column?: string } | undefined {
	if (scheme !== tablePageScheme || !path.endsWith(extension)) return undefined;
	const table = path.slice(1, -extension.length);
	return fragment === "" ? { table } : { table, column: fragment };
}
