import assert from "node:assert/strict";
import {
	dataColumns,
	etagOf,
	formattedValue,
	isRow,
	lookupTable,
	navigationOf,
} from "../../../src/core/client/readRow.ts";
import type { Row, RowValue } from "../../../src/core/client/row.ts";

const row: Row = {
	"@odata.etag": 'W/"12"',
	name: "Contoso",
	revenue: { exactNumber: "12345678901234567890" },
	"revenue@OData.Community.Display.V1.FormattedValue": "€12,345,678,901,234,567,890.00",
	"_ownerid_value@OData.Community.Display.V1.FormattedValue": "Alex Admin",
	"_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname": "systemuser",
	"_ownerid_value@Microsoft.Dynamics.CRM.associatednavigationproperty": "ownerid",
	_ownerid_value: "5a4d0b0c-7573-4a06-8000-000000000001",
	"contact_customer_accounts@odata.nextLink": "https://contoso.crm4.dynamics.com/x",
	contact_customer_accounts: [],
	primarycontactid: { contactid: "1" },
};

describe("a row", () => {
	it("tells its annotations", () => {
		assert.equal(etagOf(row), 'W/"12"');
		assert.equal(formattedValue(row, "revenue"), "€12,345,678,901,234,567,890.00");
		assert.equal(lookupTable(row, "_ownerid_value"), "systemuser");
		assert.equal(navigationOf(row, "_ownerid_value"), "ownerid");
	});

	it("tells nothing of what it has not", () => {
		assert.equal(etagOf({ "@odata.etag": null }), undefined);
		for (const column of ["name", "constructor", "__proto__", "@odata.etag"]) {
			assert.equal(formattedValue(row, column), undefined);
			assert.equal(lookupTable(row, column), undefined);
			assert.equal(navigationOf(row, column), undefined);
		}
	});

	it("has its data apart, in its order", () => {
		const names = ["name", "revenue", "_ownerid_value", "contact_customer_accounts", "primarycontactid"];
		assert.deepEqual(dataColumns(row), names);
	});

	it("is an object and no list or number", () => {
		const others: readonly RowValue[] = [null, "x", 1, true, [], [{}], { exactNumber: "1" }];
		for (const value of others) assert.equal(isRow(value), false, JSON.stringify(value));
		assert.equal(isRow(undefined), false);
		for (const value of [{}, row, { exactNumber: "one" }]) assert.equal(isRow(value), true);
	});
});
