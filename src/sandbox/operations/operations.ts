import { createMultiple } from "./createMultiple.ts";
import type { SetAction, UnboundFunction } from "./operation.ts";
import { retrieveCurrentOrganization } from "./retrieveCurrentOrganization.ts";
import { retrieveTotalRecordCount } from "./retrieveTotalRecordCount.ts";
import { retrieveVersion } from "./retrieveVersion.ts";
import { updateMultiple } from "./updateMultiple.ts";
import { upsertMultiple } from "./upsertMultiple.ts";
import { whoAmI } from "./whoAmI.ts";

/** All functions and actions of the sandbox: what is called is found here, and `$metadata` lists these. */
export const unboundFunctions: readonly UnboundFunction[] = [
	{ kind: "function", name: "WhoAmI", parameters: [], run: whoAmI },
	{ kind: "function", name: "RetrieveVersion", parameters: [], run: retrieveVersion },
	{
		kind: "function",
		name: "RetrieveCurrentOrganization",
		parameters: [{ name: "AccessType", type: { kind: "member", name: "EndpointAccessType" } }],
		run: retrieveCurrentOrganization,
	},
	{
		kind: "function",
		name: "RetrieveTotalRecordCount",
		parameters: [{ name: "EntityNames", type: { kind: "texts" } }],
		run: (context, values) => retrieveTotalRecordCount(context, listOf(values.get("EntityNames"))),
	},
];

export const setActions: readonly SetAction[] = [
	{ kind: "action", name: "CreateMultiple", answers: true, run: createMultiple },
	{ kind: "action", name: "UpdateMultiple", answers: false, run: updateMultiple },
	{ kind: "action", name: "UpsertMultiple", answers: false, run: upsertMultiple },
];

const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
	typeof value === "object" ? value : [];
