import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import type { Payload } from "./payload.ts";

/** Which row: by its primary id, or by the columns of an alternate key with values as on the wire (`_x_value` for lookups). */
export type RowKey = { readonly id: string } | { readonly values: Payload };

export interface UpsertOutcome {
	readonly id: string;
	readonly created: boolean;
}

/** Changes the row of that key; where there is none, makes it with the key's values in it. */
export function upsertRecord(
	context: RequestContext,
	table: SandboxTable,
	key: RowKey,
	payload: Payload,
): UpsertOutcome {
	throw new Error(
		`not built yet: upsert ${table.logicalName} ${Object.keys(key).length}, ${Object.keys(payload).length} for ${context.root}`,
	);
}
