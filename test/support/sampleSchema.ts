import type { Column, Layer, ManyToMany, ManyToOne, OneToMany, Schema, Table } from "../../src/core/schema/model.ts";

export const layers: readonly Layer[] = [
	{ id: "dataverse", product: "Microsoft Dataverse" },
	{ id: "dynamics365", product: "Microsoft Dynamics 365" },
];

/** A table with what the test cares about; names follow from the logical name unless told. */
export function sampleTable(logicalName: string, facts: Partial<Table> = {}): Table {
	return {
		logicalName,
		schemaName: logicalName,
		entitySetName: `${logicalName}s`,
		layer: "dataverse",
		layers: ["dataverse"],
		columns: [],
		manyToOne: [],
		oneToMany: [],
		manyToMany: [],
		...facts,
	};
}

export function sampleColumn(logicalName: string, facts: Partial<Column> = {}): Column {
	return { logicalName, schemaName: logicalName, layer: "dataverse", ...facts };
}

export const lookupTo = (schemaName: string, referencedTable: string, facts: Partial<ManyToOne> = {}): ManyToOne => ({
	schemaName,
	referencedTable,
	layer: "dataverse",
	...facts,
});

export const collectionOf = (
	schemaName: string,
	referencingTable: string | undefined,
	facts: Partial<OneToMany> = {},
): OneToMany => ({
	schemaName,
	...(referencingTable !== undefined && { referencingTable }),
	layer: "dataverse",
	...facts,
});

export const manyTo = (
	schemaName: string,
	otherTable: string | undefined,
	facts: Partial<ManyToMany> = {},
): ManyToMany => ({
	schemaName,
	...(otherTable !== undefined && { otherTable }),
	layer: "dataverse",
	...facts,
});

const state = sampleColumn("statecode", {
	displayName: "Status",
	type: "State",
	access: "writable",
	choice: {
		globalName: "account_statecode",
		defaultValue: 0,
		options: [
			{ value: 0, label: "Active", layer: "dataverse", defaultStatus: 1, invariantName: "Active" },
			{ value: 1, label: "Inactive", layer: "dataverse", defaultStatus: 2, invariantName: "Inactive" },
		],
	},
});

const createdOn = sampleColumn("createdon", {
	schemaName: "CreatedOn",
	displayName: "Created On",
	access: "readOnly",
	type: "DateTime",
	format: "DateAndTime",
	validForForm: true,
});

