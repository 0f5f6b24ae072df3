import assert from "node:assert/strict";
import { join } from "node:path";
import { createSearch } from "../../src/core/schema/search/createSearch.ts";
import { openBundleFile } from "../../src/disk/openBundle.ts";
import { fuzz } from "../support/fuzz.ts";
import { withSlip } from "../support/randomNames.ts";
import { hitLine } from "../support/searchCatalog.ts";
import { projectFolder } from "../support/sharedFolder.ts";

const opened = openBundleFile(join(projectFolder, "media", "schema", "schema.dvs"));

/** What a person types, and the first hits in the schema that ships. */
const firstHits: readonly (readonly [string, string, ...string[]])[] = [
	["acc", "table [acc]ount | [Acc]ount | [acc]ounts prefix"],
	["account", "table [account] | [Account] | [account]s exact"],
	["contacts", "table contact | [contacts] exact"],
	["case", "table incident | [Case] exact"],
	["opp", "table [opp]ortunity | [Opp]ortunity | [opp]ortunities prefix"],
	["createdon", "column [createdon] | [Created] [On] exact"],
	["stat", "column [stat]uscode | [Stat]us Reason prefix", "column [stat]ecode | [Stat]us prefix"],
	["event type", "column msdyn_eventtype | [Event Type] exact"],
	["session event", "table msdyn_sessionevent | [Session event] exact"],
	["acocunt", "table [account] | [Account] typo"],
	["contct", "table [cont]a[ct] | [Cont]a[ct] typo"],
	["incdent", "table [inc]i[dent] typo"],
	["primarycontact", "column [primarycontact]id prefix"],
	["createmultiple", "message [CreateMultiple] exact"],
	["account name", "column name | [Account Name] exact"],
	["account.na", "column [na]me | Account [Na]me in account prefix"],
	["incident.titl", "column [titl]e | Case [Titl]e in incident prefix"],
	["account_primary_contact", "relationship [account_primary_contact] exact"],
];

describe("search over the schema that ships", () => {
	after(() => {
		if (opened.ok) opened.close();
	});
	const catalog = (): Extract<typeof opened, { ok: true }>["catalog"] => {
		assert.ok(opened.ok);
		return opened.catalog;
	};

	for (const [typed, ...expected] of firstHits) {
		it(`finds ${typed}`, () => {
			const found = createSearch(catalog()).find(typed, { limit: expected.length });
			assert.deepEqual(found.map(hitLine), expected);
		});
	}

	it("finds every table by its names, and every column behind its table's dot", () => {
		const search = createSearch(catalog());
		const lost: string[] = [];
		for (const { logicalName, entitySetName = logicalName, columnCount } of catalog().tables()) {
			for (const name of [logicalName, entitySetName]) {
				const hits = search.find(name, { limit: 5, kinds: ["table"] });
				if (!hits.some((hit) => hit.name === logicalName && hit.matchClass === "exact")) lost.push(name);
			}
			const columns = search.find(`${logicalName}.`, { limit: 1000, kinds: ["column"] });
			const there = columns.filter(({ table }) => table === logicalName);
			if (there.length !== columnCount) lost.push(`${logicalName}. ${there.length} of ${columnCount}`);
		}
		assert.deepEqual(lost, []);
	});

	it("finds letter by letter what it finds at once", () => {
		const source = fuzz(10);
		const entries = catalog().entries();
		const typing = createSearch(catalog());
		const atOnce = createSearch(catalog());
		for (let run = 0; run < source.runs; run += 1) {
			const { name, label = name } = source.pick(entries);
			const typed = source.pick([name, label, withSlip(source, name)]).slice(0, 20);
			for (let length = 1; length <= typed.length; length += 1) {
				// A question that has nothing to do with the next one leaves nothing to narrow.
				atOnce.find("zqxj", { limit: 1 });
				const text = typed.slice(0, length);
				assert.deepEqual(typing.find(text, { limit: 50 }), atOnce.find(text, { limit: 50 }), JSON.stringify(text));
			}
		}
	});
});
