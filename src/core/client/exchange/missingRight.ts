import type { ServiceProblem } from "../clientProblem.ts";

const guid = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

/**
 * What a refusal for lack of rights names: privilege, table, user. The service tells it in its message only, in these forms:
 * "Principal user (Id=..., type=8, ...) is missing prvReadAccount privilege (Id=...) on OTC=1 for entity 'account'" where a
 * role lacks it, "Principal with id ... does not have ReadAccess right(s) for record with id ... of entity account" where
 * the record is out of reach, and the older "SecLib::AccessCheckEx failed. ... CallingUser: ... AccessRights: WriteAccess".
 * https://learn.microsoft.com/troubleshoot/power-platform/dataverse/user-permissions/client-errors
 */
export function missingRight(message: string): NonNullable<ServiceProblem["missing"]> | undefined {
	const privilege = first(message, [
		/is missing (prv\w+)/i,
		/does not have (\w+) right\(s\)/i,
		/AccessRights: (\w+)/i,
		/(?:privilege|Privilege Name)[:=]\s*(prv\w+)/i,
	]);
	const table = first(message, [
		/for entity '(\w+)'/i,
		/right\(s\) for record with id [-0-9a-f]+ of entity '?(\w+)/i,
		/\bentity(?: name)?[:=]\s*'?(\w+)/i,
	]);
	const user = first(message, [
		new RegExp(`Principal (?:user|team) \\(Id=(${guid})`, "i"),
		new RegExp(`(?:Principal|user) with id (${guid})`, "i"),
		new RegExp(`CallingUser: (${guid})`, "i"),
	]);
	if (privilege === undefined && table === undefined && user === undefined) return undefined;
	return { ...(privilege && { privilege }), ...(table && { table }), ...(user && { user }) };
}

function first(message: string, patterns: readonly RegExp[]): string | undefined {
	for (const pattern of patterns) {
		const [, found] = pattern.exec(message) ?? [];
		if (found !== undefined) return found;
	}
	return undefined;
}
