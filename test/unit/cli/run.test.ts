import assert from "node:assert/strict";
import { countSchema } from "../../../src/core/schema/reference/countSchema.ts";
import { runOver } from "./fakeProgram.ts";
import { smallSchema } from "./smallSchema.ts";

/** What the output must hold: on standard output (o) and on standard error (e). */
interface Expected {
	readonly o?: readonly string[];
	readonly e?: readonly string[];
}

const cases: readonly (readonly [line: string, code: number, expected: Expected])[] = [
	["--help", 0, { o: ["dvw schema show TABLE[.COLUMN]", "Exit codes:", "--version"] }],
	["schema --help", 0, { o: ["dvw schema stats"] }],
	["schema show --help", 0, { o: ["Usage: dvw schema show TABLE[.COLUMN] [--json] [--bundle FILE]", "--bundle FILE"] }],
	["schema show account --help", 0, { o: ["Usage: dvw schema show"] }],
	["schema show -h", 0, { o: ["Usage: dvw schema show"] }],
	["--version", 0, { o: ["1.2.3"] }],
	["", 2, { e: ["Commands:"] }],
	["schema", 2, { e: ["Commands:"] }],
	["schema shwo account", 2, { e: ["There is no command “schema shwo”. Did you mean “schema show”?", "dvw --help"] }],
	["shcema show", 2, { e: ["Did you mean “schema show”?"] }],
	["show account", 2, { e: ["There is no command “show”. Did you mean “schema show”?"] }],
	["zzz", 2, { e: ["There is no command “zzz”."] }],
	["--verison", 2, { e: ["There is no option --verison here. Did you mean --version?"] }],
	["schema show", 2, { e: ["TABLE[.COLUMN] is missing.", "See “dvw schema show --help”."] }],
	["schema show account contact", 2, { e: ["“contact” is one argument too many."] }],
	["schema show account --jsno", 2, { e: ["Did you mean --json?"] }],
	["schema show account --qqqqqq", 2, { e: ["There is no option --qqqqqq here."] }],
	["schema show account --json=yes", 2, { e: ["--json takes no value."] }],
	["schema show account --bundle", 2, { e: ["--bundle needs a value: --bundle FILE."] }],
	["schema show account --bundle --json", 2, { e: ["--bundle needs a value: --bundle FILE."] }],
	["schema show account --constructor", 2, { e: ["There is no option --constructor here."] }],
	["schema show -- --help", 1, { e: ["There is no table “--help”."] }],

	[
		"sandbox --help",
		0,
		{ o: ["Usage: dvw sandbox [--port N] [--file FILE] [--memory]", "429 every=5", "skip=N times=N every=N rate=0.3"] },
	],
	["sandbox --port many", 2, { e: ["--port needs a whole number from 0 to 65535, not “many”."] }],
	["sandbox --port 65536", 2, { e: ["--port needs a whole number from 0 to 65535"] }],
	["sandbox --rows -5", 2, { e: ["--rows needs a value: --rows N."] }],
	["sandbox --rows=-5", 2, { e: ["--rows needs a whole number from 0"] }],
	["sandbox --seed 1.5", 2, { e: ["--seed needs a whole number from 0"] }],
	["sandbox --memory --file x", 2, { e: ["--memory and --file exclude one another."] }],
	["sandbox now", 2, { e: ["“now” is one argument too many."] }],

	["schema show account", 0, { o: ["Account  account", "Entity set", "accounts", "Columns  5", "name"] }],
	["schema show Accounts", 0, { o: ["Account  account"] }],
	[
		"schema show account",
		0,
		{ o: ["contact.parentcustomerid  contact_account (usual name)", "↔ lead (accountleads_table)"] },
	],
	["schema show account", 0, { o: ["account_name  name, statuscode", "Retain (event)", "(primary name)"] }],
	["schema show contact", 0, { o: ["Messages  not documented", "→ account, contact", "parentcustomerid → account"] }],
	["schema show acount", 1, { e: ["There is no table “acount”. Did you mean account?"] }],
	["schema show createdon", 1, { e: ["a column of 2 tables. Try: dvw schema show account.createdon"] }],
	["schema show parentcustomerid", 1, { e: ["a column of contact. Try: dvw schema show contact.parentcustomerid"] }],
	["schema show account.createdon", 0, { o: ["Created On  account.createdon", "overriddencreatedon", "(blank)"] }],
	["schema show account.createdon", 0, { o: ["1 other table has a column of this name"] }],
	["schema show account.CreatedOn", 0, { o: ["account.createdon"] }],
	["schema show account.NAME", 0, { o: ["String (text 160)", "ApplicationRequired", "160"] }],
	["schema show account.oddity", 0, { o: ["account.oddity", "not documented"] }],
	["schema show account.statuscode", 0, { o: ["1  Active", "state 0", "2  not documented", "account_statuscode"] }],
	["schema show contact.parentcustomerid", 0, { o: ["account, contact"] }],
	["schema show account.nmae", 1, { e: ["account has no column “nmae”. Did you mean name?"] }],
	["schema show account.zzz", 1, { e: ["account has no column “zzz”."] }],

	["schema search name --limit 0", 2, { e: ["--limit needs a whole number from 1, not “0”."] }],
	["schema search name --limit many", 2, { e: ["not “many”"] }],
	["schema search", 2, { e: ["TEXT is missing."] }],
	["schema search parent customer", 0, { o: ["parentcustomerid", "contact"] }],
	["schema search created", 0, { o: ["createdon", "2 places"] }],
	["schema search account", 0, { o: ["table", "accounts"] }],
	["schema search account --limit 1", 0, { o: ["account"], e: ["Only the first hit is shown; --limit shows more."] }],
	["schema search qqqqqq", 1, { e: ["Nothing matches “qqqqqq”."] }],

	["schema compile", 2, { e: ["DIR is missing."] }],
	["schema compile pages", 2, { e: ["--out FILE is missing."] }],

	["schema stats", 0, { o: ["Tables", "Columns", "DateTime (date and time)", "Microsoft Dynamics 365: 1 table"] }],
];

