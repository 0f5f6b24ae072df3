import assert from "node:assert/strict";
import type { Arguments } from "../../../src/core/odata/nodes.ts";
import { Refusal } from "../../../src/sandbox/service/refusal.ts";
import { findRowId } from "../../../src/sandbox/storage/findRow.ts";
import { fold } from "../../../src/sandbox/storage/fold.ts";
import { type SandboxInMemory, sandboxInMemory } from "../../support/sandbox/sandboxInMemory.ts";

const accountId = "11111111-1111-4111-8111-111111111111";
const parentId = "22222222-2222-4222-8222-222222222222";
const contactId = "33333333-3333-4333-8333-333333333333";
const userId = "44444444-4444-4444-8444-444444444444";

/** The id that a URL's first segment leads to. */
function find(sandbox: SandboxInMemory, path: string): string | undefined {
	const context = sandbox.context("GET", path);
	const [segment] = context.uri.path.segments;
	assert.ok(segment?.kind === "name" && segment.arguments !== undefined, path);
	const table = context.schema.tableBySet(segment.name);
	assert.ok(table, path);
	return findRowId(context, table, segment.arguments satisfies Arguments);
}

describe("rows by their keys", () => {
	let sandbox: SandboxInMemory;

	before(() => {
		sandbox = sandboxInMemory();
		const { schema, store, database } = sandbox.context("GET", "accounts");
		const put = (logicalName: string, cells: Readonly<Record<string, string>>): void => {
			const table = schema.table(logicalName);
			assert.ok(table);
			store.ensure(table);
			const all = { ...cells };
			for (const [name, value] of Object.entries(cells)) {
				if (table.columns.get(name)?.folded === true) all[`${name}$folded`] = fold(value);
			}
			const names = Object.keys(all).map((name) => `"${name}"`);
			const holes = names.map(() => "?").join(", ");
			database.run(`INSERT INTO ${logicalName} (${names.join(", ")}) VALUES (${holes})`, ...Object.values(all));
		};
		put("account", { accountid: accountId, accountnumber: "Ä-1 'x'", parentaccountid: parentId });
		put("contact", { contactid: contactId, firstname: "José", emailaddress1: "Jose@example.com" });
		put("systemuser", { systemuserid: userId });
	});

	after(() => {
		sandbox.close();
	});

	const found: readonly (readonly [string, string | undefined])[] = [
		[`accounts(${accountId})`, accountId],
		[`accounts(${accountId.toUpperCase()})`, accountId],
		[`accounts(accountid=${accountId})`, accountId],
		[`accounts(${parentId})`, undefined],
		["accounts(accountnumber='Ä-1 ''x''')", accountId],
		["accounts(accountnumber='%C3%A4-1%20''X''')", accountId],
		["accounts(accountnumber='A-1 ''x''')", accountId],
		["accounts(accountnumber='A-2')", undefined],
		["accounts(accountnumber=@n)?@n='a-1 ''X'''", accountId],
		[`accounts(accountnumber='ä-1 ''x''',_parentaccountid_value=${parentId})`, accountId],
		[`accounts(_parentaccountid_value=${parentId.toUpperCase()},accountnumber='ä-1 ''x''')`, accountId],
		[`accounts(_parentaccountid_value=${accountId},accountnumber='ä-1 ''x''')`, undefined],
		["contacts(emailaddress1='jose@EXAMPLE.com')", contactId],
		["contacts(firstname='JOSE',emailaddress1='jose@example.com')", contactId],
		["contacts(emailaddress1='jose@example.com',firstname='Joe')", undefined],
		[`systemusers(${userId})`, userId],
		[`systemusers(ownerid=${userId})`, userId],
		// Storage of the table does not exist yet.
		[`leads(${accountId})`, undefined],
	];
	for (const [path, id] of found) {
		it(`${path} -> ${id ?? "nothing"}`, () => {
			assert.equal(find(sandbox, path), id);
		});
	}

	const undefinedKey = (table: string): string =>
		`The key in the request URI is not valid for resource 'Microsoft.Dynamics.CRM.${table}'. Ensure that the names and number of key properties match the declared or alternate key properties for the resource 'Microsoft.Dynamics.CRM.${table}'.`;
	const badSyntax = "Bad Request - Error in query syntax.";
	const refused: readonly (readonly [string, string, string])[] = [
		["accounts(name='x')", "0x80060890", undefinedKey("account")],
		["accounts(missing='x')", "0x80060890", undefinedKey("account")],
		["accounts(Accountnumber='x')", "0x80060890", undefinedKey("account")],
		["accounts(accountnumber='x',name='y')", "0x80060890", undefinedKey("account")],
		[`accounts(_parentaccountid_value=${parentId})`, "0x80060890", undefinedKey("account")],
		[`accounts(parentaccountid=${parentId},accountnumber='x')`, "0x80060890", undefinedKey("account")],
		["leads(emailaddress1='x')", "0x80060890", undefinedKey("lead")],
		[`systemusers(systemuserid=${userId})`, "0x80060890", undefinedKey("systemuser")],
		["accounts(accountnumber=5)", "0x80060888", badSyntax],
		["accounts(accountnumber=null)", "0x80060888", badSyntax],
		["accounts(accountnumber=@missing)", "0x80060888", badSyntax],
		["accounts(accountid='x')", "0x80060888", badSyntax],
		["accounts('x')", "0x80060888", badSyntax],
		["accounts(1)", "0x80060888", badSyntax],
		["accounts()", "0x80060888", badSyntax],
	];
	for (const [path, code, sentence] of refused) {
		it(`refuses ${path}`, () => {
			const attempt = (): unknown => find(sandbox, path);
			assert.throws(attempt, (error) => {
				assert.ok(error instanceof Refusal, String(error));
				assert.deepEqual([error.status, error.code, error.message], [400, code, sentence]);
				return true;
			});
		});
	}
});
