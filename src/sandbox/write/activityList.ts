import type { SandboxColumn, SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { foldedName, quoted, targetName } from "../storage/sqlNames.ts";

/** What keeping the list takes: a part of a request's context, so that bulk writers can call it too. */
export type ActivityListContext = Pick<RequestContext, "schema" | "store" | "database">;

const listName = "activitypointer";

/** True for tables whose rows are activities: task, phonecall, email and all others that share the list's id column. */
function isActivity({ primaryId, logicalName }: SandboxTable): boolean {
	return primaryId === "activityid" && logicalName !== listName;
}

/**
 * Copies an activity into the list of all activities (`activitypointer`): the columns that both have. Without an id all
 * rows of the table are copied. Called after each write of an activity, in the same transaction. Parties of activities
 * would be kept here as well; they are not in the sandbox yet.
 */
export function listActivity(context: ActivityListContext, table: SandboxTable, id?: string): void {
	const list = context.schema.table(listName);
	if (list === undefined || !isActivity(table)) return;
	context.store.ensure(list);
	const names = sharedNames(list, table).map(quoted).join(", ");
	const which = id === undefined ? "" : ` WHERE ${quoted(table.primaryId)} = ?`;
	context.database.run(
		`INSERT OR REPLACE INTO ${quoted(listName)} (${names}) SELECT ${names} FROM ${quoted(table.logicalName)}${which}`,
		...(id === undefined ? [] : [id]),
	);
}

/** Takes a deleted activity off the list. */
export function unlistActivity({ database, store }: ActivityListContext, table: SandboxTable, id: string): void {
	if (!isActivity(table) || !store.exists(listName)) return;
	database.run(`DELETE FROM ${quoted(listName)} WHERE ${quoted(table.primaryId)} = ?`, id);
}

function sharedNames(list: SandboxTable, table: SandboxTable): readonly string[] {
	const names: string[] = [];
	for (const column of list.columns.values()) {
		const own = table.columns.get(column.logicalName);
		if (!column.stored || column.generated === true || own?.stored !== true || own.kind !== column.kind) continue;
		names.push(column.logicalName);
		if (column.folded && own.folded) names.push(foldedName(column.logicalName));
		if (isPolymorphic(column) && isPolymorphic(own)) names.push(targetName(column.logicalName));
	}
	return names;
}

const isPolymorphic = ({ targets }: SandboxColumn): boolean => targets.length > 1;
