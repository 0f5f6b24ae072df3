/** A handful of rows that belong together, with every kind of value that reading shapes. */
import { adminUser, baseCurrency, rootBusinessUnit } from "../../../src/sandbox/service/identity.ts";
import { putRows } from "./putRows.ts";
import { type SandboxInMemory, sandboxInMemory } from "./sandboxInMemory.ts";
import { guid } from "./writeCases.ts";

export const ids = {
	contoso: guid("a1"),
	fabrikam: guid("a2"),
	nameless: guid("a3"),
	yvonne: guid("c1"),
	susanna: guid("c2"),
	orphan: guid("c3"),
	firstTask: guid("d1"),
	secondTask: guid("d2"),
	lead: guid("e1"),
	note: guid("e2"),
	dollar: guid("f1"),
	admin: adminUser.id,
	team: rootBusinessUnit.teamId,
	euro: baseCurrency.id,
} as const;

const user = { table: "systemuser", id: ids.admin };
const team = { table: "team", id: ids.team };
const dollar = { table: "transactioncurrency", id: ids.dollar };
const contoso = { table: "account", id: ids.contoso };

/** Three accounts, three contacts, two tasks, a lead, a note. */
export function smallOffice(): SandboxInMemory {
	const sandbox = sandboxInMemory();
	putRows(sandbox, "transactioncurrency", [
		{ transactioncurrencyid: ids.dollar, currencyname: "US Dollar", currencysymbol: "$", currencyprecision: 2 },
	]);
	putRows(sandbox, "account", [
		{
			accountid: ids.contoso,
			name: 'Contoso "Größe"',
			accountnumber: "A-1",
			revenue: 20000,
			revenue_base: 18000.5,
			transactioncurrencyid: dollar,
			exchangerate: 1.1,
			numberofemployees: 1234,
			creditonhold: true,
			industrycode: 4,
			statecode: 0,
			statuscode: 1,
			createdon: "2023-04-07T21:59:01Z",
			ownerid: user,
			owninguser: user,
			createdby: user,
			primarycontactid: { table: "contact", id: ids.yvonne },
			address1_latitude: 47.5,
			description: "one\ntwo",
		},
		{
			accountid: ids.fabrikam,
			name: "Fabrikam",
			revenue: -5.5,
			statecode: 1,
			statuscode: 2,
			ownerid: team,
			createdon: "2024-01-01T00:00:00Z",
			creditonhold: false,
		},
		{ accountid: ids.nameless, statecode: 0, ownerid: user, primarycontactid: { table: "contact", id: guid("99") } },
	]);
	putRows(sandbox, "contact", [
		{
			contactid: ids.yvonne,
			fullname: "Yvonne McKay",
			parentcustomerid: contoso,
			birthdate: "1980-02-29",
			ownerid: user,
		},
		{ contactid: ids.susanna, fullname: "Susanna Stubberod", parentcustomerid: contoso, ownerid: team },
		{ contactid: ids.orphan, fullname: "Nobody's", parentcustomerid: { table: "contact", id: ids.yvonne } },
	]);
	putRows(sandbox, "task", [
		{ activityid: ids.firstTask, subject: "Call", regardingobjectid: contoso, createdby: user },
		{ activityid: ids.secondTask, subject: "Write", regardingobjectid: contoso },
	]);
	putRows(sandbox, "lead", [{ leadid: ids.lead, fullname: "Lee Lead", subject: "Chairs" }]);
	putRows(sandbox, "annotation", [{ annotationid: ids.note, subject: "Note", objectid: contoso }]);
	sandbox.service.store.ensureIntersect("accountleads", ["accountid", "leadid"]);
	sandbox.database.run("INSERT INTO accountleads (accountid, leadid) VALUES (?, ?)", ids.contoso, ids.lead);
	return sandbox;
}

/** Where tests are answered from. */
export const root = "http://localhost/api/data/v9.2/";

/** The JSON of an answer without what every row has: versions, and the ids that tests did not ask for. */
export function withoutEtags(json: unknown): unknown {
	return JSON.parse(JSON.stringify(json), (key, value: unknown) => (key === "@odata.etag" ? undefined : value));
}
