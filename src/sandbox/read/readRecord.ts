import type { QueryOption } from "../../core/odata/nodes.ts";
import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";

export interface ReadRecord {
	/** The JSON of the record with its `@odata.context`. */
	readonly body: string;
	/** For the header: `W/"1146626"`. */
	readonly etag: string;
}

/**
 * One record as GET answers it, with the annotations that the request prefers; `options` may hold `$select` and
 * `$expand` (those of the request for `return=representation`). Undefined where there is no such row.
 */
export function readRecord(
	context: RequestContext,
	table: SandboxTable,
	id: string,
	options: readonly QueryOption[],
): ReadRecord | undefined {
	throw new Error(`not built yet: read ${table.logicalName} ${id} with ${options.length} for ${context.root}`);
}
