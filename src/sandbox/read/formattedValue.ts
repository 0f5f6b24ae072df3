import type { SQLOutputValue } from "node:sqlite";
import type { Column } from "../../core/schema/model.ts";
import type { SandboxColumn } from "../schema/sandboxTable.ts";
import { formattedValueTerm } from "./annotationChoice.ts";
import { usualPrecision } from "./currencies.ts";
import { jsonText } from "./jsonText.ts";
import { type LookupSlot, targetOf } from "./lookupNames.ts";
import type { Page } from "./page.ts";
import type { ReadRow } from "./readRows.ts";
import type { AnnotationWriter } from "./rowWriter.ts";

/** The text of a value for people; undefined where it has none. */
type Formatted = (value: SQLOutputValue, row: ReadRow, page: Page) => string | undefined;

/** What the row holds besides the value that its text needs. */
export interface FormattedSlots {
	/** For a lookup. */
	readonly lookup?: LookupSlot;
	/** For money: where the row has its currency. */
	readonly currency?: number;
}

/**
 * The writer of a column's formatted value; undefined for columns that have none: texts, ids, and all whose type the
 * schema does not document.
 */
export function formattedValue(column: SandboxColumn, slots: FormattedSlots): AnnotationWriter | undefined {
	const key = `"${column.propertyName}@${formattedValueTerm}":`;
	const labels = labelsOf(column);
	if (labels !== undefined) return labelWriter(key, labels);
	const formatted = formatOf(column, slots);
	if (formatted === undefined) return undefined;
	return (value, row, page) => {
		const text = formatted(value, row, page);
		return text === undefined ? "" : `${key}${jsonText(text)},`;
	};
}

/** Stored value -> label. */
function labelsOf({ column, type }: SandboxColumn): ReadonlyMap<SQLOutputValue, string> | undefined {
	if (type !== "Picklist" && type !== "State" && type !== "Status" && type !== "Boolean") return undefined;
	const labels = new Map<SQLOutputValue, string>();
	for (const { value, label } of column.choice?.options ?? []) if (label !== undefined) labels.set(value, label);
	return labels;
}

/** Choices have few values, so their texts are made beforehand. */
function labelWriter(key: string, labels: ReadonlyMap<SQLOutputValue, string>): AnnotationWriter {
	const texts = new Map<SQLOutputValue, string>();
	for (const [value, label] of labels) texts.set(value, `${key}${jsonText(label)},`);
	return (value) => texts.get(value) ?? "";
}

function formatOf(column: SandboxColumn, { lookup, currency }: FormattedSlots): Formatted | undefined {
	if (lookup !== undefined) return lookupFormat(lookup);
	switch (column.type) {
		case "DateTime":
			return dateFormat(column.column);
		case "Money":
			return moneyFormat(column, currency);
		case "MultiSelectPicklist":
			return choicesFormat(column.column);
		case "EntityName":
			return (value, _row, { tables }) => (typeof value === "string" ? tables(value) : undefined);
		case "Integer":
			return (value, _row, { formats }) => (typeof value === "number" ? formats.numbers.number(value, 0) : undefined);
		case "BigInt":
			return (value, _row, { formats }) => (typeof value === "string" ? formats.numbers.whole(value) : undefined);
		case "Decimal":
		case "Double": {
			const digits = column.column.precision ?? usualPrecision;
			return (value, _row, { formats }) =>
				typeof value === "number" ? formats.numbers.number(value, digits) : undefined;
		}
		default:
			return undefined;
	}
}

function lookupFormat(lookup: LookupSlot): Formatted {
	return (value, row, { names }) => {
		const target = targetOf(lookup, row);
		return target === undefined || typeof value !== "string" ? undefined : names.name(target, value);
	};
}

/**
 * A date alone where the column shows one, and the clock of the user's time zone unless the column is the same for all.
 * https://learn.microsoft.com/power-apps/developer/data-platform/behavior-format-date-time-attribute
 */
function dateFormat({ format, dateTimeBehavior }: Column): Formatted {
	const dateOnly = format === "DateOnly" || dateTimeBehavior === "DateOnly";
	const local = dateTimeBehavior !== "DateOnly" && dateTimeBehavior !== "TimeZoneIndependent";
	return (value, _row, { formats: { dates } }) => {
		if (typeof value !== "string") return undefined;
		if (dateOnly) return local ? dates.localDate(value) : dates.date(value);
		return local ? dates.localDateTime(value) : dates.dateTime(value);
	};
}

/** The record's currency and, where the column says so, its own digits (`precisionSource` 0). */
function moneyFormat({ column, baseOf }: SandboxColumn, slot: number | undefined): Formatted {
	const own = column.precisionSource === 0 ? column.precision : undefined;
	return (value, row, { formats, currencies }) => {
		if (typeof value !== "number") return undefined;
		const id = slot === undefined ? undefined : row[slot];
		const currency = baseOf === undefined && typeof id === "string" ? currencies.get(id) : undefined;
		const { symbol, precision } = currency ?? currencies.base();
		return formats.numbers.money(value, own ?? precision, symbol);
	};
}

/** Labels in the order of the values, with semicolons between them. */
function choicesFormat({ choice }: Column): Formatted {
	const labels = new Map(choice?.options.map(({ value, label }) => [`${value}`, label]));
	return (value) =>
		typeof value === "string"
			? value
					.split(",")
					.map((one) => labels.get(one) ?? one)
					.join("; ")
			: undefined;
}
