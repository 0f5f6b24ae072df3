import { commands, type Disposable } from "vscode";
import type { CommandArguments, CommandId } from "./contributions.ts";

/** Arguments as they may really come: from keybindings, links and other extensions. */
type Unchecked<Arguments extends readonly unknown[]> = { [Index in keyof Arguments]: unknown };

/** Registers a contributed command. */
export function handleCommand<Id extends CommandId>(
	id: Id,
	handler: (...given: Unchecked<CommandArguments[Id]>) => unknown,
): Disposable {
	return commands.registerCommand(id, handler);
}

/** What a part of the extension does at its commands. */
export type CommandHandlers<Id extends CommandId> = {
	readonly [Each in Id]: (...given: Unchecked<CommandArguments[Each]>) => unknown;
};

/** Registers contributed commands whose code is loaded with the first of them that is run. */
export function handleCommandsLater<Id extends CommandId>(
	ids: readonly Id[],
	load: () => Promise<CommandHandlers<Id>>,
): readonly Disposable[] {
	return ids.map((id) =>
		handleCommand(id, async (...given) => {
			const handlers = await load();
			return handlers[id](...given);
		}),
	);
}

/** Runs a contributed command with the arguments that it takes. */
export function runCommand<Id extends CommandId>(id: Id, ...given: CommandArguments[Id]): Thenable<unknown> {
	return commands.executeCommand(id, ...given);
}
