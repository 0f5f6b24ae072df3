import type { CommandHandlers } from "../../host/commands.ts";
import type { CommandId } from "../../host/contributions.ts";

/** The commands of this feature, known before its code is loaded. */
export const environmentCommands = [
	"dataverseWorkbench.addEnvironment",
	"dataverseWorkbench.switchEnvironment",
	"dataverseWorkbench.useEnvironment",
	"dataverseWorkbench.editEnvironment",
	"dataverseWorkbench.colourEnvironment",
	"dataverseWorkbench.moveEnvironmentUp",
	"dataverseWorkbench.moveEnvironmentDown",
	"dataverseWorkbench.removeEnvironment",
	"dataverseWorkbench.signIn",
	"dataverseWorkbench.signOut",
	"dataverseWorkbench.unlockEnvironment",
	"dataverseWorkbench.lockEnvironment",
	"dataverseWorkbench.copyEnvironmentUrl",
	"dataverseWorkbench.openEnvironment",
	"dataverseWorkbench.shareEnvironment",
	"dataverseWorkbench.refreshEnvironments",
	"dataverseWorkbench.chooseDocumentEnvironment",
] as const satisfies readonly CommandId[];

/** A command that is listed and not handled does not compile, and the reverse. */
export type EnvironmentHandlers = CommandHandlers<(typeof environmentCommands)[number]>;
