import type { Supplement } from "./supplement.ts";

/** https://learn.microsoft.com/power-apps/maker/data-platform/visualize-hierarchical-data: what has a hierarchy at first. */
export const hierarchies: Supplement["hierarchies"] = {
	account: "parentaccountid",
	position: "parentpositionid",
	systemuser: "parentsystemuserid",
};
