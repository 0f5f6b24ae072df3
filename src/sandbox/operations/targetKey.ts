import type { Arguments } from "../../core/odata/nodes.ts";
import { parsePath } from "../../core/odata/parse.ts";
import * as words from "../../words/sandboxOperations.ts";
import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import type { Payload } from "../write/payload.ts";
import { badPayload } from "../write/writeRefusals.ts";

/** A record of a bulk action with the key that names its row; without one where it gives neither. */
export interface KeyedTarget {
	readonly key?: Arguments;
	/** Without the primary id, which cannot be changed. */
	readonly payload: Payload;
}

/** The row is named by `@odata.id` (`accounts(accountnumber='7')`) or by the primary id among the columns. */
export function targetKey({ request }: RequestContext, table: SandboxTable, target: Payload): KeyedTarget {
	const { [table.primaryId]: id, "@odata.id": reference, ...payload } = target;
	if (reference === undefined && id === undefined) return { payload };
	const text = typeof reference === "string" ? reference : `${table.entitySetName}(${String(id)})`;
	const { tree, problems } = parsePath(text);
	const [segment, ...more] = tree.segments;
	const isKey = segment?.kind === "name" && segment.name === table.entitySetName && more.length === 0;
	if (!isKey || segment.arguments === undefined || problems.length > 0) {
		throw badPayload(request, table, words.targetKeyNotUnderstood(text));
	}
	return { key: segment.arguments, payload };
}
