import { env, window } from "vscode";
import type { CommandHandlers } from "../../host/commands.ts";
import { say } from "../../host/say.ts";
import { browserWords } from "../../words/schemaBrowser.ts";
import { type CopyCommand, copyTexts } from "./copyable.ts";
import type { SelectedNodes } from "./selectedNodes.ts";

/** The copy commands: one line for each selected item. */
export function copyHandlers(selected: SelectedNodes): CommandHandlers<CopyCommand> {
	const copy = (command: CopyCommand) => (node: unknown, nodes: unknown) => copyNames(command, selected, node, nodes);
	return {
		"dataverseWorkbench.copyLogicalName": copy("dataverseWorkbench.copyLogicalName"),
		"dataverseWorkbench.copySchemaName": copy("dataverseWorkbench.copySchemaName"),
		"dataverseWorkbench.copyEntitySetName": copy("dataverseWorkbench.copyEntitySetName"),
		"dataverseWorkbench.copyNavigationProperty": copy("dataverseWorkbench.copyNavigationProperty"),
		"dataverseWorkbench.copyOptionValue": copy("dataverseWorkbench.copyOptionValue"),
		"dataverseWorkbench.copyOptionLabel": copy("dataverseWorkbench.copyOptionLabel"),
	};
}

async function copyNames(command: CopyCommand, selected: SelectedNodes, node: unknown, nodes: unknown): Promise<void> {
	const chosen = selected.of(node, nodes);
	if (chosen.length === 0) return selected.tellNothingSelected();
	const view = await selected.view();
	const texts = view === undefined ? [] : copyTexts(command, chosen, view);
	if (texts.length === 0) void window.showInformationMessage(say(browserWords.nothingToCopy));
	else await env.clipboard.writeText(texts.join("\n"));
}
