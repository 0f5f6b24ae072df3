import type { ManyToOne, Table } from "../../core/schema/model.ts";
import type { Navigation, SandboxColumn } from "./sandboxTable.ts";
import { isLookup } from "./storageKind.ts";

type Columns = ReadonlyMap<string, SandboxColumn>;

/**
 * The single-valued navigation properties of a table. A column with several targets has one for each; some documented
 * names serve several targets and come out once, with all tables.
 *
 * About a tenth of the relationships has no documented name, and some lookups have no documented relationship. They get
 * the usual name: the column's own where it has one target, else column, underscore, target; followed by underscore and
 * this table where the documented names of its like do so (`regardingobjectid_account_task`, `createdby_task`).
 */
export function lookupNavigation(table: Table, columns: Columns): readonly Navigation[] {
	const byName = new Map<string, Navigation>();
	const related = new Set<string>();
	for (const row of table.manyToOne) {
		const { referencingColumn: column, referencedTable: target } = row;
		if (column === undefined || target === undefined || !columns.has(column)) continue;
		related.add(`${column} ${target}`).add(`${column} *`);
		add(byName, navigation(table, row, column, target, columns), columns);
	}
	for (const column of columns.values()) addUnrelated(byName, table, column, related, columns);
	return [...byName.values()];
}

function navigation(
	table: Table,
	{ schemaName, navigationProperty }: ManyToOne,
	column: string,
	target: string,
	columns: Columns,
): Navigation {
	return {
		name: navigationProperty ?? usualName(table, column, target, columns),
		relationship: schemaName,
		kind: "lookup",
		table: target,
		column,
		...(navigationProperty === undefined && { usual: true }),
	};
}

/** A second target under a documented name joins the first; a usual name never takes a documented one's place. */
function add(byName: Map<string, Navigation>, found: Navigation, columns: Columns): void {
	const first = byName.get(found.name);
	if (first === undefined) {
		const targets = columns.get(found.column)?.targets ?? [];
		byName.set(found.name, found.table === "owner" && targets.length > 0 ? { ...found, tables: targets } : found);
	} else if (first.column === found.column) {
		byName.set(found.name, { ...first, tables: [...(first.tables ?? [first.table]), found.table] });
	}
}

function addUnrelated(
	byName: Map<string, Navigation>,
	table: Table,
	{ logicalName, column, targets }: SandboxColumn,
	related: ReadonlySet<string>,
	columns: Columns,
): void {
	if (!isLookup(column) || (column.type === "Owner" && related.has(`${logicalName} *`))) return;
	for (const target of targets) {
		if (related.has(`${logicalName} ${target}`)) continue;
		const name = column.type === "Owner" ? logicalName : usualName(table, logicalName, target, columns);
		// No relationship is documented either, so the navigation property lends it its name.
		add(byName, { name, relationship: name, kind: "lookup", table: target, column: logicalName, usual: true }, columns);
	}
}

function usualName(table: Table, column: string, target: string, columns: Columns): string {
	const isPolymorphic = (name: string): boolean => (columns.get(name)?.targets.length ?? 0) > 1;
	const self = `_${table.logicalName}`;
	const alike = table.manyToOne.filter(({ referencingColumn: other, referencedTable, navigationProperty }) => {
		// A lookup to this very table ends with its name either way.
		if (other === undefined || navigationProperty === undefined || referencedTable === table.logicalName) return false;
		return isPolymorphic(column) ? other === column : !isPolymorphic(other);
	});
	const withSelf = alike.filter(({ navigationProperty }) => navigationProperty?.toLowerCase().endsWith(self));
	const end = withSelf.length * 2 > alike.length ? self : "";
	return isPolymorphic(column) ? `${column}_${target}${end}` : `${column}${end}`;
}
