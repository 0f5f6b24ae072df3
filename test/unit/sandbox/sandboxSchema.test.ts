import assert from "node:assert/strict";
import { catalogOf } from "../../../src/core/schema/catalogOf.ts";
import { schemaSource } from "../../../src/core/schema/catalogSource.ts";
import type { Column, Table } from "../../../src/core/schema/model.ts";
import { createSandboxSchema } from "../../../src/sandbox/schema/createSandboxSchema.ts";
import type { Navigation, SandboxSchema, SandboxTable } from "../../../src/sandbox/schema/sandboxTable.ts";
import { sqlColumns } from "../../../src/sandbox/storage/sqlColumns.ts";
import { noSupplement, type Supplement } from "../../../src/sandbox/supplement/supplement.ts";
import { fuzz } from "../../support/fuzz.ts";
import { randomSchema } from "../../support/randomSchema.ts";
import { collectionOf, layers, lookupTo, manyTo, sampleColumn, sampleTable } from "../../support/sampleSchema.ts";
import { columnOf } from "../../support/sandbox/columnOf.ts";

const to = (...tables: readonly string[]): Pick<Column, "targets" | "type"> => ({
	type: "Lookup",
	targets: tables.map((table) => ({ table, layer: "dataverse" })),
});

/** A table that can hold rows, by its logical name. */
function withRows(logicalName: string, columns: readonly Column[], facts: Partial<Table> = {}): Table {
	const id = `${logicalName}id`;
	const idColumn = sampleColumn(id, { type: "Uniqueidentifier", access: "writable" });
	return sampleTable(logicalName, { primaryIdColumn: id, columns: [idColumn, ...columns], ...facts });
}

function schemaOf(tables: readonly Table[], supplement: Supplement = noSupplement): SandboxSchema {
	const sorted = [...tables].sort((left, right) => (left.logicalName < right.logicalName ? -1 : 1));
	return createSandboxSchema(catalogOf(schemaSource({ layers, tables: sorted })), supplement);
}

function tableOf(schema: SandboxSchema, name: string): SandboxTable {
	const table = schema.table(name);
	assert.ok(table, name);
	return table;
}

