import { hasVersion } from "../schema/hasVersion.ts";
import type { Navigation, SandboxColumn, SandboxTable } from "../schema/sandboxTable.ts";
import { type AnnotationChoice, navigationTerm, targetTerm } from "./annotationChoice.ts";
import { type FormattedSlots, formattedValue } from "./formattedValue.ts";
import { fullMetadata, propertyType } from "./fullMetadata.ts";
import { hasNoNavigation, namelessLookups } from "./lookupAnnotations.ts";
import { type LookupSlot, targetOf } from "./lookupNames.ts";
import type { MetadataLevel } from "./metadataLevel.ts";
import type { Page } from "./page.ts";
import type { ReadRow } from "./readRows.ts";
import { columnSql, isPrincipal, principalKey, readableSql, targetSql } from "./rowColumns.ts";
import {
	type AnnotationWriter,
	constantAnnotation,
	propertiesWriter,
	type Property,
	valueWriter,
} from "./rowWriter.ts";
import { Slots } from "./slots.ts";

/** What rows of one table look like in an answer. */
export interface RowShape {
	readonly table: SandboxTable;
	/** What is written, in this order. */
	readonly columns: readonly SandboxColumn[];
	/** Lookups that `$expand` follows, read whether they are written or not. */
	readonly needed: readonly SandboxColumn[];
	readonly etag: boolean;
	readonly level: MetadataLevel;
	readonly annotations: AnnotationChoice;
}

/** How rows of a shape are read and written; the same for every request of that shape. */
export interface RowPlan {
	readonly table: SandboxTable;
	/** Expressions of the SELECT; the row's alias is `rowAlias`. The first is the id, the second the row version. */
	readonly expressions: readonly string[];
	/** Lookups whose names have to be prepared before rows are written. */
	readonly named: readonly LookupSlot[];
	/** By logical name: the lookups in `needed`. */
	readonly lookups: ReadonlyMap<string, LookupSlot>;
	/** The JSON of a row without its closing brace, so that expanded records can follow. */
	write(row: ReadRow, page: Page): string;
}

export const idSlot = 0;
export const versionSlot = 1;

export function createRowPlan(shape: RowShape): RowPlan {
	const { table, columns, needed, level } = shape;
	const etag = shape.etag && hasVersion(table);
	const slots = new Slots();
	slots.of(columnSql(table.primaryId));
	slots.of(hasVersion(table) ? columnSql("versionnumber") : "NULL");
	const named: LookupSlot[] = [];
	const hasHead = level === "full" || (etag && level !== "none");
	const properties = columns.map((column, index) =>
		columnWriter(hasHead || index > 0 ? "," : "", column, shape, slots, named),
	);
	const writeProperties = propertiesWriter(properties);
	const withPrincipalKey = isPrincipal(table);
	const lookups = new Map<string, LookupSlot>();
	for (const column of needed) {
		const lookup = lookupSlot(column, slots);
		if (lookup !== undefined) lookups.set(column.logicalName, lookup);
	}
	const head = headWriter({ ...shape, etag });
	return {
		table,
		expressions: slots.expressions,
		named,
		lookups,
		write(row, page) {
			const out = writeProperties(head(row, page), row, page);
			return withPrincipalKey ? `${out},"${principalKey}":"${String(row[idSlot])}"` : out;
		},
	};
}

function headWriter({ table, etag, level }: RowShape): (row: ReadRow, page: Page) => string {
	if (level === "full") return fullMetadata(table);
	if (!etag || level === "none") return () => "{";
	return (row) => `{"@odata.etag":"W/\\"${String(row[versionSlot])}\\""`;
}

function columnWriter(
	lead: string,
	column: SandboxColumn,
	{ table, level, annotations: wanted }: RowShape,
	slots: Slots,
	named: LookupSlot[],
): Property {
	const name = column.propertyName;
	const slot = slots.of(readableSql(column));
	const annotations: AnnotationWriter[] = [];
	const lookup = wanted.formatted || wanted.navigation || wanted.target ? lookupSlot(column, slots) : undefined;
	if (wanted.formatted && !namelessLookups.has(column.logicalName)) {
		const formatted = formattedValue(column, formattedSlots(column, table, lookup, slots));
		if (formatted !== undefined) annotations.push(formatted);
		if (lookup !== undefined) named.push(lookup);
	}
	if (lookup !== undefined && wanted.navigation && !hasNoNavigation(column)) {
		annotations.push(navigationWriter(name, column, table, lookup));
	}
	if (lookup !== undefined && wanted.target) annotations.push(targetWriter(name, lookup));
	const type = level === "full" ? propertyType(column) : undefined;
	if (type !== undefined) annotations.push(constantAnnotation(name, "odata.type", type));
	return { slot, ifNull: `${lead}"${name}":null`, write: valueWriter(lead, name, slot, column.kind, annotations) };
}

function formattedSlots(
	{ type }: SandboxColumn,
	table: SandboxTable,
	lookup: LookupSlot | undefined,
	slots: Slots,
): FormattedSlots {
	const currency = type === "Money" ? table.columns.get("transactioncurrencyid") : undefined;
	return {
		...(lookup !== undefined && { lookup }),
		...(currency?.stored === true && { currency: slots.of(columnSql(currency.logicalName)) }),
	};
}

/** Undefined for what is no lookup, and for a lookup whose targets are not documented. */
function lookupSlot(column: SandboxColumn, slots: Slots): LookupSlot | undefined {
	const [only] = column.targets;
	if (only === undefined) return undefined;
	const target = targetSql(column);
	const id = slots.of(columnSql(column.logicalName));
	return { id, target: target === undefined ? only : { slot: slots.of(target) } };
}

/** The navigation property that leads to the table which the row's lookup points to. */
function navigationWriter(
	name: string,
	{ logicalName }: SandboxColumn,
	table: SandboxTable,
	lookup: LookupSlot,
): AnnotationWriter {
	const key = `"${name}@${navigationTerm}":`;
	const texts = new Map<string, string>();
	for (const navigation of table.navigation.values()) {
		if (navigation.kind !== "lookup" || navigation.column !== logicalName) continue;
		for (const target of targetsOf(navigation)) {
			if (!texts.has(target)) texts.set(target, `${key}"${navigation.name}",`);
		}
	}
	return (_value, row) => texts.get(targetOf(lookup, row) ?? "") ?? "";
}

const targetsOf = ({ table, tables }: Navigation): readonly string[] => tables ?? [table];

function targetWriter(name: string, lookup: LookupSlot): AnnotationWriter {
	const key = `"${name}@${targetTerm}":`;
	return (_value, row) => {
		const target = targetOf(lookup, row);
		return target === undefined ? "" : `${key}"${target}",`;
	};
}
