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

/** Runs a contributed command with the arguments that it takes. */
export function runCommand<Id extends CommandId>(id: Id, ...given: CommandArguments[Id]): Thenable<unknown> {
	return commands.executeCommand(id, ...given);
}
