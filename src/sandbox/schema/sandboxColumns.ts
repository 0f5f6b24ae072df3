import type { Column, Table } from "../../core/schema/model.ts";
import type { ColumnSupplement, Supplement } from "../supplement/supplement.ts";
import { type LookupCompanion, lookupCompanion } from "./lookupCompanion.ts";
import { mergeColumn, relationshipTargets } from "./mergeColumn.ts";
import type { SandboxColumn } from "./sandboxTable.ts";
import { isLookup, storageKind } from "./storageKind.ts";

interface Merged {
	readonly column: Column;
	readonly facts: ColumnSupplement;
}

/** All columns of a table by logical name, in the order of the schema. */
export function sandboxColumns(table: Table, supplement: Supplement): ReadonlyMap<string, SandboxColumn> {
	const merged = mergedColumns(table, supplement);
	const isLookupName = (name: string): boolean => {
		const found = merged.get(name);
		return found !== undefined && isLookup(found.column);
	};
	const columns = new Map<string, SandboxColumn>();
	for (const one of merged.values()) {
		const companion = lookupCompanion(one.column, isLookupName);
		const base = baseOf(one.column);
		columns.set(one.column.logicalName, {
			...sandboxColumn(table, one, companion),
			...companionFacts(companion),
			...(isTypeOfActivity(one.column, table) && { generated: true }),
			...(base !== undefined && merged.has(base) && { baseOf: base }),
		});
	}
	return columns;
}

function mergedColumns(table: Table, { tables, createOnly }: Supplement): ReadonlyMap<string, Merged> {
	const targets = relationshipTargets(table);
	const own = tables[table.logicalName]?.columns ?? {};
	const merged = new Map<string, Merged>();
	for (const column of table.columns) {
		const keepsValue = createOnly.includes(column.logicalName);
		const facts = { ...(keepsValue && { validForUpdate: false }), ...own[column.logicalName] };
		merged.set(column.logicalName, { column: mergeColumn(column, facts, targets), facts });
	}
	return merged;
}

function sandboxColumn(table: Table, { column, facts }: Merged, companion: LookupCompanion | undefined): SandboxColumn {
	const { logicalName, type, access, validForRead } = column;
	const kind = storageKind(column);
	const lookup = isLookup(column);
	const stored =
		type !== "Virtual" && type !== "PartyList" && (companion === undefined || companion.kind === "shownType");
	const writable = stored && companion === undefined && access !== "readOnly";
	return {
		logicalName,
		table: table.logicalName,
		column,
		...(type !== undefined && { type }),
		kind,
		propertyName: lookup ? `_${logicalName}_value` : logicalName,
		folded: type === "String" && stored,
		targets: lookup ? (column.targets ?? []).map(({ table: target }) => target) : [],
		validForCreate: writable && facts.validForCreate !== false,
		// A record keeps its id for life.
		validForUpdate: writable && facts.validForUpdate !== false && logicalName !== table.primaryIdColumn,
		validForRead: stored && validForRead !== false,
		stored,
	};
}

function companionFacts(companion: LookupCompanion | undefined): Partial<SandboxColumn> {
	switch (companion?.kind) {
		case "name":
			return { nameOf: companion.lookup };
		case "type":
			return { typeOf: companion.lookup };
		case "shownType":
			return { typeOf: companion.lookup, generated: true };
		case "phoneticName":
		case undefined:
			return {};
	}
}

/** An activity tells its own table; only the list of all activities (`activitypointer`) keeps a value per row. */
const isTypeOfActivity = ({ logicalName, type }: Column, table: Table): boolean =>
	logicalName === "activitytypecode" &&
	type === "EntityName" &&
	table.primaryIdColumn === "activityid" &&
	table.logicalName !== "activitypointer";

/** The money column that a `_base` column is the companion of, by its name. */
function baseOf({ logicalName, type }: Column): string | undefined {
	return type === "Money" && logicalName.endsWith("_base") ? logicalName.slice(0, -"_base".length) : undefined;
}
