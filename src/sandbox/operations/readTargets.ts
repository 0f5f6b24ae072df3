import * as words from "../../words/sandboxOperations.ts";
import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import type { Payload } from "../write/payload.ts";
import { isObject, readBody } from "../write/readBody.ts";
import { badPayload } from "../write/writeRefusals.ts";
import { noTargets } from "./operationRefusals.ts";

/**
 * The records of a bulk action. Each has to say its type, which is that of the set.
 * https://learn.microsoft.com/power-apps/developer/data-platform/bulk-operations
 */
export function readTargets({ request }: RequestContext, table: SandboxTable, action: string): readonly Payload[] {
	const { Targets: targets, ...others } = readBody(request, table);
	const [other] = Object.keys(others).filter((name) => !name.includes("@"));
	if (other !== undefined) throw badPayload(request, table, words.unknownParameter(other, action));
	if (!Array.isArray(targets) || targets.length === 0) throw noTargets(action);
	return targets.map((target: unknown, index) => {
		const type = isObject(target) ? target["@odata.type"] : undefined;
		const expected = `Microsoft.Dynamics.CRM.${table.logicalName}`;
		if (!isObject(target) || typeof type !== "string" || type.replace(/^#/, "") !== expected) {
			throw badPayload(request, table, words.targetWithoutType(index, expected));
		}
		return target;
	});
}