describe("dvw", () => {
	for (const [line, code, { o = [], e = [] }] of cases) {
		it(`${line === "" ? "(nothing)" : line}: ${code}`, () => {
			const ran = runOver(
				smallSchema,
				line.split(" ").filter((word) => word !== ""),
			);
			assert.equal(ran.code, code, ran.err);
			for (const part of o) assert.ok(ran.out.includes(part), `“${part}” is not in\n${ran.out}`);
			for (const part of e) assert.ok(ran.err.includes(part), `“${part}” is not in\n${ran.err}`);
			assert.equal(ran.out === "", o.length === 0, "data only where expected");
			assert.equal(ran.err === "", e.length === 0, ran.err);
		});
	}

	it("prints facts as JSON, absent where not documented", () => {
		const table = JSON.parse(runOver(smallSchema, ["schema", "show", "account", "--json"]).out) as object;
		assert.deepEqual(table, smallSchema.tables[0]);
		const column = JSON.parse(runOver(smallSchema, ["schema", "show", "account.oddity", "--json"]).out) as object;
		assert.deepEqual(column, { table: "account", ...smallSchema.tables[0]?.columns[3] });
	});

	it("counts as JSON", () => {
		const { out } = runOver(smallSchema, ["schema", "stats", "--json"]);
		assert.deepEqual(JSON.parse(out), {
			layers: [
				{ id: "dataverse", product: "Microsoft Dataverse", tables: 2 },
				{ id: "dynamics365", product: "Microsoft Dynamics 365", tables: 1 },
			],
			...countSchema(smallSchema),
			columnsByType: { DateTime: 2, Customer: 1, Status: 1, String: 1, Uniqueidentifier: 1 },
		});
	});

	it("colours names only where the terminal has colours", () => {
		const args = ["schema", "show", "account.name"];
		const escape = "\u001b[1m";
		assert.ok(runOver(smallSchema, args, true).out.startsWith(`${escape}Account Name`));
		assert.ok(!runOver(smallSchema, args).out.includes("\u001b"));
	});

	it("ends with 1 when the bundle cannot be used", () => {
		for (const line of ["schema stats", "schema show account", "schema search account"])
			assert.equal(runOver(undefined, line.split(" ")).code, 1);
	});
});