describe("columns as the sandbox keeps them", () => {
	const kinds: readonly (readonly [Partial<Column>, string, string])[] = [
		[{ type: "String" }, "text", "text TEXT"],
		[{ type: "Memo" }, "text", "text TEXT"],
		[{ type: "EntityName" }, "text", "text TEXT"],
		[{ type: "Uniqueidentifier" }, "guid", "guid TEXT"],
		[to("contact"), "guid", "guid TEXT"],
		[{ type: "Owner" }, "guid", "guid TEXT"],
		[{ type: "Customer" }, "guid", "guid TEXT"],
		[{ type: "File" }, "guid", "guid TEXT"],
		[{ type: "Integer" }, "integer", "integer INTEGER"],
		[{ type: "Picklist" }, "integer", "integer INTEGER"],
		[{ type: "State" }, "integer", "integer INTEGER"],
		[{ type: "Status" }, "integer", "integer INTEGER"],
		[{ type: "BigInt" }, "long", "long INTEGER"],
		[{ type: "Boolean" }, "boolean", "boolean INTEGER"],
		[{ type: "Decimal" }, "decimal", "decimal REAL"],
		[{ type: "Money" }, "decimal", "decimal REAL"],
		[{ type: "Double" }, "double", "double REAL"],
		[{ type: "DateTime" }, "dateTime", "dateTime TEXT"],
		[{ type: "DateTime", dateTimeBehavior: "UserLocal", format: "DateOnly" }, "dateTime", "dateTime TEXT"],
		[{ type: "DateTime", dateTimeBehavior: "TimeZoneIndependent" }, "dateTime", "dateTime TEXT"],
		[{ type: "DateTime", dateTimeBehavior: "DateOnly" }, "date", "date TEXT"],
		[{ type: "MultiSelectPicklist" }, "choices", "choices TEXT"],
		[{ type: "Image" }, "binary", "binary BLOB"],
		[{ type: "ManagedProperty" }, "any", "any TEXT"],
		[{}, "any", "any TEXT"],
	];
	for (const [facts, kind, declared] of kinds) {
		it(`${JSON.stringify(facts)} is ${kind}`, () => {
			assert.equal(columnOf(facts).kind, kind);
			const table = tableOf(schemaOf([withRows("thing", [sampleColumn("x", facts)])]), "thing");
			assert.equal(sqlColumns(table).find(({ name }) => name === "x")?.type, declared);
		});
	}

	for (const type of ["Virtual", "PartyList"] as const) {
		it(`${type} is in metadata only`, () => {
			const table = tableOf(schemaOf([withRows("thing", [sampleColumn("x", { type })])]), "thing");
			assert.deepEqual([table.columns.get("x")?.stored, table.properties.has("x")], [false, false]);
			assert.ok(sqlColumns(table).every(({ name }) => name !== "x"));
		});
	}

	const validity: readonly (readonly [string, Partial<Column>, string])[] = [
		["writable", { access: "writable" }, "create update read"],
		["read-only", { access: "readOnly" }, "read"],
		["of unknown access", {}, "create update read"],
		["not readable", { access: "writable", validForRead: false }, "create update"],
		["virtual", { access: "writable", type: "Virtual" }, ""],
	];
	const verbsOf = (table: SandboxTable, name: string): string => {
		const column = table.columns.get(name);
		const { validForCreate, validForUpdate, validForRead } = column ?? {};
		return [validForCreate && "create", validForUpdate && "update", validForRead && "read"].filter(Boolean).join(" ");
	};
	for (const [name, facts, verbs] of validity) {
		it(`${name}: ${verbs || "nothing"}`, () => {
			assert.equal(verbsOf(tableOf(schemaOf([withRows("thing", [sampleColumn("x", facts)])]), "thing"), "x"), verbs);
		});
	}

	it("keeps the id of a record for life", () => {
		assert.equal(verbsOf(tableOf(schemaOf([withRows("thing", [])]), "thing"), "thingid"), "create read");
	});

	it("lets the supplement speak over the documented facts", () => {
		const columns = [
			sampleColumn("x", { type: "Decimal", access: "writable" }),
			sampleColumn("flag", { type: "Boolean", access: "writable" }),
			sampleColumn("known", { type: "Boolean", choice: { options: [{ value: 1, label: "Yes", layer: "dataverse" }] } }),
		];
		const supplement: Supplement = {
			...noSupplement,
			tables: {
				thing: {
					columns: {
						x: { precision: 3, validForUpdate: false },
						flag: { labels: ["Off", "On"], defaultValue: 0 },
						known: { labels: ["Off", "On"] },
					},
					keys: [
						{ name: "good", columns: ["x"] },
						{ name: "bad", columns: ["missing"] },
						{ name: "empty", columns: [] },
					],
					optimisticConcurrency: true,
				},
			},
		};
		const table = tableOf(schemaOf([withRows("thing", columns)], supplement), "thing");
		assert.equal(verbsOf(table, "x"), "create read");
		assert.equal(table.columns.get("x")?.column.precision, 3);
		const choice = table.columns.get("flag")?.column.choice;
		assert.deepEqual(
			choice?.options.map(({ value, label }) => [value, label]),
			[
				[1, "On"],
				[0, "Off"],
			],
		);
		assert.equal(choice.defaultValue, 0);
		assert.deepEqual(
			table.columns.get("known")?.column.choice?.options.map(({ label }) => label),
			["Yes"],
		);
		assert.deepEqual(table.keys, [{ name: "good", columns: ["x"] }]);
		assert.equal(table.optimisticConcurrency, true);
	});

	it("tells the columns that belong to a lookup or an amount", () => {
		const columns = [
			sampleColumn("ownerid", { ...to("systemuser", "team"), type: "Owner" }),
			sampleColumn("owneridname", { type: "String", access: "readOnly" }),
			sampleColumn("owneridyominame", { type: "String", access: "readOnly" }),
			sampleColumn("owneridtype", { type: "EntityName", access: "writable" }),
			sampleColumn("regardingobjectid", to("account", "contact")),
			sampleColumn("regardingobjecttypecode", { type: "EntityName" }),
			sampleColumn("objectid", to("account", "contact")),
			sampleColumn("objecttypecode", { type: "EntityName" }),
			sampleColumn("primaryentitytype", { type: "EntityName" }),
			sampleColumn("nickname", { type: "String", access: "readOnly" }),
			sampleColumn("revenue", { type: "Money" }),
			sampleColumn("revenue_base", { type: "Money", access: "readOnly" }),
			sampleColumn("orphan_base", { type: "Money", access: "readOnly" }),
		];
		const table = tableOf(schemaOf([withRows("note", columns)]), "note");
		const said = [...table.columns.values()].map(({ logicalName, nameOf, typeOf, baseOf, generated, stored }) =>
			[logicalName, nameOf, typeOf, baseOf, generated && "generated", stored ? "" : "not stored"]
				.filter((part) => part !== undefined && part !== "")
				.join(" "),
		);
		assert.deepEqual(said, [
			"noteid",
			"ownerid",
			"owneridname ownerid not stored",
			"owneridyominame not stored",
			"owneridtype ownerid not stored",
			"regardingobjectid",
			"regardingobjecttypecode regardingobjectid not stored",
			"objectid",
			"objecttypecode objectid generated",
			"primaryentitytype",
			"nickname",
			"revenue",
			"revenue_base revenue",
			"orphan_base",
		]);
		assert.deepEqual(
			["_ownerid_value", "ownerid", "owneridname", "objecttypecode"].map((name) => table.properties.has(name)),
			[true, false, false, true],
		);
	});
});

