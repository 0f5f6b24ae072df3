import assert from "node:assert/strict";
import type { Row, RowValue } from "../../../src/core/client/row.ts";
import { type Held, holdsValues } from "../../../src/core/client/write/holdsValues.ts";
import { instant } from "../../../src/core/client/write/instant.ts";
import { sameValue } from "../../../src/core/client/write/sameValue.ts";

const exact = (exactNumber: string): RowValue => ({ exactNumber });
const id = "00aa00aa-bb11-cc22-dd33-44ee44ee44ee";
const other = "11bb11bb-cc22-dd33-ee44-55ff55ff55ff";

describe("a value that was written and the one that is read back", () => {
	const same: readonly (readonly [string, RowValue, RowValue])[] = [
		["texts", "Contoso", "Contoso"],
		["an empty text, kept as null", "", null],
		["null", null, null],
		["blanks at the end", "Contoso  ", "Contoso"],
		["line ends", "a\r\nb", "a\nb"],
		["whole numbers", 5, 5],
		["exact and plain numbers", exact("5.50"), 5.5],
		["numbers beyond doubles", exact("9007199254740993"), exact("9007199254740993")],
		["an amount rounded to two digits", 1.239, 1.24],
		["an amount rounded to four", exact("10.12345"), 10.1235],
		["half a unit of the last digit", 1.005, 1.01],
		["a fraction that rounds to a whole", 9.996, 10],
		["a degree of five digits", 47.639583, 47.63958],
		["yes", true, true],
		["a moment in another zone", "2026-03-15T12:00:00+02:00", "2026-03-15T10:00:00Z"],
		["a moment west of Greenwich", "2026-03-14T22:30:00-05:30", "2026-03-15T04:00:00Z"],
		["a moment with fractions", "2026-03-15T10:00:00.123Z", "2026-03-15T10:00:00Z"],
		["a moment without seconds", "2026-03-15T10:00Z", "2026-03-15T10:00:00Z"],
		["a day kept as its midnight", "2026-03-15", "2026-03-15T00:00:00Z"],
		["ids in capitals", id.toUpperCase(), id],
		["ids in braces", `{${id}}`, id],
		["choices in another order", "3,1,2", "1,2,3"],
		["choices with blanks", "1, 2", "1,2"],
		["negative options", "-1,5", "5,-1"],
	];
	for (const [what, written, read] of same)
		it(`are the same: ${what}`, () => {
			assert.equal(sameValue(written, read), true);
		});

	const different: readonly (readonly [string, RowValue, RowValue])[] = [
		["texts", "Contoso", "Fabrikam"],
		["case", "Contoso", "CONTOSO"],
		["blanks at the beginning", " Contoso", "Contoso"],
		["null and a text", null, "Contoso"],
		["null and zero", null, 0],
		["null and no", null, false],
		["whole numbers", 5, 6],
		["a fraction and a whole that may be somebody's own", 0.5, 1],
		["a whole is never rounded", 5, 5.001],
		["numbers beyond doubles that differ in the last digit", exact("9007199254740993"), exact("9007199254740992")],
		["amounts that differ by a cent", 1.23, 1.24],
		["a half that is not rounded", 1.2, 1.25],
		["yes and no", true, false],
		["a number and its text", 5, "5"],
		["moments", "2026-03-15T12:00:00Z", "2026-03-15T10:00:00Z"],
		["a moment without a zone", "2026-03-15T10:00:00", "2026-03-15T10:00:00Z"],
		["days", "2026-03-15", "2026-03-16"],
		["ids", id, other],
		["choices", "1,2", "1,2,3"],
	];
	for (const [what, written, read] of different)
		it(`are different: ${what}`, () => {
			assert.equal(sameValue(written, read), false);
		});

	it("names moments as the calendar has them", () => {
		for (const text of [
			"1970-01-01",
			"1969-12-31",
			"1900-03-01",
			"2000-02-29",
			"2024-12-31",
			"1753-01-01",
			"9999-12-31",
		])
			assert.equal(instant(text), Date.parse(`${text}T00:00:00Z`) / 1000, text);
		assert.equal(instant("2024-02-29T23:59:59-08:00"), Date.parse("2024-02-29T23:59:59-08:00") / 1000);
		for (const text of ["", "2026", "2026-03", "A-2026-03-15", "2026-03-15T", "15.03.2026"])
			assert.equal(instant(text), undefined, text);
	});
});

