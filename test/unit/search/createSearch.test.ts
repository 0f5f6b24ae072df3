import assert from "node:assert/strict";
import { createSearch } from "../../../src/core/schema/search/createSearch.ts";
import { hitLine, searchCatalog } from "../../support/searchCatalog.ts";

const catalog = searchCatalog(`
	table account | Account | accounts
	table accountleads | AccountLeads | accountleadscollection
	table contact | Contact | contacts
	table incident | Case | incidents
	table msdyn_casetopic | Case Topic | msdyn_casetopics
	table msdyn_sessionevent | Session event | msdyn_sessionevents
	table msdyn_sessiontemplate | Session Template | msdyn_sessiontemplates
	column accountid | Account @ account contact
	column accountnumber | Account Number @ account
	column createdon | Created On @ account contact incident msdyn_sessionevent
	column creditonhold | Credit Hold @ account
	column emailaddress1 | Email @ contact
	column msdyn_eventtype | Event Type @ msdyn_sessionevent
	column name | Account Name @ account
	column name | Name @ msdyn_sessiontemplate contact
	column primarycontactid | Primary Contact @ account
	column statecode | Status @ account contact
	column resume | Résumé @ contact
	choice account_industrycode
	option 192350001 | QueueAssigned @ msdyn_sessionevent
	option 1 | Active @ account contact
	option 12 | Café, closed @ account
	relationship account_primary_contact @ account contact
	relationship contact_as_primary_contact @ account contact
	message CreateMultiple @ account
	message Create @ account contact
`);
const search = createSearch(catalog);

/** What is typed, and the first hits. */
const firstHits: readonly (readonly [string, ...string[]])[] = [
	["account", "table [account] | [Account] | [account]s exact", "column [account]id | [Account] exact"],
	["ACCOUNT", "table [account] | [Account] | [account]s exact"],
	["case", "table incident | [Case] exact", "table msdyn_[case]topic | [Case] Topic | msdyn_[case]topics prefix"],
	["incidents", "table incident | [incidents] exact"],
	["accounts", "table account | [accounts] exact"],
	[
		"acc",
		"table [acc]ount | [Acc]ount | [acc]ounts prefix",
		"table [acc]ountleads | [Acc]ountLeads | [acc]ountleadscollection prefix",
		"column [acc]ountid | [Acc]ount prefix",
		"column name | [Acc]ount Name prefix",
		"column [acc]ountnumber | [Acc]ount Number prefix",
		"choice [acc]ount_industrycode prefix",
		"relationship [acc]ount_primary_contact prefix",
	],
	["name", "column [name] | [Name] exact", "column [name] | Account [Name] exact"],
	["topic", "table msdyn_case[topic] | Case [Topic] | msdyn_case[topic]s wordStart"],
	["multiple", "message Create[Multiple] wordStart"],
	["multi", "message Create[Multi]ple wordStart"],
	["create", "message [Create] exact", "column [create]don | [Create]d On prefix", "message [Create]Multiple prefix"],
	["accnum", "column accountnumber | [Acc]ount [Num]ber acronym"],
	["cm", "message [C]reate[M]ultiple acronym"],
	["mailaddr", "column e[mailaddr]ess1 substring"],
	["onhold", "column credit[onhold] substring"],
	["eventtype", "column msdyn_[eventtype] | [Event] [Type] wordStart"],
	["event type", "column msdyn_eventtype | [Event Type] exact"],
	["event_type", "column msdyn_eventtype | [Event Type] exact"],
	["type event", "column msdyn_[eventtype] | [Event] [Type] words"],
	["msdyn session", "table [msdyn_session]event | [msdyn_session]events prefix"],
	["primary contact", "column primarycontactid | [Primary Contact] exact"],
	[
		"contact account",
		"column [account]id | [Account] in contact exact",
		"relationship [account]_primary_[contact] words",
	],
	["acocunt", "table [account] | [Account] typo"],
	["acount", "table [ac]c[ount] | [Ac]c[ount] typo"],
	["acccount", "table [account] | [Account] typo"],
	["axcount", "table [a]c[count] | [A]c[count] typo"],
	["sccount", "table a[ccount] | A[ccount] typo"],
	["sesion event", "table msdyn_session[event] | [Ses]s[ion] [event] | msdyn_session[event]s typo"],
	["sttcd", "column [st]a[t]e[c]o[d]e subsequence"],
	["192350001", "option [192350001] exact"],
	["queueassigned", "option 192350001 | [QueueAssigned] exact"],
	["assigned", "option 192350001 | Queue[Assigned] wordStart"],
	["resume", "column [resume] | [Résumé] exact"],
	["Résumé", "column [resume] | [Résumé] exact"],
	["cafe", "option 12 | [Café], closed prefix"],
	["_primarycontactid_value", "column [primarycontactid] exact"],
	["account.na", "column [na]me | Account [Na]me in account prefix"],
	["accounts.na", "column [na]me | Account [Na]me in account prefix"],
	["case.cre", "column [cre]atedon | [Cre]ated On in incident prefix"],
	["inci.cre", "column [cre]atedon | [Cre]ated On in incident prefix"],
	["account.", "column accountid in account prefix", "column accountnumber in account prefix"],
	["contact email", "column [email]address1 | [Email] in contact exact"],
	["session event type", "column msdyn_event[type] | Event [Type] in msdyn_sessionevent wordStart"],
];