describe("navigation properties", () => {
	const shown = (navigation: Navigation): string =>
		[
			navigation.name + (navigation.usual === true ? "*" : ""),
			navigation.kind,
			navigation.table,
			navigation.column,
			...(navigation.tables === undefined ? [] : [`(${navigation.tables.join(" ")})`]),
			...(navigation.intersect === undefined ? [] : [navigation.intersect.table, navigation.intersect.otherColumn]),
		].join(" ");
	const navigationOf = (schema: SandboxSchema, table: string): readonly string[] =>
		[...tableOf(schema, table).navigation.values()].map(shown);

	const contact = withRows("contact", []);
	const lead = withRows("lead", []);
	const account = (columns: readonly Column[], facts: Partial<Table>): Table => withRows("account", columns, facts);
	const parent = sampleColumn("parentid", to("account", "contact"));
	const related = (target: string, navigationProperty?: string): ReturnType<typeof lookupTo> =>
		lookupTo(`rel_${target}`, target, {
			referencingColumn: "parentid",
			...(navigationProperty !== undefined && { navigationProperty }),
		});

	const cases: readonly (readonly [string, Table, readonly string[]])[] = [
		[
			"a documented lookup",
			account([sampleColumn("primarycontactid", to("contact"))], {
				manyToOne: [
					lookupTo("r", "contact", { referencingColumn: "primarycontactid", navigationProperty: "primarycontactid" }),
				],
			}),
			["primarycontactid lookup contact primarycontactid"],
		],
		[
			"a lookup without a documented name",
			account([sampleColumn("leadid", to("lead"))], {
				manyToOne: [lookupTo("r", "lead", { referencingColumn: "leadid" })],
			}),
			["leadid* lookup lead leadid"],
		],
		[
			"a lookup without a documented relationship",
			account([sampleColumn("leadid", to("lead"))], {}),
			["leadid* lookup lead leadid"],
		],
		[
			"one property for each target",
			account([parent], { manyToOne: [related("account", "parentid_account"), related("contact")] }),
			["parentid_account lookup account parentid", "parentid_contact* lookup contact parentid"],
		],
		[
			"names that end with the table",
			account([parent], { manyToOne: [related("contact", "parentid_contact_account"), related("account")] }),
			["parentid_contact_account lookup contact parentid", "parentid_account_account* lookup account parentid"],
		],
		[
			"one name for several targets",
			account([parent], { manyToOne: [related("account", "parentid"), related("contact", "parentid")] }),
			["parentid lookup account parentid (account contact)"],
		],
		[
			"owners",
			account([sampleColumn("ownerid", { ...to("systemuser", "team"), type: "Owner" })], {
				manyToOne: [lookupTo("r", "owner", { referencingColumn: "ownerid", navigationProperty: "ownerid" })],
			}),
			["ownerid lookup owner ownerid (systemuser team)"],
		],
		[
			"a column of undocumented type that a relationship starts from",
			account([sampleColumn("customerid")], {
				manyToOne: [
					lookupTo("r", "contact", { referencingColumn: "customerid", navigationProperty: "customerid_contact" }),
				],
			}),
			["customerid_contact lookup contact customerid"],
		],
		[
			"a relationship without its column",
			account([], { manyToOne: [lookupTo("r", "contact", { referencingColumn: "gone" })] }),
			[],
		],
		[
			"children, documented and usual",
			account([], {
				oneToMany: [
					collectionOf("r1", "contact", { referencingColumn: "parentcustomerid", navigationProperty: "Contacts" }),
					collectionOf("r2", "lead", { referencingColumn: "leadid" }),
					collectionOf("r3", undefined, { referencingColumn: "x" }),
				],
			}),
			["Contacts children contact parentcustomerid", "r2* children lead leadid"],
		],
		[
			"a usual name that a documented one has already",
			account([sampleColumn("same", to("lead"))], {
				oneToMany: [collectionOf("r", "contact", { referencingColumn: "x", navigationProperty: "same" })],
			}),
			["same children contact x"],
		],
		[
			"a name that a column has already",
			account([sampleColumn("filedata", { type: "File" })], {
				manyToOne: [
					lookupTo("r", "contact", { referencingColumn: "filedata", navigationProperty: "filedata" }),
					lookupTo("r", "lead", { referencingColumn: "filedata", navigationProperty: "filedata_lead" }),
				],
			}),
			["filedata_lead lookup lead filedata"],
		],
		[
			"many to many, all documented",
			account([], {
				manyToMany: [
					manyTo("r", "lead", {
						intersectTable: "both",
						intersectColumn: "accid",
						navigationProperty: "account_leads",
					}),
				],
			}),
			["account_leads manyToMany lead accid both leadid"],
		],
		[
			"many to many, nothing documented",
			account([], { manyToMany: [manyTo("Account_Leads", "lead"), manyTo("r", "unknown"), manyTo("s", undefined)] }),
			["Account_Leads* manyToMany lead accountid account_leads leadid"],
		],
	];
	for (const [name, table, expected] of cases) {
		it(name, () => {
			assert.deepEqual(navigationOf(schemaOf([table, contact, lead]), "account"), expected);
		});
	}

	it("gives both sides of a many-to-many relationship the same two columns", () => {
		const left = account([], { manyToMany: [manyTo("r", "lead", { intersectTable: "both" })] });
		const right = withRows("lead", [], {
			manyToMany: [manyTo("r", "account", { intersectTable: "both", intersectColumn: "accountid" })],
		});
		const schema = schemaOf([left, right]);
		assert.deepEqual(navigationOf(schema, "account"), ["r* manyToMany lead accountid both leadid"]);
		assert.deepEqual(navigationOf(schema, "lead"), ["r* manyToMany account leadid both accountid"]);
		const supplied = schemaOf([left, right], { ...noSupplement, intersects: { r: { account: "entityid" } } });
		assert.deepEqual(navigationOf(supplied, "account"), ["r* manyToMany lead entityid both accountid"]);
	});

	it("knows the cascade of a child from its own table or the supplement", () => {
		const cascade = { delete: "Cascade" } as const;
		const child = withRows("contact", [sampleColumn("parentid", to("account"))], {
			manyToOne: [
				lookupTo("documented", "account", { referencingColumn: "parentid", cascade }),
				lookupTo("other", "lead", { referencingColumn: "parentid", cascade: { delete: "Restrict" } }),
			],
		});
		const table = account([], {
			oneToMany: ["documented", "supplied", "unknown", "other"].map((name) =>
				collectionOf(name, "contact", { referencingColumn: "parentid" }),
			),
		});
		const supplement: Supplement = { ...noSupplement, cascades: { supplied: { delete: "RemoveLink" } } };
		const navigation = tableOf(schemaOf([table, child, lead], supplement), "account").navigation;
		const deletes = [...navigation.values()].map(({ name, cascade: found }) => `${name} ${found?.delete ?? "?"}`);
		assert.deepEqual(deletes, ["documented Cascade", "supplied RemoveLink", "unknown ?", "other ?"]);
	});
});

