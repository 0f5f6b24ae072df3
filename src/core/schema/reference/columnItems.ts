import type { ColumnAccess, LayerId } from "../model.ts";
import { columnRows, columnRowsUndescribed } from "./columnRows.ts";
import type { ColumnDraft } from "./draft.ts";
import type { ItemKind } from "./itemSection.ts";
import type { ProblemList } from "./problem.ts";
import { readChanges } from "./relationshipItems.ts";

/** Items of a column section. `access` is absent in the section of changed columns. */
export function columnItems(
	layer: LayerId,
	access: ColumnAccess | undefined,
	descriptions: boolean,
	take: (column: ColumnDraft, line: number) => void,
	problems: ProblemList,
): ItemKind<ColumnDraft> {
	return {
		rules: descriptions ? columnRows : columnRowsUndescribed,
		create: (schemaName) => ({ schemaName, layer, ...(access && { access }) }),
		sentence: (line, item) => item.rows.length === 0 && readChanges(line, item),
		done({ thing, line, name, form }, hasTable) {
			if (access !== undefined && form.changes === undefined) {
				if (!hasTable) problems.add("itemWithoutTable", line, name);
				else if (thing.logicalName === undefined) problems.add("noLogicalName", line, name);
			}
			take(thing, line);
		},
	};
}
