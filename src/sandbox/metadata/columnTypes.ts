import type { DecimalText } from "../../core/schema/model.ts";
import { booleanOptionSet, columnOptionSet } from "./choicesOfColumn.ts";
import type { ColumnSource } from "./columnSource.ts";
import { columnType } from "./columnType.ts";
import type { MetadataType, NavigationTable, PropertyTable } from "./metadataType.ts";
import { propertiesOf } from "./properties.ts";

const { text, flag, int32, int64, double, decimal, moment, member, managed, complex, texts } =
	propertiesOf<ColumnSource>();

const formula: PropertyTable<ColumnSource> = {
	FormulaDefinition: text(),
	SourceTypeMask: int32(({ column }) => column.sourceTypeMask),
};
const precision = int32(({ column }) => column.precision);
const imeMode = member("ImeMode", ({ column }) => column.imeMode);
const maxLength = int32(({ column }) => column.maxLength);
const localizable = flag(({ column }) => column.localizable);
const numbers = {
	MaxValue: ({ column }: ColumnSource) => number(column.maxValue),
	MinValue: ({ column }: ColumnSource) => number(column.minValue),
};

const optionSets: NavigationTable<ColumnSource> = {
	OptionSet: { type: "OptionSetMetadata", collection: false, read: columnOptionSet },
	GlobalOptionSet: { type: "OptionSetMetadata", collection: false, read: columnOptionSet },
};

/** The common type of columns with options. The service does not take it as a cast. */
const enumType = derived(
	"Enum",
	{ DefaultFormValue: int32(({ column }) => column.choice?.defaultValue) },
	{ navigation: optionSets, noCast: true },
);

/** Choices with one and with several values have the same properties. */
const picklist: PropertyTable<ColumnSource> = {
	...formula,
	ParentPicklistLogicalName: text(),
	ChildPicklistLogicalNames: texts(),
};

/** All types of columns by name, `AttributeMetadata` among them. */
export const columnTypes: ReadonlyMap<string, MetadataType<ColumnSource>> = new Map(
	[
		columnType,
		enumType,
		derived("BigInt", {
			MaxValue: int64(({ column }) => exact(column.maxValue)),
			MinValue: int64(({ column }) => exact(column.minValue)),
		}),
		derived(
			"Boolean",
			{ DefaultValue: flag(({ column }) => booleanDefault(column.choice?.defaultValue)), ...formula },
			{
				navigation: {
					OptionSet: { type: "BooleanOptionSetMetadata", collection: false, read: booleanOptionSet },
					GlobalOptionSet: { type: "BooleanOptionSetMetadata", collection: false, read: booleanOptionSet },
				},
			},
		),
		derived("DateTime", {
			Format: member("DateTimeFormat", ({ column }) => column.format),
			ImeMode: imeMode,
			...formula,
			MinSupportedValue: moment(),
			MaxSupportedValue: moment(),
			DateTimeBehavior: complex("DateTimeBehavior", ({ column }) => wrapped(column.dateTimeBehavior)),
			CanChangeDateTimeBehavior: managed("canchangedatetimebehavior", ({ column }) => column.canChangeDateTimeBehavior),
		}),
		derived("Decimal", {
			MaxValue: decimal(numbers.MaxValue),
			MinValue: decimal(numbers.MinValue),
			Precision: precision,
			ImeMode: imeMode,
			...formula,
		}),
		derived("Double", {
			ImeMode: imeMode,
			MaxValue: double(numbers.MaxValue),
			MinValue: double(numbers.MinValue),
			Precision: precision,
		}),
		derived("EntityName", { IsEntityReferenceStored: flag() }, { base: enumType }),
		derived("File", { MaxSizeInKB: int32(({ column }) => column.maxSizeInKb) }),
		derived("Image", {
			IsPrimaryImage: flag(({ column }) => column.primaryImage),
			MaxHeight: int32(({ column }) => column.maxHeight),
			MaxWidth: int32(({ column }) => column.maxWidth),
			MaxSizeInKB: int32(({ column }) => column.maxSizeInKb),
			CanStoreFullImage: flag(({ column }) => column.canStoreFullImage),
		}),
		derived("Integer", {
			Format: member("IntegerFormat", ({ column }) => column.format),
			MaxValue: int32(numbers.MaxValue),
			MinValue: int32(numbers.MinValue),
			...formula,
		}),
		derived("Lookup", {
			Targets: texts(
				({ enforced, column }) => targetsOf(enforced?.targets) ?? column.targets?.map(({ table }) => table),
			),
			Format: member("LookupFormat"),
		}),
		derived("ManagedProperty", {
			ManagedPropertyLogicalName: text(),
			ParentAttributeName: text(),
			ParentComponentType: int32(),
			ValueAttributeTypeCode: member("AttributeTypeCode"),
		}),
		derived("Memo", {
			Format: member("StringFormat", ({ column }) => column.format),
			FormatName: complex("MemoFormatName", ({ column }) => wrapped(column.formatName)),
			ImeMode: imeMode,
			MaxLength: maxLength,
			IsLocalizable: localizable,
		}),
		derived("Money", {
			ImeMode: imeMode,
			MaxValue: double(numbers.MaxValue),
			MinValue: double(numbers.MinValue),
			Precision: precision,
			PrecisionSource: int32(({ column }) => column.precisionSource),
			CalculationOf: text(({ enforced }) => enforced?.baseOf),
			...formula,
			IsBaseCurrency: flag(({ column }) => column.baseCurrency),
		}),
		derived("MultiSelectPicklist", picklist, { base: enumType }),
		derived("Picklist", picklist, { base: enumType }),
		derived("State", {}, { base: enumType }),
		derived("Status", {}, { base: enumType }),
		derived("String", {
			Format: member("StringFormat", ({ column }) => column.format),
			FormatName: complex("StringFormatName", ({ column }) => wrapped(column.formatName)),
			ImeMode: imeMode,
			MaxLength: maxLength,
			YomiOf: text(),
			IsLocalizable: localizable,
			DatabaseLength: int32(),
			...formula,
		}),
		derived("UniqueIdentifier", {}),
	].map((type) => [type.name, type]),
);

/** A type of column: its own properties over those that all columns have. */
function derived(
	name: string,
	properties: PropertyTable<ColumnSource>,
	more: Partial<MetadataType<ColumnSource>> = {},
): MetadataType<ColumnSource> {
	return { name: `${name}AttributeMetadata`, base: columnType, properties, ...more };
}

const wrapped = (value: string | null | undefined) => (value === null || value === undefined ? null : { Value: value });

const number = (text: DecimalText | null | undefined): number | undefined =>
	text === null || text === undefined ? undefined : Number(text);

/** A bound of a 64-bit column; one that is no whole number is as good as none. */
const exact = (text: DecimalText | null | undefined): bigint | undefined =>
	text !== null && text !== undefined && /^-?\d+$/.test(text) ? BigInt(text) : undefined;

/** The list of a lookup that the sandbox enforces; without targets the documented list stands. */
const targetsOf = (targets: readonly string[] | undefined): readonly string[] | undefined =>
	targets === undefined || targets.length === 0 ? undefined : targets;

const booleanDefault = (value: number | null | undefined): boolean | undefined =>
	value === 0 || value === 1 ? value === 1 : undefined;
