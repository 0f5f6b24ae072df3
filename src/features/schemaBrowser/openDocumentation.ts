import { env, Uri, window } from "vscode";
import { documentationUrl } from "../../core/schema/documentationUrl.ts";
import type { SchemaPlace } from "../../host/contributions.ts";
import { say } from "../../host/say.ts";
import { browserWords } from "../../words/schemaBrowser.ts";
import type { TreeCatalog } from "./schemaView.ts";

/** Opens the publisher's page about the table; for a column the page of the layer that has it, at the column. */
export async function openDocumentation({ table, column }: SchemaPlace, catalog: TreeCatalog): Promise<void> {
	const facts = column === undefined ? undefined : catalog.column(table, column);
	const layer = facts?.layer ?? catalog.summary(table)?.layers[0];
	const url = layer === undefined ? undefined : documentationUrl({ layer, logicalName: table });
	if (url === undefined) {
		void window.showInformationMessage(say(browserWords.noDocumentation(table)));
		return;
	}
	await env.openExternal(Uri.parse(facts === undefined ? url : `${url}#BKMK_${facts.schemaName}`, true));
}
