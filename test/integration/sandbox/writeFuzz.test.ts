import assert from "node:assert/strict";
import type { SandboxTable } from "../../../src/sandbox/schema/sandboxTable.ts";
import { adminUser, rootBusinessUnit } from "../../../src/sandbox/service/identity.ts";
import { type Fuzz, fuzz } from "../../support/fuzz.ts";
import { sandboxInMemory } from "../../support/sandbox/sandboxInMemory.ts";
import { guid } from "../../support/sandbox/writeCases.ts";

const sets = [
	"accounts",
	"contacts",
	"tasks",
	"incidents",
	"annotations",
	"teams",
	"systemusers",
	"queues",
	"products",
];
const references = [
	`accounts(${guid("1")})`,
	`/contacts(${guid("1")})`,
	`systemusers(${adminUser.id})`,
	`teams(${rootBusinessUnit.teamId})`,
	"accounts(accountnumber='A''1')",
	"accounts(",
	"accounts(name='x')",
	"$1",
	"http://localhost/api/data/v9.2/accounts",
	"http://[",
	"javascript:alert(1)",
	"accounts(1);DROP TABLE account",
	"",
	"/",
	"//",
	"%",
	"accounts(%2)",
];
const values: readonly unknown[] = [
	null,
	true,
	false,
	0,
	-1,
	1.5,
	1e308,
	-1e300,
	9007199254740993,
	"",
	" ",
	"x",
	"'; DROP TABLE account; --",
	"\u0000",
	"\ud800",
	"x".repeat(5000),
	"2026-03-15",
	"2026-03-15T10:30:00Z",
	"9999-99-99",
	"1,2,3",
	guid("1"),
	`{${guid("1")}}`,
	[],
	[null],
	[[]],
	{},
	{ value: 1 },
	...references,
	references,
];
const annotations = ["@odata.bind", "@odata.type", "@x.y", "@", "@@", "@odata.bind@odata.bind"];

function randomName({ pick, below }: Fuzz, { properties, navigation }: SandboxTable): string {
	switch (below(5)) {
		case 0:
			return `${pick([...navigation.keys()])}${pick(annotations)}`;
		case 1:
			return pick([...navigation.keys()]);
		case 2:
			return `${pick([...properties.keys()])}${pick(annotations)}`;
		case 3:
			return pick([
				"@odata.type",
				"@odata.id",
				"__proto__",
				"constructor",
				"",
				"@",
				'a"b',
				"$ref",
				"statecode",
				"ownerid",
			]);
		default:
			return pick([...properties.keys()]);
	}
}

describe("sandbox: writes of whatever body", () => {
	it("are done or refused, and never met by a mistake of ours", () => {
		const random = fuzz(400);
		const { pick, below } = random;
		const sandbox = sandboxInMemory();
		sandbox.ok("POST", "accounts", { body: { accountid: guid("1"), name: "x", accountnumber: "A'1" } });
		for (let run = 0; run < random.runs; run++) {
			const set = pick(sets);
			const table = sandbox.service.schema.tableBySet(set);
			assert.ok(table !== undefined);
			const names = Array.from({ length: 1 + below(3) }, () => randomName(random, table));
			const body = JSON.stringify(Object.fromEntries(names.map((name) => [name, pick(values)])));
			const record = `${set}(${guid(String(1 + below(3)))})`;
			const property = `${record}/${encodeURIComponent(randomName(random, table))}`;
			const [method = "", path = ""] = pick([
				["POST", set],
				["PATCH", record],
				["PATCH", record],
				["PUT", property],
				["POST", `${property}/$ref`],
				["PUT", `${property}/$ref`],
				["DELETE", `${property}/$ref?$id=${encodeURIComponent(pick(references))}`],
				["DELETE", property],
				["DELETE", record],
			]);
			const hasLink = path.endsWith("/$ref");
			const sent = hasLink ? JSON.stringify({ "@odata.id": pick(references) }) : body;
			const { status, text } = sandbox.answer(method, path, method === "DELETE" ? {} : { body: sent });
			const what = `${method} ${path} ${sent}: ${status} ${text}, seed ${random.seed}`;
			assert.deepEqual(sandbox.mistakes, [], what);
			assert.ok(status === 204 || (status >= 400 && status < 500) || status === 501, what);
			if (status >= 400) assert.match(text, /^\{"error":\{"code":"[^"]*","message":"/, what);
		}
		sandbox.close();
	});
});
