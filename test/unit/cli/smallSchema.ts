import type { Schema } from "../../../src/core/schema/model.ts";
import { layers, sampleColumn, sampleTable } from "../../support/sampleSchema.ts";

const layer = "dataverse";

/** Two tables that have one of everything the command line prints. */
export const smallSchema: Schema = {
	layers,
	tables: [
		sampleTable("account", {
			schemaName: "Account",
			displayName: "Account",
			displayCollectionName: "Accounts",
			primaryIdColumn: "accountid",
			primaryNameColumn: "name",
			tableType: "Standard",
			ownership: "UserOwned",
			layers: ["dataverse", "dynamics365"],
			columns: [
				sampleColumn("accountid", { type: "Uniqueidentifier", access: "writable" }),
				sampleColumn("createdon", {
					schemaName: "CreatedOn",
					displayName: "Created On",
					type: "DateTime",
					access: "readOnly",
					requiredLevel: "None",
					validForRead: true,
					format: "DateAndTime",
					imeMode: null,
				}),
				sampleColumn("name", {
					displayName: "Account Name",
					type: "String",
					access: "writable",
					requiredLevel: "ApplicationRequired",
					maxLength: 160,
				}),
				sampleColumn("oddity", { displayName: null, layer: "dynamics365" }),
				sampleColumn("statuscode", {
					displayName: "Status Reason",
					type: "Status",
					access: "writable",
					choice: {
						globalName: "account_statuscode",
						defaultValue: -1,
						options: [
							{ value: 1, label: "Active", state: 0, layer },
							{ value: 2, layer: "dynamics365" },
						],
					},
				}),
			],
			keys: [{ name: "account_name", layer, columns: ["name", "statuscode"] }],
			oneToMany: [
				{ schemaName: "contact_account", referencingTable: "contact", referencingColumn: "parentcustomerid", layer },
			],
			manyToMany: [{ schemaName: "accountleads", otherTable: "lead", intersectTable: "accountleads_table", layer }],
			messages: [{ name: "Create", layer }],
			events: [{ name: "Retain", layer }],
		}),
		sampleTable("contact", {
			displayName: "Contact",
			columns: [
				sampleColumn("createdon", { schemaName: "CreatedOn", displayName: "Created On", type: "DateTime" }),
				sampleColumn("parentcustomerid", {
					type: "Customer",
					targets: [
						{ table: "account", layer },
						{ table: "contact", layer },
					],
				}),
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
		}),
	],
};
