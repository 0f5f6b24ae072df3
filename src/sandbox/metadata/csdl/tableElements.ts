import { edmTypeOfColumn } from "../../query/edmType.ts";
import type { Navigation, SandboxColumn, SandboxSchema, SandboxTable } from "../../schema/sandboxTable.ts";
import { listed, qualified } from "./definitionTypeElements.ts";
import type { Partners } from "./partners.ts";
import { element } from "./xml.ts";

/** Tables whose rows own others: a lookup to an owner leads to their common type. */
const principals: ReadonlySet<string> = new Set(["systemuser", "team"]);

/** The types under which all tables stand. */
export function baseElements(): readonly string[] {
	return [
		element("EntityType", { Name: "crmbaseentity", Abstract: "true" }),
		element("EntityType", { Name: "principal", BaseType: qualified("crmbaseentity"), Abstract: "true" }),
	];
}

/** The entity type of a table: key, columns as they are on the wire, navigation properties, alternate keys. */
export function tableElement(table: SandboxTable, schema: SandboxSchema, partners: Partners): string {
	const { logicalName, primaryId, properties, keys } = table;
	return element(
		"EntityType",
		{ Name: logicalName, BaseType: qualified(principals.has(logicalName) ? "principal" : "crmbaseentity") },
		element("Key", {}, element("PropertyRef", { Name: primaryId })),
		...Array.from(properties.values(), (column) => propertyElement(column, primaryId)),
		...Array.from(table.navigation.values(), (one) =>
			navigationElement(one, table, schema, partners.of(logicalName, one)),
		),
		...(keys.length === 0 ? [] : [alternateKeys(table)]),
	);
}

/** The entity set of a table, with the sets that its navigation properties lead to. */
export function setElement(shown: SandboxTable, schema: SandboxSchema): string {
	const { logicalName, entitySetName } = shown;
	const bindings = [...shown.navigation.values()].flatMap(({ name, table, tables }) => {
		const target = tables === undefined ? schema.table(table)?.entitySetName : undefined;
		return target === undefined ? [] : element("NavigationPropertyBinding", { Path: name, Target: target });
	});
	return element(
		"EntitySet",
		{ Name: entitySetName, EntityType: `Microsoft.Dynamics.CRM.${logicalName}` },
		...bindings,
	);
}

/** What can be written neither on create nor on update is marked as computed, as generators of code expect it. */
function propertyElement({ propertyName, kind, validForCreate, validForUpdate }: SandboxColumn, key: string): string {
	const attributes = {
		Name: propertyName,
		Type: edmTypeOfColumn(kind),
		...(kind === "decimal" && { Scale: "Variable" }),
		...(propertyName === key && { Nullable: "false" }),
	};
	const isComputed = !validForCreate && !validForUpdate;
	return isComputed
		? element("Property", attributes, element("Annotation", { Term: "Org.OData.Core.V1.Computed", Bool: "true" }))
		: element("Property", attributes);
}

/** A lookup that leads to one table has its column as the constraint; with several tables there is no one key to name. */
function navigationElement(
	{ name, kind, table: target, tables, column }: Navigation,
	table: SandboxTable,
	schema: SandboxSchema,
	partner: string | undefined,
): string {
	const other = schema.table(target);
	const type = qualified(tables !== undefined ? commonType(tables) : (other?.logicalName ?? "crmbaseentity"));
	const attributes = { Name: name, Type: listed(type, kind !== "lookup"), Partner: partner };
	const property = kind === "lookup" ? table.columns.get(column)?.propertyName : undefined;
	if (property === undefined || other === undefined || tables !== undefined) {
		return element("NavigationProperty", attributes);
	}
	return element(
		"NavigationProperty",
		attributes,
		element("ReferentialConstraint", { Property: property, ReferencedProperty: other.primaryId }),
	);
}

/** The closest type above all tables that one lookup leads to. */
function commonType(tables: readonly string[]): string {
	return tables.every((name) => principals.has(name)) ? "principal" : "crmbaseentity";
}

/** https://github.com/OData/vocabularies: OData.Community.Keys.V1 */
function alternateKeys({ keys, columns }: SandboxTable): string {
	const records = keys.map((key) =>
		element(
			"Record",
			{ Type: "OData.Community.Keys.V1.AlternateKey" },
			element(
				"PropertyValue",
				{ Property: "Key" },
				element("Collection", {}, ...key.columns.map((name) => keyPart(columns.get(name)?.propertyName ?? name))),
			),
		),
	);
	return element(
		"Annotation",
		{ Term: "OData.Community.Keys.V1.AlternateKeys" },
		element("Collection", {}, ...records),
	);
}

function keyPart(property: string): string {
	return element(
		"Record",
		{ Type: "OData.Community.Keys.V1.PropertyRef" },
		element("PropertyValue", { Property: "Alias", String: property }),
		element("PropertyValue", { Property: "Name", PropertyPath: property }),
	);
}
