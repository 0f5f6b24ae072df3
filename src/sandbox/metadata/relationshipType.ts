import { metadataBase } from "./metadataBase.ts";
import { metadataId } from "./metadataId.ts";
import { define, type Definition, type MetadataType } from "./metadataType.ts";
import { propertiesOf } from "./properties.ts";
import {
	cascadeShape,
	lookupNavigationName,
	menuShape,
	relationshipPlace,
	type RelationshipSource,
	sideMenuShape,
} from "./relationshipSource.ts";

const { text, flag, int32, member, managed, complex, complexes } = propertiesOf<RelationshipSource>();

/** `RelationshipMetadataBase`: all that the list of relationships shows without a cast. */
export const relationshipBaseType: MetadataType<RelationshipSource> = {
	name: "RelationshipMetadataBase",
	alternateKey: "SchemaName",
	properties: {
		...metadataBase<RelationshipSource>((source) => metadataId("relationship", relationshipPlace(source))),
		IsCustomRelationship: flag(),
		IsValidForAdvancedFind: flag(),
		SchemaName: text(({ relationship }) => relationship.schemaName),
		SecurityTypes: member("SecurityTypes"),
		IsManaged: flag(),
		RelationshipType: member("RelationshipType", ({ relationship }) =>
			relationship.kind === "oneToMany" ? "OneToManyRelationship" : "ManyToManyRelationship",
		),
		IntroducedVersion: text(),
		IsCustomizable: managed("iscustomizable", ({ relationship }) => relationship.customizable),
	},
};

const oneToManyType: MetadataType<RelationshipSource> = {
	name: "OneToManyRelationshipMetadata",
	base: relationshipBaseType,
	properties: {
		ReferencedAttribute: text(({ relationship }) => relationship.to.column),
		ReferencedEntity: text(({ relationship }) => relationship.to.table),
		ReferencingAttribute: text(({ relationship }) => relationship.from.column),
		ReferencingEntity: text(({ relationship }) => relationship.from.table),
		IsHierarchical: flag(({ relationship }) => relationship.hierarchical),
		EntityKey: text(),
		IsRelationshipAttributeDenormalized: flag(),
		ReferencedEntityNavigationPropertyName: text(({ relationship }) => relationship.to.navigationProperty),
		ReferencingEntityNavigationPropertyName: text(lookupNavigationName),
		RelationshipBehavior: int32(),
		IsDenormalizedLookup: flag(),
		DenormalizedAttributeName: text(),
		AssociatedMenuConfiguration: complex("AssociatedMenuConfiguration", (source) =>
			menuShape(source.relationship.menu, relationshipPlace(source)),
		),
		CascadeConfiguration: complex("CascadeConfiguration", cascadeShape),
		RelationshipAttributes: complexes("RelationshipAttribute"),
	},
};

const manyToManyType: MetadataType<RelationshipSource> = {
	name: "ManyToManyRelationshipMetadata",
	base: relationshipBaseType,
	properties: {
		Entity1LogicalName: text(({ relationship }) => relationship.from.table),
		Entity2LogicalName: text(({ relationship }) => relationship.to.table),
		IntersectEntityName: text(({ relationship }) => relationship.intersectTable),
		Entity1IntersectAttribute: text(({ relationship }) => relationship.from.column),
		Entity2IntersectAttribute: text(({ relationship }) => relationship.to.column),
		Entity1NavigationPropertyName: text(({ relationship }) => relationship.from.navigationProperty),
		Entity2NavigationPropertyName: text(({ relationship }) => relationship.to.navigationProperty),
		Entity1AssociatedMenuConfiguration: complex("AssociatedMenuConfiguration", (source) =>
			sideMenuShape(source, "from"),
		),
		Entity2AssociatedMenuConfiguration: complex("AssociatedMenuConfiguration", (source) => sideMenuShape(source, "to")),
	},
};

export const relationshipTypes: readonly MetadataType<RelationshipSource>[] = [
	relationshipBaseType,
	oneToManyType,
	manyToManyType,
];

export function relationshipDefinition(source: RelationshipSource): Definition {
	return define(source.relationship.kind === "oneToMany" ? oneToManyType : manyToManyType, source);
}
