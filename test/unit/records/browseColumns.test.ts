import { deepEqual, equal, ok } from "node:assert/strict";
import { browseColumns, browsePath } from "../../../src/core/records/browseColumns.ts";
import { columnProperty } from "../../../src/core/records/columnProperty.ts";
import { sampleColumn, sampleTable } from "../../support/sampleSchema.ts";

const names = (columns: readonly { readonly logicalName: string }[]) => columns.map(({ logicalName }) => logicalName);

describe("the columns that browsing begins with", () => {
	const table = sampleTable("account", {
		primaryIdColumn: "accountid",
		primaryNameColumn: "name",
		layers: ["dataverse", "dynamics365"],
		columns: [
			sampleColumn("accountid", { type: "Uniqueidentifier" }),
			sampleColumn("createdon", { type: "DateTime" }),
			sampleColumn("entityimage", { type: "Image" }),
			sampleColumn("modifiedon", { type: "DateTime" }),
			sampleColumn("name", { type: "String", requiredLevel: "ApplicationRequired" }),
			sampleColumn("needed", { type: "String", requiredLevel: "ApplicationRequired" }),
			sampleColumn("notread", { type: "String", requiredLevel: "ApplicationRequired", validForRead: false }),
			sampleColumn("ownerid", { type: "Owner" }),
			sampleColumn("plain", { type: "String", access: "writable", validForForm: true }),
			sampleColumn("hidden", { type: "String", access: "writable", validForForm: false }),
			sampleColumn("primarycontactid", { type: "Lookup" }),
			sampleColumn("primarycontactidname", { type: "String", requiredLevel: "ApplicationRequired" }),
			sampleColumn("revenue", { type: "Money" }),
			sampleColumn("salesonly", { layer: "dynamics365", requiredLevel: "ApplicationRequired" }),
			sampleColumn("statecode", { type: "State" }),
		],
	});

	it("are the name, the usual ones, the required ones and the system's, of the first layer, and readable", () => {
		deepEqual(names(browseColumns(table)), [
			"name",
			"primarycontactid",
			"revenue",
			"needed",
			"plain",
			"statecode",
			"ownerid",
			"createdon",
			"modifiedon",
		]);
	});

	it("are no more than fit, with the system's at the end", () => {
		const many = Array.from({ length: 100 }, (_, index) =>
			sampleColumn(`c${index}`, { type: "String", access: "writable", validForForm: true }),
		);
		const chosen = names(browseColumns({ ...table, columns: [...many, ...table.columns] }));
		equal(chosen.length, 16);
		deepEqual(chosen.slice(-4), ["statecode", "ownerid", "createdon", "modifiedon"]);
		ok(chosen.includes("name"));
	});

	it("are asked for by the names that rows have, with the count", () => {
		const columns = browseColumns({ ...table, columns: table.columns.filter(({ type }) => type !== "DateTime") });
		equal(
			browsePath("accounts", columns),
			"accounts?$select=name,_primarycontactid_value,revenue,needed,plain,statecode,_ownerid_value&$count=true",
		);
		equal(browsePath("accounts", []), "accounts?$count=true");
		equal(columnProperty({ logicalName: "name" }), "name");
	});
});
