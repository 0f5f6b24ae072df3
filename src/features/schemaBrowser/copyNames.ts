import { type Disposable, env, window } from "vscode";
import { handleCommand } from "../../host/commands.ts";
import { say } from "../../host/say.ts";
import { browserWords } from "../../words/schemaBrowser.ts";
import { type CopyCommand, copyCommands, copyTexts } from "./copyable.ts";
import type { SelectedNodes } from "./selectedNodes.ts";

/** The copy commands: one line for each selected item. */
export function copyCommandHandlers(selected: SelectedNodes): readonly Disposable[] {
	return copyCommands.map((command) =>
		handleCommand(command, (node, nodes) => copyNames(command, selected, node, nodes)),
	);
}

async function copyNames(command: CopyCommand, selected: SelectedNodes, node: unknown, nodes: unknown): Promise<void> {
	const chosen = selected.of(node, nodes);
	if (chosen.length === 0) return selected.tellNothingSelected();
	const view = await selected.view();
	const texts = view === undefined ? [] : copyTexts(command, chosen, view);
	if (texts.length === 0) void window.showInformationMessage(say(browserWords.nothingToCopy));
	else await env.clipboard.writeText(texts.join("\n"));
}
