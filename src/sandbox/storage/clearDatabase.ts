import type { Database } from "./database.ts";
import { quoted } from "./sqlNames.ts";

/**
 * Drops all tables, as a whole or not at all, and gives their space back. Who remembers tables has to forget them. Row
 * versions go on where they are: an entity tag of before the reset must not fit a row of after it.
 */
export function clearDatabase(database: Database): void {
	const tables = database.all(
		`SELECT name FROM sqlite_master
			WHERE type = 'table' AND name <> 'sandbox$version' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'`,
	);
	database.transaction(() => {
		for (const { name } of tables) database.define(`DROP TABLE ${quoted(String(name))}`);
	});
	database.define("VACUUM");
}
