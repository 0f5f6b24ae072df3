import { displayNameOf } from "../../core/schema/displayName.ts";
import type { Column } from "../../core/schema/model.ts";
import type { SettingValues } from "../../host/contributions.ts";

/** Display name and logical name, in the order that the person has chosen; the logical one alone where there is no other. */
export function columnNames(column: Column | undefined, labels: SettingValues["schema.labels"]): readonly string[] {
	if (column === undefined) return [];
	const display = displayNameOf(column);
	if (display === undefined) return [column.logicalName];
	return labels === "displayName" ? [display, column.logicalName] : [column.logicalName, display];
}
