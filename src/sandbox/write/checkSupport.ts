import type { SandboxTable } from "../schema/sandboxTable.ts";
import { messageNotSupported } from "./writeRefusals.ts";

export type RecordMessage = "Create" | "Update" | "Delete";

/**
 * Refuses what a table has no message for, where that is known: its documented messages lack it, it is the list of all
 * activities or one of the tables that only the service writes, or its rows are links of a many-to-many relationship,
 * which are made by associating.
 */
export function checkSupport(table: SandboxTable, message: RecordMessage): void {
	const { logicalName } = table;
	const documented = table.table.messages;
	const lacksIt = documented !== undefined && !documented.some(({ name }) => name === message);
	if (lacksIt || writtenByService[logicalName]?.includes(message) === true || isIntersect(table)) {
		throw messageNotSupported(message, logicalName);
	}
}

const all: readonly RecordMessage[] = ["Create", "Update", "Delete"];
const writtenByService: Readonly<Record<string, readonly RecordMessage[]>> = {
	activitypointer: all,
	owner: all,
	organization: ["Create", "Delete"],
};

function isIntersect({ logicalName, table }: SandboxTable): boolean {
	return table.manyToMany.some(({ intersectTable }) => intersectTable === logicalName);
}
