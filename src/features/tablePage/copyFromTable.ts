import { env, type QuickPickItem, window } from "vscode";
import type { Table } from "../../core/schema/model.ts";
import { say } from "../../host/say.ts";
import { factWords, tablePickWords } from "../../words/tablePage.ts";

/** Asks which name of the table to copy and copies it. */
export async function copyFromTable(table: Table): Promise<void> {
	const names = ["logicalName", "entitySetName", "schemaName", "logicalCollectionName", "displayName"] as const;
	const items = names.flatMap((name): (QuickPickItem & { text: string })[] => {
		const text = table[name];
		return text ? [{ label: text, description: say(factWords[name]), text }] : [];
	});
	const columns = table.columns.map(({ logicalName }) => logicalName).join("\n");
	items.push({ label: say(tablePickWords.columnNames), text: columns });
	const picked = await window.showQuickPick(items, {
		placeHolder: say(tablePickWords.copyPlaceholder),
		matchOnDescription: true,
	});
	if (picked !== undefined) await env.clipboard.writeText(picked.text);
}
