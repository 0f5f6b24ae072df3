import assert from "node:assert/strict";
import { catalogOf } from "../../../src/core/schema/catalogOf.ts";
import { schemaSource } from "../../../src/core/schema/catalogSource.ts";
import { csdlDocument } from "../../../src/sandbox/metadata/csdl/csdlDocument.ts";
import { createSandboxSchema } from "../../../src/sandbox/schema/createSandboxSchema.ts";
import type { SandboxSchema } from "../../../src/sandbox/schema/sandboxTable.ts";
import { attributeOf, childrenNamed, readXml, type XmlElement } from "../../support/sandbox/readXml.ts";
import { sandboxInMemory, type SandboxInMemory } from "../../support/sandbox/sandboxInMemory.ts";
import { shippedCatalog } from "../../support/sandbox/shippedCatalog.ts";
import { layers, sampleColumn, sampleTable } from "../../support/sampleSchema.ts";

describe("The metadata document of the sandbox", function () {
	this.timeout(60_000);
	let sandbox: SandboxInMemory;
	let schema: SandboxSchema;
	let text = "";
	let types = new Map<string, XmlElement>();
	let container: XmlElement;

	before(() => {
		sandbox = sandboxInMemory();
		schema = createSandboxSchema(shippedCatalog());
		const answered = sandbox.answer("GET", "$metadata");
		assert.equal(answered.status, 200, answered.text.slice(0, 200));
		assert.equal(answered.headers.get("content-type"), "application/xml");
		text = answered.text;
		const root = readXml(text);
		const [services] = childrenNamed(root, "edmx:DataServices");
		const [model] = services === undefined ? [] : childrenNamed(services, "Schema");
		assert.ok(model);
		assert.equal(attributeOf(model, "Namespace"), "Microsoft.Dynamics.CRM");
		const named = model.children.filter(({ name }) => /^(?:Entity|Complex|Enum)Type$/.test(name));
		types = new Map(named.map((type) => [attributeOf(type, "Name"), type]));
		assert.equal(types.size, named.length, "each type has its own name");
		const found = model.children.find(({ name }) => name === "EntityContainer");
		assert.ok(found);
		container = found;
	});
	after(() => {
		sandbox.close();
	});

	const typeOf = (qualified: string): XmlElement | undefined =>
		types.get(qualified.replace(/^(?:mscrm|Microsoft\.Dynamics\.CRM)\./, ""));
	const single = (type: string): string => /^Collection\((.*)\)$/.exec(type)?.[1] ?? type;
	const names = (element: XmlElement, child: string): readonly string[] =>
		childrenNamed(element, child).map((one) => attributeOf(one, "Name"));
	const tables = () => schema.catalog.tables().flatMap(({ logicalName }) => schema.table(logicalName) ?? []);

	it("has every table with its columns and navigation properties, and nothing else", () => {
		for (const table of tables()) {
			const type = types.get(table.logicalName);
			assert.ok(type, table.logicalName);
			const expected = [...table.properties.keys()].join(" ");
			assert.equal(names(type, "Property").join(" "), expected, `columns of ${table.logicalName}`);
			// A few columns have the name of their navigation property, and a type may have a name once.
			const navigation = [...table.navigation.keys()].filter((name) => !table.properties.has(name)).join(" ");
			assert.equal(names(type, "NavigationProperty").join(" "), navigation, `navigation of ${table.logicalName}`);
		}
		const sets = names(container, "EntitySet").filter((name) => !/^[A-Z]\w+Definitions$/.test(name));
		assert.equal(
			sets.join(" "),
			tables()
				.map(({ entitySetName }) => entitySetName)
				.join(" "),
		);
		assert.ok(sets.length > 1300);
	});

	it("names only types, sets and properties that are there", () => {
		const check = (type: string, where: string): void => {
			assert.ok(/^Edm\.[A-Z]\w+$/.test(single(type)) || typeOf(single(type)), `${type} of ${where}`);
		};
		for (const [name, type] of types) {
			const members = type.children.flatMap(({ attributes }) => attributes.get("Name") ?? []);
			assert.equal(new Set(members).size, members.length, `${name} has each name once`);
			if (type.attributes.has("BaseType")) check(attributeOf(type, "BaseType"), name);
			for (const member of [...childrenNamed(type, "Property"), ...childrenNamed(type, "NavigationProperty")])
				check(attributeOf(member, "Type"), `${name}/${attributeOf(member, "Name")}`);
			const properties = new Set(names(type, "Property"));
			for (const navigation of childrenNamed(type, "NavigationProperty")) {
				const where = `${name}/${attributeOf(navigation, "Name")}`;
				const target = typeOf(single(attributeOf(navigation, "Type")));
				for (const constraint of childrenNamed(navigation, "ReferentialConstraint")) {
					assert.ok(properties.has(attributeOf(constraint, "Property")), where);
					assert.ok(target && names(target, "Property").includes(attributeOf(constraint, "ReferencedProperty")), where);
				}
			}
		}
		const sets = new Set(names(container, "EntitySet"));
		for (const set of childrenNamed(container, "EntitySet")) {
			const type = typeOf(attributeOf(set, "EntityType"));
			assert.ok(type, attributeOf(set, "Name"));
			const paths = new Set(names(type, "NavigationProperty"));
			for (const binding of childrenNamed(set, "NavigationPropertyBinding")) {
				assert.ok(sets.has(attributeOf(binding, "Target")), attributeOf(binding, "Target"));
				assert.ok(paths.has(attributeOf(binding, "Path")), attributeOf(binding, "Path"));
			}
		}
	});

	it("pairs partners in both directions", () => {
		let pairs = 0;
		for (const [name, type] of types) {
			for (const navigation of childrenNamed(type, "NavigationProperty")) {
				const partner = navigation.attributes.get("Partner");
				if (partner === undefined) continue;
				const other = typeOf(single(attributeOf(navigation, "Type")));
				const back = other?.children.find((one) => one.attributes.get("Name") === partner);
				assert.equal(back?.attributes.get("Partner"), attributeOf(navigation, "Name"), `${name}/${partner}`);
				assert.equal(typeOf(single(attributeOf(back, "Type"))), type, `${name}/${partner}`);
				pairs += 1;
			}
		}
		assert.ok(pairs > 10_000, `${pairs} ends of pairs`);
	});

	for (const [type, property, expected] of [
		["account", "accountid", "Edm.Guid"],
		["account", "name", "Edm.String"],
		["account", "revenue", "Edm.Decimal"],
		["account", "numberofemployees", "Edm.Int32"],
		["account", "_primarycontactid_value", "Edm.Guid"],
		["account", "createdon", "Edm.DateTimeOffset"],
		["account", "donotemail", "Edm.Boolean"],
		["account", "industrycode", "Edm.Int32"],
		["account", "versionnumber", "Edm.Int64"],
		["contact", "birthdate", "Edm.Date"],
		["account", "primarycontactid", "mscrm.contact"],
		["account", "ownerid", "mscrm.principal"],
		["account", "contact_customer_accounts", "Collection(mscrm.contact)"],
		["EntityMetadata", "OwnershipType", "mscrm.OwnershipTypes"],
		["EntityMetadata", "Attributes", "Collection(mscrm.AttributeMetadata)"],
		["PicklistAttributeMetadata", "SourceTypeMask", "Edm.Int32"],
		["WhoAmIResponse", "UserId", "Edm.Guid"],
	] as const) {
		it(`gives ${type}/${property} the type ${expected}`, () => {
			const found = types.get(type)?.children.find(({ attributes }) => attributes.get("Name") === property);
			assert.equal(found?.attributes.get("Type"), expected);
		});
	}

	it("lists the functions and actions that are answered", () => {
		assert.deepEqual(names(container, "FunctionImport"), [
			"WhoAmI",
			"RetrieveVersion",
			"RetrieveCurrentOrganization",
			"RetrieveTotalRecordCount",
		]);
		for (const name of ["CreateMultiple", "UpdateMultiple", "UpsertMultiple"])
			assert.ok(text.includes(`<Action Name="${name}" IsBound="true">`), name);
	});

	it("is the same text each time", () => {
		assert.ok(sandbox.answer("GET", "$metadata").text === text);
	});

	it("stays well-formed whatever a name holds", () => {
		const strange = `a&b<c>"d'\u0007\u{1F600}`;
		const table = sampleTable("thing", {
			entitySetName: strange,
			primaryIdColumn: "thingid",
			columns: [sampleColumn("thingid", { type: "Uniqueidentifier" }), sampleColumn(strange, { type: "String" })],
		});
		const root = readXml(csdlDocument(createSandboxSchema(catalogOf(schemaSource({ layers, tables: [table] })))));
		const found: string[] = [];
		const visit = (element: XmlElement): void => {
			const name = element.attributes.get("Name");
			if (name?.startsWith("a&b") === true) found.push(name);
			element.children.forEach(visit);
		};
		visit(root);
		assert.deepEqual(found, [`a&b<c>"d'\uFFFD\u{1F600}`, `a&b<c>"d'\uFFFD\u{1F600}`]);
	});

	it("refuses what would change or query it", () => {
		for (const option of ["$top=1", "$format=json"])
			assert.equal(sandbox.refused("GET", `$metadata?${option}`).code, "0x80060888");
		assert.equal(sandbox.refused("POST", "$metadata", { body: {} }).status, 405);
	});
});

describe("The service document of the sandbox", () => {
	it("lists every entity set once, with name, kind and address", () => {
		const sandbox = sandboxInMemory();
		const { "@odata.context": context, value } = sandbox.ok("GET", "") as {
			readonly "@odata.context": string;
			readonly value: readonly { readonly name: string; readonly kind: string; readonly url: string }[];
		};
		sandbox.close();
		assert.match(context, /\/api\/data\/v9\.2\/\$metadata$/);
		assert.equal(new Set(value.map(({ name }) => name)).size, value.length);
		assert.deepEqual(
			value.find(({ name }) => name === "accounts"),
			{ name: "accounts", kind: "EntitySet", url: "accounts" },
		);
		for (const name of ["EntityDefinitions", "RelationshipDefinitions", "GlobalOptionSetDefinitions"])
			assert.ok(
				value.some((set) => set.name === name),
				name,
			);
	});
});
