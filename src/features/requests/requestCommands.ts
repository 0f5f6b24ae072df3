import type { CommandHandlers } from "../../host/commands.ts";
import type { CommandId } from "../../host/contributions.ts";

/** The commands of this feature, known before its code is loaded. */
export const requestCommands = [
	"dataverseWorkbench.filterRequests",
	"dataverseWorkbench.clearRequestFilter",
	"dataverseWorkbench.clearRequests",
	"dataverseWorkbench.copyRequestAsCurl",
	"dataverseWorkbench.copyRequestUrl",
	"dataverseWorkbench.copyResponseId",
	"dataverseWorkbench.copyRequestDetail",
] as const satisfies readonly CommandId[];

export type RequestHandlers = CommandHandlers<(typeof requestCommands)[number]>;
