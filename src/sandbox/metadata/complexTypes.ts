import type { PrimitiveName, PropertyType } from "./metadataType.ts";

/** A complex type of the definitions: its members in the order of the service. */
export interface ComplexType {
	readonly base?: string;
	readonly members: Readonly<Record<string, PropertyType>>;
}

const text = primitive("Edm.String");
const flag = primitive("Edm.Boolean");
const int32 = primitive("Edm.Int32");
const guid = primitive("Edm.Guid");
const label = complex("Label");
const wrappedText: ComplexType = { members: { Value: text } };

/** https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/complextypes */
export const complexTypes: Readonly<Record<string, ComplexType>> = {
	AssociatedMenuConfiguration: {
		members: {
			Behavior: member("AssociatedMenuBehavior"),
			Group: member("AssociatedMenuGroup"),
			Order: int32,
			IsCustomizable: flag,
			Icon: text,
			ViewId: guid,
			AvailableOffline: flag,
			MenuId: text,
			QueryApi: text,
			Label: label,
		},
	},
	AttributeRequiredLevelManagedProperty: {
		members: {
			Value: member("AttributeRequiredLevel"),
			CanBeChanged: flag,
			ManagedPropertyLogicalName: text,
		},
	},
	AttributeSetting: { members: { Name: text, Value: text } },
	AttributeTypeDisplayName: wrappedText,
	BooleanManagedProperty: {
		members: { Value: flag, CanBeChanged: flag, ManagedPropertyLogicalName: text },
	},
	CascadeConfiguration: {
		members: {
			Assign: member("CascadeType"),
			Delete: member("CascadeType"),
			Archive: member("CascadeType"),
			Merge: member("CascadeType"),
			Reparent: member("CascadeType"),
			Share: member("CascadeType"),
			Unshare: member("CascadeType"),
			RollupView: member("CascadeType"),
		},
	},
	DateTimeBehavior: wrappedText,
	EntitySetting: { members: { Name: text, Value: text } },
	Label: {
		members: { LocalizedLabels: listOf(complex("LocalizedLabel")), UserLocalizedLabel: complex("LocalizedLabel") },
	},
	LocalizedLabel: {
		members: { Label: text, LanguageCode: int32, IsManaged: flag, MetadataId: guid, HasChanged: flag },
	},
	MemoFormatName: wrappedText,
	OptionMetadata: {
		members: {
			Value: int32,
			Color: text,
			IsManaged: flag,
			ExternalValue: text,
			ParentValues: listOf(int32),
			Tag: text,
			IsHidden: flag,
			MetadataId: guid,
			HasChanged: flag,
			Label: label,
			Description: label,
		},
	},
	RelationshipAttribute: {
		members: {
			ReferencedAttribute: text,
			ReferencedEntity: text,
			ReferencingAttribute: text,
			ReferencingEntity: text,
		},
	},
	SecurityPrivilegeMetadata: {
		members: {
			CanBeBasic: flag,
			CanBeDeep: flag,
			CanBeGlobal: flag,
			CanBeLocal: flag,
			CanBeEntityReference: flag,
			CanBeParentEntityReference: flag,
			Name: text,
			PrivilegeId: guid,
			PrivilegeType: member("PrivilegeType"),
		},
	},
	StateOptionMetadata: { base: "OptionMetadata", members: { DefaultStatus: int32, InvariantName: text } },
	StatusOptionMetadata: { base: "OptionMetadata", members: { State: int32, TransitionData: text } },
	StringFormatName: wrappedText,
};

function primitive(name: PrimitiveName): PropertyType {
	return { kind: "primitive", name };
}

function member(name: string): PropertyType {
	return { kind: "enum", name };
}

function complex(name: string): PropertyType {
	return { kind: "complex", name };
}

function listOf(type: PropertyType): PropertyType {
	return { ...type, collection: true };
}
