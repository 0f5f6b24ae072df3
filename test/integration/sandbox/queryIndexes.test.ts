/** Queries of the usual shapes find their rows by an index, and read them in its order where they are sorted by it. */
import assert from "node:assert/strict";
import { id, type QueryRig, queryRig } from "../../support/sandbox/queryRig.ts";

const byName = /SEARCH t USING (COVERING )?INDEX account\$name\$folded /;
const byCreated = /SEARCH t USING (COVERING )?INDEX account\$createdon /;
const byId = /SEARCH t USING .*INDEX sqlite_autoindex_account_1 /;

/** Query, what the plan's first line is, whether rows have to be sorted. */
const cases: readonly (readonly [string, RegExp, boolean])[] = [
	["$filter=name eq 'contoso'", byName, false],
	["$filter=name eq 'contoso'&$orderby=name", byName, false],
	["$filter=startswith(name,'cont')&$orderby=name", byName, false],
	["$filter=startswith(name,'cont')&$orderby=name desc", byName, false],
	["$filter=name gt 'c' and name lt 'd'&$orderby=name&$top=50", byName, false],
	["$filter=name eq null", byName, false],
	["$orderby=name&$top=50", /SCAN t USING (COVERING )?INDEX account\$name\$folded$/, false],
	["$orderby=name desc&$top=50", /SCAN t USING (COVERING )?INDEX account\$name\$folded$/, false],
	["$filter=revenue gt 5&$orderby=createdon desc&$top=50", /SCAN t USING INDEX account\$createdon$/, false],
	["$filter=createdon gt 2026-01-01&$orderby=createdon", byCreated, false],
	[
		"$filter=Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue=7)&$orderby=createdon",
		byCreated,
		false,
	],
	["$filter=Microsoft.Dynamics.CRM.On(PropertyName='createdon',PropertyValue='2026-01-01')", byCreated, true],
	["$filter=Microsoft.Dynamics.CRM.In(PropertyName='name',PropertyValues=['a','b'])", byName, true],
	["$filter=Microsoft.Dynamics.CRM.Between(PropertyName='name',PropertyValues=['a','b'])", byName, true],
	[`$filter=accountid eq ${id(1)}`, byId, false],
	[`$filter=_primarycontactid_value eq ${id(1)}`, /SEARCH t USING (COVERING )?INDEX account\$primarycontactid /, true],
	[`$filter=_ownerid_value eq ${id(1)}`, /SEARCH t USING (COVERING )?INDEX account\$ownerid /, true],
	["$filter=primarycontactid/fullname eq 'x'", /SEARCH t USING (COVERING )?INDEX account\$primarycontactid /, true],
	[
		"$filter=Microsoft.Dynamics.CRM.EqualUserId(PropertyName='ownerid')",
		/SEARCH t USING (COVERING )?INDEX account\$ownerid /,
		true,
	],
	[`$filter=Microsoft.Dynamics.CRM.Under(PropertyName='accountid',PropertyValue='${id(1)}')`, byId, false],
];

describe("indexes behind the sandbox's queries", () => {
	let rig: QueryRig;
	before(() => {
		rig = queryRig();
		rig.insert("account", [{ accountid: id(1), name: "Contoso" }]);
	});
	after(() => {
		rig.close();
	});

	for (const [query, first, sorts] of cases) {
		it(query, () => {
			const plan = rig.plan("accounts", query);
			assert.match(plan[0] ?? "", first);
			assert.equal(
				plan.some((line) => line.includes("TEMP B-TREE")),
				sorts,
				plan.join("\n"),
			);
		});
	}

	it("serve conditions on related rows", () => {
		const byLookup = rig.plan("accounts", "$filter=primarycontactid/fullname eq 'x'").join("\n");
		assert.match(byLookup, /SEARCH t1 USING (COVERING )?INDEX contact\$fullname\$folded /);
		const children = rig.plan("accounts", "$filter=contact_customer_accounts/any(c:c/firstname eq 'x')").join("\n");
		assert.match(children, /SEARCH t1 (EXISTS )?USING INDEX contact\$parentcustomerid /);
		const nested = "$filter=Account_Tasks/all(t:t/statecode eq 1)&$orderby=name";
		assert.match(rig.plan("accounts", nested).join("\n"), /SEARCH t1 (EXISTS )?USING INDEX task\$regardingobjectid /);
	});
});
