import type { Catalog } from "../../src/core/schema/catalog.ts";
import { catalogOf } from "../../src/core/schema/catalogOf.ts";
import { schemaSource } from "../../src/core/schema/catalogSource.ts";
import type { Column, Option, Table } from "../../src/core/schema/model.ts";
import { collectionOf, layers, lookupTo, sampleColumn, sampleTable } from "./sampleSchema.ts";

const options = (
	labels: Readonly<Record<number, string>>,
	state?: Readonly<Record<number, number>>,
): readonly Option[] =>
	Object.entries(labels).map(([value, label]) => {
		const of = state?.[Number(value)];
		return { value: Number(value), label, layer: "dataverse", ...(of !== undefined && { state: of }) };
	});

const choice = (name: string, labels: Readonly<Record<number, string>>, facts: Partial<Column> = {}): Column =>
	sampleColumn(name, { type: "Picklist", choice: { options: options(labels) }, ...facts });

const text = (name: string, facts: Partial<Column> = {}): Column =>
	sampleColumn(name, { type: "String", maxLength: 100, ...facts });

const state = choice("statecode", { 0: "Active", 1: "Inactive" }, { type: "State" });
const status = sampleColumn("statuscode", {
	type: "Status",
	choice: { options: options({ 1: "Active", 2: "Inactive" }, { 1: 0, 2: 1 }) },
});

const account = sampleTable("account", {
	schemaName: "Account",
	displayName: "Account",
	displayCollectionName: "Accounts",
	primaryIdColumn: "accountid",
	primaryNameColumn: "name",
	tableType: "Standard",
	ownership: "UserOwned",
	columns: [
		sampleColumn("accountid", { type: "Uniqueidentifier", requiredLevel: "SystemRequired" }),
		text("name", { schemaName: "Name", displayName: "Account Name", requiredLevel: "ApplicationRequired" }),
		text("accountnumber", { access: "readOnly" }),
		sampleColumn("creditlimit", {
			schemaName: "CreditLimit",
			type: "Money",
			minValue: "0",
			maxValue: "100",
			precision: 2,
		}),
		sampleColumn("createdon", { type: "DateTime", format: "DateOnly", requiredLevel: "None" }),
		sampleColumn("primarycontactid", {
			type: "Lookup",
			displayName: "Primary Contact",
			targets: [{ table: "contact", layer: "dynamics365" }],
		}),
		sampleColumn("ownerid", { type: "Owner" }),
		choice("industrycode", { 1: "Accounting", 2: "Farming", 3: "Printing", 4: "Trade", 5: "Building" }),
		state,
		status,
	],
	manyToOne: [
		lookupTo("account_primary_contact", "contact", {
			referencingColumn: "primarycontactid",
			navigationProperty: "primarycontactid",
		}),
		lookupTo("account_parent_account", "account", {
			referencingColumn: "parentaccountid",
			navigationProperty: "parentaccountid",
		}),
	],
	oneToMany: [
		collectionOf("contact_customer_accounts", "contact", {
			referencingColumn: "parentcustomerid",
			navigationProperty: "contact_customer_accounts",
		}),
	],
});

const contact = sampleTable("contact", {
	schemaName: "Contact",
	displayName: "Contact",
	primaryIdColumn: "contactid",
	primaryNameColumn: "fullname",
	columns: [
		sampleColumn("contactid", { type: "Uniqueidentifier" }),
		text("fullname"),
		text("lastname"),
		text("emailaddress1", { displayName: "Email" }),
		sampleColumn("createdon", { type: "DateTime" }),
		sampleColumn("parentcustomerid", {
			type: "Customer",
			targets: ["account", "contact"].map((table) => ({ table, layer: "dataverse" })),
		}),
		state,
		status,
	],
	manyToOne: [
		lookupTo("contact_customer_accounts", "account", {
			referencingColumn: "parentcustomerid",
			navigationProperty: "parentcustomerid_account",
		}),
	],
	oneToMany: [collectionOf("account_primary_contact", "account", { referencingColumn: "primarycontactid" })],
});

const events = ["msdyn_event", "msdyn_session", "msdyn_sessionevent"].map((name) =>
	sampleTable(name, {
		layer: "dynamics365",
		layers: ["dynamics365"],
		displayName: null,
		columns: [
			text("msdyn_name"),
			...(name === "msdyn_sessionevent"
				? [choice("msdyn_eventtype", { 192350000: "Default", 192350006: "SessionCreated" })]
				: [text("msdyn_reason", { displayName: name })]),
		],
	}),
);

const crowd = Array.from({ length: 9 }, (_, index) =>
	sampleTable(`many${index}`, { columns: [sampleColumn("shared_column"), text("versionnumber")] }),
);

const tables: readonly Table[] = [account, contact, ...crowd, ...events];

/** A few tables that stand for the whole schema, for tests of what hover finds and says. */
export const mentionCatalog: Catalog = catalogOf(schemaSource({ layers, tables }));
