import type { ColumnType, LookupTarget, RequiredLevel } from "../model.ts";
import { bold, type Cell, code, decimal, integer, oneOf, orEmpty, plain, yesNo } from "./cell.ts";
import type { ChoiceDraft, ColumnDraft } from "./draft.ts";
import { fact, type RowRule, RowRules } from "./rowRules.ts";

const columnType = oneOf<ColumnType>([
	"BigInt",
	"Boolean",
	"Customer",
	"DateTime",
	"Decimal",
	"Double",
	"EntityName",
	"File",
	"Image",
	"Integer",
	"Lookup",
	"ManagedProperty",
	"Memo",
	"Money",
	"MultiSelectPicklist",
	"Owner",
	"PartyList",
	"Picklist",
	"State",
	"Status",
	"String",
	"Uniqueidentifier",
	"Virtual",
]);

const requiredLevel = oneOf<RequiredLevel>(["None", "Recommended", "ApplicationRequired", "SystemRequired"]);

/** What the pages write behind the number of a precision source. */
const precisionSources = [
	"Precision property",
	"Organization.PricingDecimalPrecision",
	"TransactionCurrency.CurrencyPrecision",
];

const precisionSource: Cell<number> = {
	read(text) {
		const blank = text.indexOf(" ");
		const value = integer.read(blank < 0 ? text : text.slice(0, blank));
		if (value === undefined || blank < 0) return value;
		return text.slice(blank + 1) === `(${String(precisionSources[value])})` ? value : undefined;
	},
	print: (value) => (value in precisionSources ? `${value} (${String(precisionSources[value])})` : String(value)),
};

/** The default of a Boolean, which is 1 or 0 in the model. */
const booleanDefault = orEmpty<number>({
	read(text) {
		if (text === "True" || text === "1") return 1;
		return text === "False" || text === "0" ? 0 : undefined;
	},
	print: (value) => (value === 1 ? "True" : "False"),
});

function choiceOf(column: ColumnDraft): ChoiceDraft {
	return (column.choice ??= { options: [] });
}

/** A row that is a fact of the column's choice; `applies` decides which of the two default rows prints a default. */
function choiceFact<V>(
	name: string,
	key: "globalName" | "defaultValue",
	cell: Cell<V>,
	applies: (column: ColumnDraft) => boolean,
	alternative?: (value: V) => string,
): RowRule<ColumnDraft> {
	const inner = fact<ChoiceDraft, V>(name, key as never, cell, alternative);
	return {
		name,
		read: (text, column) => inner.read(text, choiceOf(column)),
		print: (column) => (column.choice && applies(column) ? inner.print(column.choice) : undefined),
		alternative: (column) => (column.choice ? inner.alternative?.(column.choice) : undefined),
	};
}

const isBoolean = (column: ColumnDraft): boolean => column.type === "Boolean";

/** "True Label" and "False Label": the two options of a Boolean, which has no choices table. */
function booleanLabel(name: string, value: number): RowRule<ColumnDraft> {
	return {
		name,
		read(text, column) {
			const { options } = choiceOf(column);
			const option = { value, ...(text !== "" && { label: text }), layer: column.layer };
			// 1 stands before 0, whatever the order of the rows.
			if (value === 1) options.unshift(option);
			else options.push(option);
			return true;
		},
		print(column) {
			const option = isBoolean(column) ? column.choice?.options.find((each) => each.value === value) : undefined;
			return option && (option.label ?? "");
		},
	};
}

/** Names joined by a comma; an empty cell is a list that is documented as empty. */
const targets: RowRule<ColumnDraft> = {
	name: "Targets",
	read(text, column) {
		const list: LookupTarget[] = [];
		for (const part of text === "" ? [] : text.split(",")) {
			const table = part.trim();
			if (table === "" || table.includes(" ")) return false;
			list.push({ table, layer: column.layer });
		}
		column.targets = list;
		return true;
	},
	print: (column) => column.targets?.map(({ table }) => table).join(", "),
};

const text = orEmpty(plain);
const limit = orEmpty(decimal);

/** All rows that a column's table may have, in their published order (which is the same for all types). */
export const columnRows = new RowRules<ColumnDraft>([
	fact("Description", "description", orEmpty(bold)),
	fact("DisplayName", "displayName", orEmpty(bold)),
	fact("IsValidForForm", "validForForm", yesNo),
	fact("IsValidForRead", "validForRead", yesNo),
	fact("LogicalName", "logicalName", code),
	fact("RequiredLevel", "requiredLevel", requiredLevel),
	fact("Type", "type", columnType),
	targets,
	fact("CanChangeDateTimeBehavior", "canChangeDateTimeBehavior", yesNo),
	fact("DateTimeBehavior", "dateTimeBehavior", text),
	fact("Format", "format", text),
	fact("FormatName", "formatName", text),
	fact("ImeMode", "imeMode", text),
	fact("IsBaseCurrency", "baseCurrency", yesNo),
	fact("IsLocalizable", "localizable", yesNo),
	fact("MaxLength", "maxLength", integer),
	fact("MaxValue", "maxValue", limit),
	fact("MinValue", "minValue", limit),
	fact("Precision", "precision", integer),
	fact("PrecisionSource", "precisionSource", precisionSource, String),
	fact("SourceTypeMask", "sourceTypeMask", integer),
	choiceFact("DefaultFormValue", "defaultValue", orEmpty(integer), (column) => !isBoolean(column)),
	choiceFact("GlobalChoiceName", "globalName", orEmpty(code), () => true, String),
	choiceFact("DefaultValue", "defaultValue", booleanDefault, isBoolean, String),
	booleanLabel("True Label", 1),
	booleanLabel("False Label", 0),
	fact("CanStoreFullImage", "canStoreFullImage", yesNo),
	fact("IsPrimaryImage", "primaryImage", yesNo),
	fact("MaxHeight", "maxHeight", integer),
	fact("MaxSizeInKB", "maxSizeInKb", integer),
	fact("MaxWidth", "maxWidth", integer),
]);

/** The same rows where descriptions are not wanted: they are understood and not kept. */
export const columnRowsUndescribed = new RowRules<ColumnDraft>(
	columnRows.rules.map((rule) => (rule.name === "Description" ? { ...rule, read: () => true } : rule)),
);
