import type { SandboxSchema, SandboxTable } from "../../schema/sandboxTable.ts";
import { definitionSets } from "../definitionSets.ts";
import { definitionTypeElements } from "./definitionTypeElements.ts";
import { functionImports, operationElements } from "./operationElements.ts";
import { Partners } from "./partners.ts";
import { baseElements, setElement, tableElement } from "./tableElements.ts";
import { element } from "./xml.ts";

/**
 * The CSDL of the whole service (OData 4.0, CSDL XML): every table that can hold rows, the definitions, the functions
 * and actions that are answered. Reads all tables.
 */
export function csdlDocument(schema: SandboxSchema): string {
	const tables = schema.catalog.tables().flatMap(({ logicalName }) => schema.table(logicalName) ?? []);
	const partners = new Partners(tables);
	const types = [
		...baseElements(),
		...tables.map((table) => tableElement(table, schema, partners)),
		...definitionTypeElements(),
		...operationElements(),
		container(tables, schema),
	];
	return `<?xml version="1.0" encoding="utf-8"?>\n${element(
		"edmx:Edmx",
		{ Version: "4.0", "xmlns:edmx": "http://docs.oasis-open.org/odata/ns/edmx" },
		reference("Org.OData.Core.V1", "http://vocabularies.odata.org/OData.Core.V1.xml"),
		reference("OData.Community.Keys.V1", "http://vocabularies.odata.org/OData.Community.Keys.V1.xml"),
		element(
			"edmx:DataServices",
			{},
			element(
				"Schema",
				{ Namespace: "Microsoft.Dynamics.CRM", Alias: "mscrm", xmlns: "http://docs.oasis-open.org/odata/ns/edm" },
				...types,
			),
		),
	)}`;
}

function container(tables: readonly SandboxTable[], schema: SandboxSchema): string {
	return element(
		"EntityContainer",
		{ Name: "System" },
		...tables.map((table) => setElement(table, schema)),
		...Array.from(definitionSets, ([name, { type }]) =>
			element("EntitySet", { Name: name, EntityType: `Microsoft.Dynamics.CRM.${type.name}` }),
		),
		...functionImports(),
	);
}

function reference(namespace: string, uri: string): string {
	return element("edmx:Reference", { Uri: uri }, element("edmx:Include", { Namespace: namespace }));
}
