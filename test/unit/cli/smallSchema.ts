import type { Schema } from "../../../src/core/schema/model.ts";

const layer = "dataverse";

/** Two tables that have one of everything the command line prints. */
export const smallSchema: Schema = {
	layers: [
		{ id: "dataverse", product: "Microsoft Dataverse" },
		{ id: "dynamics365", product: "Microsoft Dynamics 365" },
	],
	tables: [
		{
			logicalName: "account",
			schemaName: "Account",
			entitySetName: "accounts",
			displayName: "Account",
			displayCollectionName: "Accounts",
			primaryIdColumn: "accountid",
			primaryNameColumn: "name",
			tableType: "Standard",
			ownership: "UserOwned",
			layer,
			layers: ["dataverse", "dynamics365"],
			columns: [
				{ logicalName: "accountid", schemaName: "AccountId", type: "Uniqueidentifier", access: "writable", layer },
				{
					logicalName: "createdon",
					schemaName: "CreatedOn",
					displayName: "Created On",
					type: "DateTime",
					access: "readOnly",
					requiredLevel: "None",
					validForRead: true,
					format: "DateAndTime",
					imeMode: null,
					layer,
				},
				{
					logicalName: "name",
					schemaName: "Name",
					displayName: "Account Name",
					type: "String",
					access: "writable",
					requiredLevel: "ApplicationRequired",
					maxLength: 160,
					layer,
				},
				{ logicalName: "oddity", schemaName: "Oddity", displayName: null, layer: "dynamics365" },
				{
					logicalName: "statuscode",
					schemaName: "StatusCode",
					displayName: "Status Reason",
					type: "Status",
					access: "writable",
					layer,
					choice: {
						globalName: "account_statuscode",
						defaultValue: -1,
						options: [
							{ value: 1, label: "Active", state: 0, layer },
							{ value: 2, layer: "dynamics365" },
						],
					},
				},
			],
			keys: [{ name: "account_name", layer, columns: ["name", "statuscode"] }],
			manyToOne: [],
			oneToMany: [
				{ schemaName: "contact_account", referencingTable: "contact", referencingColumn: "parentcustomerid", layer },
			],
			manyToMany: [{ schemaName: "accountleads", otherTable: "lead", intersectTable: "accountleads_table", layer }],
			messages: [{ name: "Create", layer }],
			events: [{ name: "Retain", layer }],
		},
		{
			logicalName: "contact",
			displayName: "Contact",
			entitySetName: "contacts",
			schemaName: "Contact",
			layer,
			layers: ["dataverse"],
			columns: [
				{ logicalName: "createdon", schemaName: "CreatedOn", displayName: "Created On", type: "DateTime", layer },
				{
					logicalName: "parentcustomerid",
					schemaName: "ParentCustomerId",
					type: "Customer",
					targets: [
						{ table: "account", layer },
						{ table: "contact", layer },
					],
					layer,
				},
			],
			manyToOne: [
				{
					schemaName: "contact_account",
					referencedTable: "account",
					referencingColumn: "parentcustomerid",
					navigationProperty: "parentcustomerid_account",
					layer,
				},
			],
			oneToMany: [],
			manyToMany: [],
		},
	],
};
