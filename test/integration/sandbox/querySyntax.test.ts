/** Sentences about query options that are not well-formed, through the whole service. */
import assert from "node:assert/strict";
import { type SandboxInMemory, sandboxInMemory } from "../../support/sandbox/sandboxInMemory.ts";

const unknown = (name: string): string =>
	`An unknown function with name '${name}' was found. This may also be a function import or a key lookup on a navigation property, which is not allowed.`;
const noSignature = (name: string): string =>
	`No function signature for the function with name '${name}' matches the specified arguments. The function signatures considered are: ${name}(Edm.String Nullable=true, Edm.String Nullable=true).`;

const filters: readonly (readonly [string, string])[] = [
	["substringof('x',name)", unknown("substringof")],
	["name ne null and foo(name)", unknown("foo")],
	["Microsoft.Dynamics.CRM.Today('createdon')", unknown("Microsoft.Dynamics.CRM.Today")],
	["Microsoft.Dynamics.CRM.LastXDays('createdon',1)", unknown("Microsoft.Dynamics.CRM.LastXDays")],
	["contains(name)", noSignature("contains")],
	["startswith(name,'a','b')", noSignature("startswith")],
	["lastname eq 'O'Bryan'", "There is an unterminated literal at position 21 in 'lastname eq 'O'Bryan''."],
	["name eq 'x", "There is an unterminated literal at position 10 in 'name eq 'x'."],
	['name eq "x"', `Syntax error: character '"' is not valid at position 8 in 'name eq "x"'.`],
	["revenue > 5", "Syntax error: character '>' is not valid at position 8 in 'revenue > 5'."],
	["name like 'x'", "Syntax error at position 9 in 'name like 'x''."],
	["name eq", "Expression expected at position 7 in 'name eq'."],
	["name eq 'x' and ", "Expression expected at position 16 in 'name eq 'x' and '."],
	["(name eq 'x'", "')' or operator expected at position 12 in '(name eq 'x''."],
	["contains(name,'x'", "')' or ',' expected at position 17 in 'contains(name,'x''."],
	["name eq 'x')", "Syntax error at position 12 in 'name eq 'x')'."],
];

describe("query options that are not well-formed", () => {
	let sandbox: SandboxInMemory;
	before(() => {
		sandbox = sandboxInMemory();
	});
	after(() => {
		sandbox.close();
	});

	for (const [filter, message] of filters) {
		it(filter, () => {
			const refused = sandbox.refused("GET", `accounts?$filter=${encodeURIComponent(filter)}`);
			assert.deepEqual(refused, { status: 400, code: "0x80060888", message });
		});
	}

	it("take a plus for a blank, as forms write it", () => {
		const found = (query: string): unknown => (sandbox.ok("GET", query) as { readonly value: unknown }).value;
		assert.deepEqual(found("accounts?$filter=name+eq+'x'&$orderby=name+desc"), []);
		assert.deepEqual(found("accounts?$filter=createdon+gt+2026-01-01T00:00:00%2B01:00"), []);
		assert.equal(sandbox.answer("GET", "accounts?$filter=createdon gt 2026-01-01T00:00:00+01:00").status, 400);
	});
});
