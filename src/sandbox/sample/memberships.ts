import { quoted } from "../storage/sqlNames.ts";
import type { RowPlace } from "./rowWriter.ts";

/** Makes users members of teams: id of a team -> ids of users. Who is a member already stays one. */
export function writeMemberships(place: RowPlace, members: ReadonlyMap<string, readonly string[]>): void {
	const navigation = place.schema.table("team")?.navigation.get("teammembership_association");
	if (navigation?.intersect === undefined) return;
	const { column, intersect } = navigation;
	place.store.ensureIntersect(intersect.table, [column, intersect.otherColumn]);
	const columns = `${quoted(column)}, ${quoted(intersect.otherColumn)}`;
	const sql = `INSERT OR IGNORE INTO ${quoted(intersect.table)} (${columns}) VALUES (?, ?)`;
	for (const [team, users] of members) for (const user of users) place.database.run(sql, team, user);
}
