import { attributeTypeOf } from "./attributeType.ts";
import { columnPlace, type ColumnSource } from "./columnSource.ts";
import { metadataBase } from "./metadataBase.ts";
import { metadataId } from "./metadataId.ts";
import type { MetadataType } from "./metadataType.ts";
import { propertiesOf } from "./properties.ts";

const { text, flag, int32, guid, moment, member, label, managed, complex, complexes } = propertiesOf<ColumnSource>();

/** `AttributeMetadata`: what all columns have. */
export const columnType: MetadataType<ColumnSource> = {
	name: "AttributeMetadata",
	alternateKey: "LogicalName",
	properties: {
		...metadataBase<ColumnSource>((source) => metadataId("column", columnPlace(source))),
		AttributeOf: text(({ enforced }) => enforced?.nameOf ?? enforced?.typeOf),
		AttributeType: member("AttributeTypeCode", ({ column }) => attributeTypeOf(column.type).code),
		ColumnNumber: int32(),
		DeprecatedVersion: text(),
		IntroducedVersion: text(),
		EntityLogicalName: text(({ owner }) => owner.name),
		IsCustomAttribute: flag(),
		IsPrimaryId: flag(({ owner, column }) => column.logicalName === owner.table?.primaryIdColumn),
		IsValidODataAttribute: flag(),
		IsPrimaryName: flag(({ owner, column }) => column.logicalName === owner.table?.primaryNameColumn),
		IsValidForCreate: flag((source) => source.enforced?.validForCreate ?? unlessReadOnly(source)),
		IsValidForRead: flag(({ enforced, column }) => enforced?.validForRead ?? column.validForRead),
		IsValidForUpdate: flag((source) => source.enforced?.validForUpdate ?? unlessReadOnly(source)),
		CanBeSecuredForRead: flag(),
		CanBeSecuredForCreate: flag(),
		CanBeSecuredForUpdate: flag(),
		IsSecured: flag(),
		IsRetrievable: flag(),
		IsFilterable: flag(),
		IsSearchable: flag(),
		IsManaged: flag(),
		LinkedAttributeId: guid(),
		LogicalName: text(({ column }) => column.logicalName),
		IsValidForForm: flag(({ column }) => column.validForForm),
		IsRequiredForForm: flag(),
		IsValidForGrid: flag(),
		SchemaName: text(({ column }) => column.schemaName),
		ExternalName: text(),
		IsLogical: flag(),
		IsDataSourceSecret: flag(),
		InheritsFrom: text(),
		CreatedOn: moment(),
		ModifiedOn: moment(),
		SourceType: int32(),
		AutoNumberFormat: text(),
		AttributeTypeName: complex("AttributeTypeDisplayName", ({ column }) => ({
			Value: attributeTypeOf(column.type).typeName,
		})),
		Description: label(
			(source) => `${columnPlace(source)}.Description`,
			({ column }) => column.description,
		),
		DisplayName: label(
			(source) => `${columnPlace(source)}.DisplayName`,
			({ column }) => column.displayName,
		),
		IsAuditEnabled: managed("canmodifyauditsettings"),
		IsGlobalFilterEnabled: managed("canmodifyglobalfiltersettings"),
		IsSortableEnabled: managed("canmodifyissortablesettings"),
		IsCustomizable: managed("iscustomizable"),
		IsRenameable: managed("isrenameable"),
		IsValidForAdvancedFind: managed("canmodifysearchsettings"),
		RequiredLevel: complex("AttributeRequiredLevelManagedProperty", ({ column }) => ({
			Value: column.requiredLevel ?? null,
			CanBeChanged: null,
			ManagedPropertyLogicalName: "canmodifyrequirementlevelsettings",
		})),
		CanModifyAdditionalSettings: managed("canmodifyadditionalsettings"),
		Settings: complexes("AttributeSetting"),
	},
};

/** "writable" does not say whether for create or update, "readOnly" says neither. */
function unlessReadOnly({ column }: ColumnSource): boolean | undefined {
	return column.access === "readOnly" ? false : undefined;
}