describe("tables of the sandbox", () => {
	it("are those that rows can be kept of", () => {
		const noSet = withRows("noset", []);
		const { entitySetName: _set, ...withoutSet } = noSet;
		const schema = schemaOf([
			withRows("good", [], { entitySetName: "goods" }),
			sampleTable("noid"),
			withoutSet,
			sampleTable("textid", { primaryIdColumn: "id", columns: [sampleColumn("id", { type: "String" })] }),
			sampleTable("gone", { primaryIdColumn: "id" }),
		]);
		const names = ["good", "noid", "noset", "textid", "gone", "missing"];
		assert.deepEqual(
			names.filter((name) => schema.table(name) !== undefined),
			["good"],
		);
		assert.equal(schema.tableBySet("goods"), schema.table("good"));
		assert.equal(schema.tableBySet("Goods"), undefined);
	});

	it("have what statements read first at the beginning of a row", () => {
		const columns = ["aaa", "statecode", "name", "createdon", "versionnumber"].map((name) =>
			sampleColumn(name, { type: name === "name" ? "String" : "Integer" }),
		);
		const table = tableOf(schemaOf([withRows("thing", columns, { primaryNameColumn: "name" })]), "thing");
		assert.deepEqual(
			sqlColumns(table).map(({ name }) => name),
			["thingid", "name", "name$folded", "versionnumber", "statecode", "createdon", "aaa"],
		);
	});

	it("come out of any schema without a failure, each column with its one place", () => {
		const random = fuzz(60);
		for (let run = 0; run < random.runs; run += 1) {
			const made = randomSchema(random);
			const idColumn = sampleColumn("key", { type: "Uniqueidentifier" });
			const tables = made.tables.map((table) => ({
				...table,
				entitySetName: table.logicalName,
				primaryIdColumn: "key",
				columns: [...table.columns, idColumn],
			}));
			const schema = createSandboxSchema(catalogOf(schemaSource({ layers: made.layers, tables })), noSupplement);
			for (const { logicalName } of schema.catalog.tables()) {
				const table = tableOf(schema, logicalName);
				const stored = [...table.columns.values()].filter((column) => column.stored);
				assert.equal(table.properties.size, new Set(stored.map(({ propertyName }) => propertyName)).size);
				for (const navigation of table.navigation.values()) {
					assert.equal(table.navigation.get(navigation.name), navigation);
					if (navigation.kind === "lookup") assert.ok(table.columns.has(navigation.column));
				}
				const names = sqlColumns(table).map(({ name }) => name);
				assert.equal(new Set(names).size, names.length);
			}
		}
	});
});
