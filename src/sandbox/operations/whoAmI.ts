import type { JsonObject } from "../metadata/json.ts";
import { organization, rootBusinessUnit } from "../service/identity.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { quoted } from "../storage/sqlNames.ts";

/** Who acts, in which business unit, in which organization: ids of rows that can be read. */
export function whoAmI({ schema, store, database, session }: RequestContext): JsonObject {
	const users = schema.table("systemuser");
	if (users !== undefined) store.ensure(users);
	const row =
		users === undefined
			? undefined
			: database.get(
					`SELECT ${quoted("businessunitid")} AS unit FROM ${quoted(users.logicalName)} WHERE ${quoted(users.primaryId)} = ?`,
					session.userId,
				);
	return {
		BusinessUnitId: typeof row?.unit === "string" ? row.unit : rootBusinessUnit.id,
		UserId: session.userId,
		OrganizationId: organization.id,
	};
}
