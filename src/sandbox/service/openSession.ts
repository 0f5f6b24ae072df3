import type { SandboxSchema } from "../schema/sandboxTable.ts";
import type { Database, SqlRow } from "../storage/database.ts";
import { quoted } from "../storage/sqlNames.ts";
import type { TableStore } from "../storage/tableStore.ts";
import { adminUser, type KnownUser, knownUsers } from "./identity.ts";
import { guidExpected, userNotMember } from "./serviceRefusals.ts";
import type { ServiceRequest } from "./serviceRequest.ts";
import type { Session } from "./session.ts";
import { timeZoneOfCode } from "./timeZones.ts";

/** Where users and their settings stand. */
export interface UserSource {
	readonly schema: SandboxSchema;
	readonly database: Database;
	readonly store: TableStore;
}

/** Headers that name the user to act for, the preferred one first, with the column that each compares. */
const impersonation = [
	["callerobjectid", "CallerObjectId", "azureactivedirectoryobjectid"],
	["mscrmcallerid", "MSCRMCallerID", "systemuserid"],
] as const;

/** Who asks: the owner of the token, acting for the user that a header names. An unknown one is refused. */
export function openSession(request: ServiceRequest, source: UserSource, now: number): Session {
	const userId = actingUser(request, source) ?? adminUser.id;
	const known = knownUsers.find(({ id }) => id === userId);
	return {
		callerId: adminUser.id,
		userId,
		timeZone: timeZoneOfCode(timeZoneCode(userId, source) ?? known?.timeZoneCode ?? adminUser.timeZoneCode),
		locale: known?.locale ?? adminUser.locale,
		now,
	};
}

function actingUser({ headers }: ServiceRequest, source: UserSource): string | undefined {
	for (const [header, shown, column] of impersonation) {
		const given = headers.get(header)?.trim().toLowerCase();
		if (given === undefined || given === "") continue;
		const id = given.replace(/^\{(.*)\}$/, "$1");
		if (!/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/.test(id)) throw guidExpected(shown);
		const key = column === "systemuserid" ? "id" : "objectId";
		const found =
			knownUsers.find((user: KnownUser) => user[key] === id)?.id ?? rowOfUser(column, id, source)?.systemuserid;
		if (typeof found !== "string") throw userNotMember();
		return found;
	}
	return undefined;
}

function rowOfUser(column: string, id: string, { schema, database, store }: UserSource): SqlRow | undefined {
	const table = schema.table("systemuser");
	if (table === undefined) return undefined;
	store.ensure(table);
	return database.get(`SELECT systemuserid FROM systemuser WHERE ${quoted(column)} = ?`, id);
}

/** From `usersettings`, whose rows have the ids of their users. */
function timeZoneCode(userId: string, { schema, database, store }: UserSource): number | undefined {
	const table = schema.table("usersettings");
	if (table === undefined) return undefined;
	store.ensure(table);
	const row = database.get(`SELECT timezonecode FROM usersettings WHERE ${quoted(table.primaryId)} = ?`, userId);
	return typeof row?.timezonecode === "number" ? row.timezonecode : undefined;
}