/** Texts that find nothing: too far from every name, or without a letter or digit. */
const misses = ["", " ", "_", "(.", "zzz", "accxxnt", "1923500019", "tnuocca", "account zzz", "zzz."];

describe("createSearch", () => {
	for (const [typed, ...expected] of firstHits) {
		it(`finds ${typed}`, () => {
			const found = search.find(typed, { limit: 20 }).map(hitLine);
			assert.deepEqual(found.slice(0, expected.length), expected);
		});
	}

	for (const typed of misses) {
		it(`finds nothing for "${typed}"`, () => {
			assert.deepEqual(search.find(typed, { limit: 20 }).map(hitLine), []);
		});
	}

	it("puts names of the platform before those with a publisher's prefix", () => {
		const names = search.find("session", { limit: 20, kinds: ["table"] }).map(({ name }) => name);
		assert.deepEqual(names, ["msdyn_sessionevent", "msdyn_sessiontemplate"]);
		const mixed = createSearch(searchCatalog("table msdyn_case\ntable case_incident\ntable case\ntable caseincident"));
		const found = mixed.find("case", { limit: 20 }).map(({ name }) => name);
		assert.deepEqual(found, ["case", "caseincident", "case_incident", "msdyn_case"]);
	});

	it("puts names that stand in many places first", () => {
		const found = search.find("cre", { limit: 2, kinds: ["column"] }).map(({ name }) => name);
		assert.deepEqual(found, ["createdon", "creditonhold"]);
	});

	it("finds only the kinds that are asked for", () => {
		const found = search.find("account", { limit: 20, kinds: ["choice", "relationship"] }).map(({ kind }) => kind);
		assert.deepEqual(found, ["choice", "relationship"]);
		assert.deepEqual(search.find("account.name", { limit: 20, kinds: ["table"] }), []);
	});

	it("does not remember the kinds of the last question", () => {
		const typing = createSearch(catalog);
		assert.deepEqual(typing.find("createm", { limit: 20, kinds: ["choice"] }).map(hitLine), []);
		assert.deepEqual(typing.find("createmu", { limit: 20 }).map(hitLine), ["message [CreateMu]ltiple prefix"]);
	});

	it("gives no more than the limit", () => {
		assert.equal(search.find("a", { limit: 3 }).length, 3);
		assert.deepEqual(search.find("account", { limit: 0 }), []);
		assert.equal(search.find("account.", { limit: 2 }).length, 2);
	});

	it("expands a hit to its places", () => {
		const [hit] = search.find("createdon", { limit: 1 });
		assert.ok(hit !== undefined);
		assert.deepEqual(search.expand(hit, 2), [
			{ table: "account", column: "createdon" },
			{ table: "contact", column: "createdon" },
		]);
	});

	it("expands a hit behind a dot to the table before it", () => {
		const [hit] = search.find("contact.createdon", { limit: 1 });
		assert.ok(hit !== undefined);
		assert.deepEqual(search.expand(hit, 10), [{ table: "contact", column: "createdon" }]);
	});

	it("reads nothing before the first question", () => {
		createSearch({
			entries: () => assert.fail("read"),
			places: () => assert.fail("read"),
			table: () => assert.fail("read"),
		});
	});

	it("finds nothing in nothing", () => {
		assert.deepEqual(createSearch(searchCatalog("")).find("account", { limit: 5 }), []);
	});
});