/** A row as the service sends it with all annotations. */
const row: Row = {
	"@odata.etag": 'W/"1"',
	name: "Contoso",
	revenue: 1000.5,
	description: null,
	accountid: id,
	_primarycontactid_value: id,
	"_primarycontactid_value@Microsoft.Dynamics.CRM.associatednavigationproperty": "primarycontactid",
	"_primarycontactid_value@Microsoft.Dynamics.CRM.lookuplogicalname": "contact",
	_parentcustomerid_value: other,
	"_parentcustomerid_value@Microsoft.Dynamics.CRM.associatednavigationproperty": "parentcustomerid_account",
	_parentaccountid_value: null,
};

describe("whether a record holds what was written", () => {
	const cases: readonly (readonly [string, Row, Held])[] = [
		["nothing at all", {}, "all"],
		["one value", { name: "Contoso" }, "all"],
		["several values", { name: "Contoso", revenue: 1000.5, description: null }, "all"],
		["one of two values", { name: "Contoso", revenue: 1 }, "notAll"],
		["a value where there is none", { description: "text" }, "notAll"],
		["no value where there is one", { name: null }, "notAll"],
		["the type of the record", { "@odata.type": "Microsoft.Dynamics.CRM.account", name: "Contoso" }, "all"],
		["a column that cannot be read", { secret: "x" }, "unknown"],
		["a column that cannot be read beside one that can", { name: "Contoso", secret: "x" }, "unknown"],
		["a column that cannot be read beside one that differs", { secret: "x", name: "Fabrikam" }, "notAll"],
		["rows inside", { contact_customer_accounts: [{ lastname: "x" }] }, "unknown"],
		["a link", { "primarycontactid@odata.bind": `contacts(${id})` }, "all"],
		["a link with a slash", { "primarycontactid@odata.bind": `/contacts(${id.toUpperCase()})` }, "all"],
		[
			"a link as a whole address",
			{ "primarycontactid@odata.bind": `https://x.crm.dynamics.com/api/data/v9.2/contacts(${id})` },
			"all",
		],
		["a link to another record", { "primarycontactid@odata.bind": `contacts(${other})` }, "notAll"],
		["a link by one of several properties", { "parentcustomerid_account@odata.bind": `accounts(${other})` }, "all"],
		["a link by the other property", { "parentcustomerid_contact@odata.bind": `contacts(${id})` }, "notAll"],
		["a link by an alternate key", { "primarycontactid@odata.bind": "contacts(emailaddress1='a@b.c')" }, "unknown"],
		["a link to a part of the same batch", { "primarycontactid@odata.bind": "$1" }, "unknown"],
		["a link that is not set", { "parentaccountid@odata.bind": `accounts(${id})` }, "notAll"],
		["a link taken away that is there", { "primarycontactid@odata.bind": null }, "notAll"],
		["a link taken away", { "parentaccountid@odata.bind": null }, "all"],
		["a link taken away by its name alone", { parentaccountid: null }, "all"],
		["a link taken away by its name alone that is there", { primarycontactid: null }, "notAll"],
		["one of several properties taken away", { "parentcustomerid_contact@odata.bind": null }, "all"],
	];
	for (const [what, written, held] of cases)
		it(`${held}: ${what}`, () => {
			assert.equal(holdsValues(row, written), held);
		});

	it("does not guess where the row does not say which property a lookup has", () => {
		const silent: Row = { _ownerid_value: id };
		assert.equal(holdsValues(silent, { "ownerid_user@odata.bind": `systemusers(${id})` }), "unknown");
		assert.equal(holdsValues(silent, { "ownerid_user@odata.bind": `systemusers(${other})` }), "notAll");
		assert.equal(holdsValues(silent, { "ownerid_user@odata.bind": null }), "unknown");
		assert.equal(holdsValues({}, { "ownerid@odata.bind": null }), "unknown");
	});
});
