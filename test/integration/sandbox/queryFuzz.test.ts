/** Whatever is asked, sense or not: an answer or a refusal, never another error, and never SQL that SQLite cannot read. */
import assert from "node:assert/strict";
import { parseRequest } from "../../../src/core/odata/parse.ts";
import { Refusal } from "../../../src/sandbox/service/refusal.ts";
import { checkSyntax } from "../../../src/sandbox/service/checkSyntax.ts";
import { type Fuzz, fuzz } from "../../support/fuzz.ts";
import { id, type QueryRig, queryRig } from "../../support/sandbox/queryRig.ts";

const names = [
	"name",
	"revenue",
	"createdon",
	"creditonhold",
	"accountid",
	"_ownerid_value",
	"ownerid",
	"primarycontactid",
	"primarycontactid/fullname",
	"primarycontactid/createdby/fullname",
	"ownerid/ownerid",
	"entityimage",
	"description",
	"versionnumber",
	"Account_Tasks",
	"nope",
	"x/subject",
	"x/regardingobjectid_account_task/name",
	"x",
	"$it",
	"$it/name",
	"Account_Tasks/$count",
	"Microsoft.Dynamics.CRM.account/name",
	"@p1",
	"@p2",
	"@p3",
];
const literals = [
	"null",
	"true",
	"5",
	"-2.5",
	"1e400",
	"NaN",
	"INF",
	"99999999999999999999999",
	"'x'",
	"'%_[a'",
	"''",
	id(1),
	`'${id(1)}'`,
	"2026-01-31",
	"2026-02-31",
	"9999-12-31T23:59:59.9999999-14:00",
	"0001-01-01T00:00:00+14:00",
	"11:22:33",
	"duration'P1D'",
	"binary'Zm9v'",
	"Some.Type'A'",
	"geography'SRID=0;Point(142.1 64.1)'",
	"['x',5,null]",
	'["a","b"]',
	"{}",
];
const functions = [
	"contains",
	"startswith",
	"endswith",
	"tolower",
	"concat",
	"now",
	"Microsoft.Dynamics.CRM.In",
	"Microsoft.Dynamics.CRM.Between",
	"Microsoft.Dynamics.CRM.LastXDays",
	"Microsoft.Dynamics.CRM.On",
	"Microsoft.Dynamics.CRM.Under",
	"Microsoft.Dynamics.CRM.EqualUserTeams",
	"Microsoft.Dynamics.CRM.InFiscalPeriodAndYear",
];
const operators = ["eq", "ne", "gt", "le", "in", "has", "add", "and", "or"];

describe("arbitrary queries of the sandbox", () => {
	let rig: QueryRig;
	before(() => {
		rig = queryRig();
		rig.insert("account", [{ accountid: id(1), name: "Contoso" }]);
	});
	after(() => {
		rig.close();
	});

	it("are answered or refused", function () {
		this.timeout(0);
		const chance = fuzz(3_000);
		let answered = 0;
		for (let run = 0; run < chance.runs; run += 1) {
			const filter = expression(chance, 4);
			const query = `$filter=${filter}&$orderby=${chance.below(4) === 0 ? chance.pick(names) : "name"}&@p1=${operand(chance, 1)}&@p2=@p1`;
			try {
				if (isWellFormed(query)) {
					rig.ids("accounts", query);
					answered += 1;
				}
			} catch (error) {
				const { stack } = error as Error;
				assert.ok(error instanceof Refusal, `${query}\n${stack ?? ""}`);
			}
		}
		console.log(`      ${answered} answered`);
		assert.ok(answered > 0, "not everything is refused");
	});

	function isWellFormed(query: string): boolean {
		const encoded = query.replace(/(?<==)[^&]*/g, (value) => encodeURIComponent(value));
		try {
			checkSyntax(parseRequest(`accounts?${encoded}`));
			return true;
		} catch (error) {
			assert.ok(error instanceof Refusal, `${query}\n${(error as Error).stack ?? ""}`);
			return false;
		}
	}
});

function expression(chance: Fuzz, depth: number): string {
	const inner = (): string => expression(chance, depth - 1);
	if (depth === 0) return operand(chance, 0);
	switch (chance.below(8)) {
		case 0:
			return `(${inner()} ${chance.pick(["and", "or"])} ${inner()})`;
		case 1:
			return `not (${inner()})`;
		case 2:
			return `Account_Tasks/${chance.pick(["any", "all"])}(x:${inner()})`;
		case 3:
			return call(chance, depth);
		case 4:
			return `${operand(chance, depth)} ${chance.pick(operators)} ${operand(chance, depth)}`;
		default:
			return `${chance.pick(names)} ${chance.pick(["eq", "ne", "gt"])} ${chance.pick(literals)}`;
	}
}

function operand(chance: Fuzz, depth: number): string {
	const kind = chance.below(depth > 0 ? 6 : 4);
	if (kind < 2) return chance.pick(names);
	return kind < 4 ? chance.pick(literals) : call(chance, depth);
}

function call(chance: Fuzz, depth: number): string {
	const name = chance.pick(functions);
	if (!name.includes(".")) return `${name}(${chance.pick(names)},${operand(chance, depth - 1)})`;
	const property = chance.pick(["'name'", "'createdon'", "'accountid'", "'ownerid'", "'nope'", "@p1", "5"]);
	const parameter = chance.pick(["PropertyValue", "PropertyValues", "PropertyValue1", "Other"]);
	const second = chance.below(3) === 0 ? `,PropertyValue2=${chance.pick(literals)}` : "";
	const value = chance.below(4) === 0 ? "" : `,${parameter}=${chance.pick(literals)}${second}`;
	return `${name}(PropertyName=${property}${value})`;
}
