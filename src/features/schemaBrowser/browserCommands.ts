import type { CommandHandlers } from "../../host/commands.ts";
import type { CommandId } from "../../host/contributions.ts";

/** The commands of this feature, known before its code is loaded. */
export const browserCommands = [
	"dataverseWorkbench.searchSchema",
	"dataverseWorkbench.openDocumentation",
	"dataverseWorkbench.revealInTree",
	"dataverseWorkbench.insertName",
	"dataverseWorkbench.copyLogicalName",
	"dataverseWorkbench.copySchemaName",
	"dataverseWorkbench.copyEntitySetName",
	"dataverseWorkbench.copyNavigationProperty",
	"dataverseWorkbench.copyOptionValue",
	"dataverseWorkbench.copyOptionLabel",
	"dataverseWorkbench.addFavourite",
	"dataverseWorkbench.removeFavourite",
	"dataverseWorkbench.filterTables",
	"dataverseWorkbench.clearFilter",
	"dataverseWorkbench.arrangeSchema",
] as const satisfies readonly CommandId[];

/** A command that is listed and not handled does not compile, and the reverse. */
export type BrowserHandlers = CommandHandlers<(typeof browserCommands)[number]>;
