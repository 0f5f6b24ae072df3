import type { Catalog } from "../../core/schema/catalog.ts";
import type { Table } from "../../core/schema/model.ts";
import type { Supplement } from "../supplement/supplement.ts";
import { sampleSupplement } from "../supplement/sampleSupplement.ts";
import { childrenNavigation, manyToManyNavigation } from "./collectionNavigation.ts";
import { lookupNavigation } from "./lookupNavigation.ts";
import { sandboxColumns } from "./sandboxColumns.ts";
import type { Navigation, SandboxColumn, SandboxKey, SandboxSchema, SandboxTable } from "./sandboxTable.ts";

/** The schema of a catalog as the sandbox enforces it. A table is made when it is first asked for, and kept. */
export function createSandboxSchema(catalog: Catalog, supplement: Supplement = sampleSupplement): SandboxSchema {
	const made = new Map<string, SandboxTable | undefined>();
	const table = (logicalName: string): SandboxTable | undefined => {
		if (!made.has(logicalName)) made.set(logicalName, sandboxTable(catalog, logicalName, supplement));
		return made.get(logicalName);
	};
	return {
		catalog,
		table,
		tableBySet: (entitySetName) => {
			const summary = catalog.tableByEntitySet(entitySetName);
			return summary === undefined ? undefined : table(summary.logicalName);
		},
	};
}

function sandboxTable(catalog: Catalog, logicalName: string, supplement: Supplement): SandboxTable | undefined {
	const table = catalog.table(logicalName);
	if (table?.primaryIdColumn === undefined || table.entitySetName === undefined) return undefined;
	const columns = sandboxColumns(table, supplement);
	const primaryId = columns.get(table.primaryIdColumn);
	if (primaryId?.kind !== "guid") return undefined;
	const { primaryNameColumn } = table;
	const supplied = supplement.tables[logicalName];
	const hierarchy = hierarchyOf(table, columns, supplement);
	const properties = propertiesOf(columns);
	let navigation: ReadonlyMap<string, Navigation> | undefined;
	return {
		logicalName,
		entitySetName: table.entitySetName,
		table,
		primaryId: primaryId.logicalName,
		// Some tables name a column that no page has, or the name of a lookup's target: nothing that is stored.
		...(primaryNameColumn !== undefined &&
			columns.get(primaryNameColumn)?.stored === true && { primaryName: primaryNameColumn }),
		columns,
		properties,
		get navigation() {
			navigation ??= navigationOf(table, columns, properties, catalog, supplement);
			return navigation;
		},
		keys: keysOf(table, columns, supplement),
		...(supplied?.optimisticConcurrency !== undefined && { optimisticConcurrency: supplied.optimisticConcurrency }),
		...(hierarchy !== undefined && { hierarchy }),
	};
}

/** What the Web API knows: the stored columns. Companions that only metadata has cannot be selected. */
function propertiesOf(columns: ReadonlyMap<string, SandboxColumn>): ReadonlyMap<string, SandboxColumn> {
	const properties = new Map<string, SandboxColumn>();
	for (const column of columns.values()) if (column.stored) properties.set(column.propertyName, column);
	return properties;
}

/**
 * Documented names first: a usual name gives way to a documented one that is the same. Pages give the relationship of a
 * File column, and some of a plain id, the column's own name; a type of OData has a name once, and there it is the column.
 */
function navigationOf(
	table: Table,
	columns: ReadonlyMap<string, SandboxColumn>,
	properties: ReadonlyMap<string, SandboxColumn>,
	catalog: Catalog,
	supplement: Supplement,
): ReadonlyMap<string, Navigation> {
	const all = [
		...lookupNavigation(table, columns),
		...childrenNavigation(table, catalog, supplement),
		...manyToManyNavigation(table, catalog, supplement),
	].filter(({ name }) => !properties.has(name));
	const byName = new Map<string, Navigation>();
	for (const one of all) if (one.usual === undefined) byName.set(one.name, one);
	for (const one of all) if (!byName.has(one.name)) byName.set(one.name, one);
	return byName;
}

function hierarchyOf(
	{ logicalName, manyToOne }: Table,
	columns: ReadonlyMap<string, SandboxColumn>,
	supplement: Supplement,
): string | undefined {
	const documented = manyToOne.find((one) => one.hierarchical === true && one.referencedTable === logicalName);
	const column = documented?.referencingColumn ?? supplement.hierarchies[logicalName];
	return column !== undefined && columns.get(column)?.stored === true ? column : undefined;
}

function keysOf(
	table: Table,
	columns: ReadonlyMap<string, SandboxColumn>,
	supplement: Supplement,
): readonly SandboxKey[] {
	const keys = [...(table.keys ?? []), ...(supplement.tables[table.logicalName]?.keys ?? [])];
	return keys
		.filter((key) => key.columns.length > 0 && key.columns.every((column) => columns.get(column)?.stored === true))
		.map(({ name, displayName, columns: names }) => ({
			name,
			...(displayName !== undefined && { displayName }),
			columns: names,
		}));
}
