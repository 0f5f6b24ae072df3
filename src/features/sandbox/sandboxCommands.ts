import type { CommandHandlers } from "../../host/commands.ts";
import type { CommandId } from "../../host/contributions.ts";

/** The commands of this feature, known before its code is loaded. */
export const sandboxCommands = [
	"dataverseWorkbench.openSandbox",
	"dataverseWorkbench.copySandboxUrl",
	"dataverseWorkbench.copySandboxToken",
	"dataverseWorkbench.openSandboxRequests",
	"dataverseWorkbench.addSandboxRows",
	"dataverseWorkbench.exportSandbox",
	"dataverseWorkbench.importSandbox",
	"dataverseWorkbench.resetSandbox",
	"dataverseWorkbench.stopSandbox",
] as const satisfies readonly CommandId[];

/** A command that is listed and not handled does not compile, and the reverse. */
export type SandboxHandlers = CommandHandlers<(typeof sandboxCommands)[number]>;