const account = sampleTable("account", {
	schemaName: "Account",
	collectionSchemaName: "Accounts",
	displayName: "Account",
	displayCollectionName: "Accounts",
	primaryIdColumn: "accountid",
	primaryNameColumn: "name",
	tableType: "Standard",
	ownership: "UserOwned",
	layers: ["dataverse", "dynamics365"],
	columns: [
		sampleColumn("accountid", { schemaName: "AccountId", type: "Uniqueidentifier", access: "writable" }),
		sampleColumn("name", { schemaName: "Name", displayName: "Account Name", type: "String", maxLength: 160 }),
		createdOn,
		sampleColumn("creditonhold", {
			type: "Boolean",
			choice: {
				globalName: "account_creditonhold",
				defaultValue: 0,
				options: [
					{ value: 1, label: "Yes", layer: "dataverse" },
					{ value: 0, label: "No", layer: "dataverse" },
				],
			},
		}),
		sampleColumn("budgetstatus", {
			displayName: null,
			type: "Picklist",
			choice: {
				globalName: "budgetstatus",
				defaultValue: null,
				options: [
					{ value: 2, label: "Will Buy ", layer: "dataverse" },
					{ value: 0, label: "No Budget", layer: "dataverse" },
				],
			},
		}),
		sampleColumn("primarycontactid", {
			type: "Lookup",
			displayName: "Primary Contact",
			targets: [{ table: "contact", layer: "dataverse" }],
		}),
		sampleColumn("revenue", {
			type: "Money",
			minValue: "-922337203685477.0000",
			maxValue: "9223372036854775807",
			factLayers: { maxValue: "dynamics365" },
		}),
		state,
	],
	keys: [{ name: "byNumber", layer: "dynamics365", columns: ["accountnumber", "name"] }],
	manyToOne: [
		lookupTo("account_primary_contact", "contact", {
			referencedColumn: "contactid",
			referencingColumn: "primarycontactid",
			navigationProperty: "primarycontactid",
			hierarchical: null,
			cascade: { assign: "NoCascade", delete: "RemoveLink" },
		}),
		lookupTo("owner_accounts", "owner", { referencingColumn: "ownerid", navigationProperty: "ownerid" }),
	],
	oneToMany: [
		collectionOf("contact_customer_accounts", "contact", {
			navigationProperty: "contact_customer_accounts",
			referencingColumn: "parentcustomerid",
			customizable: true,
			menu: { behavior: "UseCollectionName", label: null, order: 20 },
		}),
		collectionOf("account_unknown_side", undefined),
	],
	manyToMany: [
		manyTo("accountleads_association", "lead", {
			intersectTable: "accountleads",
			intersectColumn: "accountid",
			navigationProperty: "accountleads_association",
		}),
	],
	messages: [
		{
			name: "Create",
			layer: "dataverse",
			isEvent: true,
			webApi: { kind: "request", method: "POST", path: "/accounts" },
		},
		{ name: "Merge", layer: "dataverse", sdk: { kind: "type", name: "Microsoft.Crm.Sdk.Messages.MergeRequest" } },
	],
	events: [{ name: "BulkRetain", layer: "dataverse" }],
});

const contact = sampleTable("contact", {
	schemaName: "Contact",
	displayName: "Contact",
	columns: [
		sampleColumn("budgetstatus", {
			displayName: "Budget",
			choice: {
				globalName: "budgetstatus",
				options: [
					{ value: 0, label: "No Committed Budget", layer: "dataverse" },
					{ value: 1, layer: "dataverse" },
				],
			},
		}),
		createdOn,
		sampleColumn("parentcustomerid", {
			type: "Customer",
			targets: [
				{ table: "account", layer: "dataverse" },
				{ table: "contact", layer: "dataverse" },
			],
		}),
	],
	manyToOne: [
		lookupTo("contact_customer_accounts", "account", {
			referencedColumn: "accountid",
			referencingColumn: "parentcustomerid",
			navigationProperty: "parentcustomerid_account",
		}),
		lookupTo("contact_customer_contacts", "contact", {
			referencingColumn: "parentcustomerid",
			navigationProperty: "parentcustomerid_contact",
		}),
	],
	oneToMany: [collectionOf("account_primary_contact", "account"), collectionOf("contact_customer_contacts", "contact")],
	messages: [{ name: "Create", layer: "dataverse" }],
});

const lead = sampleTable("lead", {
	layer: "dynamics365",
	layers: ["dynamics365"],
	displayName: "Lead",
	entitySetName: "accountleadscollection",
	columns: [
		sampleColumn("budgetstatus", {
			layer: "dynamics365",
			choice: {
				globalName: "budgetstatus",
				options: [{ value: 0, label: "No Committed Budget", layer: "dynamics365" }],
			},
		}),
	],
	manyToMany: [
		manyTo("accountleads_association", "account", { intersectTable: "accountleads", intersectColumn: "leadid" }),
	],
});

const accountleads = sampleTable("accountleads", {
	schemaName: "AccountLeads",
	manyToMany: [manyTo("accountleads_association", undefined, { intersectTable: "accountleads" })],
});

const capital = sampleTable("msdyn_casefieldsupdatedbyAI", {
	displayName: null,
	columns: [sampleColumn("größe", { displayName: "Größe ✓ \ud800" })],
});

/** Small, but with every kind of thing that the model can say at least once. Tables in code unit order. */
export const sampleSchema: Schema = { layers, tables: [account, accountleads, contact, lead, capital] };
