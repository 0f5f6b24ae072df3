import assert from "node:assert/strict";
import type { CascadeConfiguration } from "../../../src/core/schema/model.ts";
import { createSandboxSchema } from "../../../src/sandbox/schema/createSandboxSchema.ts";
import type { SandboxTable } from "../../../src/sandbox/schema/sandboxTable.ts";
import { adminUser, rootBusinessUnit, secondUser } from "../../../src/sandbox/service/identity.ts";
import type { RequestContext } from "../../../src/sandbox/service/requestContext.ts";
import { noSupplement } from "../../../src/sandbox/supplement/supplement.ts";
import { deleteRecord } from "../../../src/sandbox/write/deleteRecord.ts";
import { updateRecord } from "../../../src/sandbox/write/updateRecord.ts";
import { type SandboxInMemory, sandboxInMemory } from "../../support/sandbox/sandboxInMemory.ts";
import { shippedCatalog } from "../../support/sandbox/shippedCatalog.ts";
import { guid, rowAt } from "../../support/sandbox/writeCases.ts";

/** Accounts over contacts over tasks; cases keep an account from going; opportunities lose it. */
const cascades: Readonly<Record<string, CascadeConfiguration>> = {
	contact_customer_accounts: { delete: "Cascade", assign: "Cascade" },
	contact_customer_contacts: { delete: "Cascade", assign: "Cascade" },
	Contact_Tasks: { delete: "Cascade", assign: "Active" },
	account_parent_account: { delete: "Cascade", assign: "Cascade" },
	account_primary_contact: { delete: "RemoveLink", assign: "Cascade" },
	incident_customer_accounts: { delete: "Restrict" },
	incident_customer_contacts: { delete: "Restrict" },
	opportunity_customer_accounts: { assign: "UserOwned" },
};
const schema = createSandboxSchema(shippedCatalog(), { ...noSupplement, cascades });

interface World extends SandboxInMemory {
	readonly cascading: RequestContext;
	readonly account: SandboxTable;
}

function world(): World {
	const sandbox = sandboxInMemory();
	const account = schema.table("account");
	assert.ok(account !== undefined);
	return Object.assign(sandbox, { cascading: { ...sandbox.context("POST", "accounts"), schema }, account });
}

/** Makes rows "set id column=target ...", where the target is a path and the column a navigation property. */
function make(sandbox: SandboxInMemory, lines: readonly string[]): void {
	for (const line of lines) {
		const [set = "", id = "", ...binds] = line.split(" ");
		const primary = sandbox.service.schema.tableBySet(set)?.primaryId ?? "";
		const bound = binds.map((bind) => {
			const [navigation = "", target = ""] = bind.split("=");
			return [`${navigation}@odata.bind`, target.replace(/\((\w+)\)/, (_, end: string) => `(${guid(end)})`)];
		});
		sandbox.ok("POST", set, { body: { [primary]: guid(id), ...Object.fromEntries(bound) } });
	}
}

const family = [
	"accounts a",
	"contacts b parentcustomerid_account=accounts(a)",
	"contacts c parentcustomerid_contact=contacts(b)",
	"tasks d regardingobjectid_contact_task=contacts(c)",
	"opportunities e customerid_account=accounts(a)",
	"accounts f parentaccountid=accounts(a) primarycontactid=contacts(b)",
	"leads 1 parentaccountid=accounts(a)",
];

describe("sandbox: delete with what hangs on it", () => {
	it("takes children along, level by level, and links away from what stays", () => {
		const sandbox = world();
		make(sandbox, family);
		const versionBefore = rowAt(sandbox, `opportunity ${guid("e")}`)?.versionnumber;
		deleteRecord(sandbox.cascading, sandbox.account, guid("a"));
		for (const place of ["account a", "contact b", "contact c", "task d", "activitypointer d", "account f"]) {
			const [table = "", id = ""] = place.split(" ");
			assert.equal(rowAt(sandbox, `${table} ${guid(id)}`), undefined, place);
		}
		const opportunity = rowAt(sandbox, `opportunity ${guid("e")}`);
		assert.equal(opportunity?.customerid, null);
		assert.equal(opportunity.customerid$target, null);
		assert.ok(Number(opportunity.versionnumber) > Number(versionBefore), "it reads differently now");
		assert.equal(rowAt(sandbox, `lead ${guid("1")}`)?.parentaccountid, null);
		sandbox.close();
	});

	it("is stopped by a row two levels down, and then nothing is gone", () => {
		const sandbox = world();
		make(sandbox, [...family, "incidents 2 customerid_contact=contacts(c)"]);
		assert.throws(
			() => {
				deleteRecord(sandbox.cascading, sandbox.account, guid("a"));
			},
			{ status: 405, code: "0x80040227" },
		);
		for (const place of ["account a", "contact b", "contact c", "task d", "account f", "incident 2"]) {
			const [table = "", id = ""] = place.split(" ");
			assert.ok(rowAt(sandbox, `${table} ${guid(id)}`) !== undefined, place);
		}
		sandbox.close();
	});

	it("ends in a circle", () => {
		const sandbox = world();
		make(sandbox, ["contacts a", "contacts b parentcustomerid_contact=contacts(a)"]);
		sandbox.ok("PUT", `contacts(${guid("a")})/parentcustomerid_contact/$ref`, {
			body: { "@odata.id": `contacts(${guid("b")})` },
		});
		const contact = schema.table("contact");
		assert.ok(contact !== undefined);
		deleteRecord(sandbox.cascading, contact, guid("a"));
		assert.deepEqual(
			[rowAt(sandbox, `contact ${guid("a")}`), rowAt(sandbox, `contact ${guid("b")}`)],
			[undefined, undefined],
		);
		sandbox.close();
	});

	it("goes down a thousand levels", () => {
		const sandbox = world();
		const ids = Array.from({ length: 1000 }, (_, index) => String(index));
		make(
			sandbox,
			ids.map((id, index) =>
				index === 0 ? `accounts ${id}` : `accounts ${id} parentaccountid=accounts(${index - 1})`,
			),
		);
		deleteRecord(sandbox.cascading, sandbox.account, guid("0"));
		assert.equal(sandbox.database.get("SELECT count(*) AS rows FROM account")?.rows, 0);
		sandbox.close();
	});

	it("leaves no link of many to many", () => {
		const sandbox = world();
		make(sandbox, ["accounts a", "leads b"]);
		sandbox.ok("POST", `accounts(${guid("a")})/accountleads_association/$ref`, {
			body: { "@odata.id": `leads(${guid("b")})` },
		});
		const count = (): unknown => sandbox.database.get("SELECT count(*) AS rows FROM accountleads")?.rows;
		assert.equal(count(), 1);
		deleteRecord(sandbox.cascading, sandbox.account, guid("a"));
		assert.equal(count(), 0);
		sandbox.close();
	});

	it("leaves nobody without an owner", () => {
		const sandbox = sandboxInMemory();
		make(sandbox, [`accounts a ownerid=systemusers(${secondUser.id})`]);
		assert.equal(sandbox.refused("DELETE", `systemusers(${secondUser.id})`).code, "0x80040227");
		assert.equal(rowAt(sandbox, `account ${guid("a")}`)?.ownerid, secondUser.id);
		sandbox.close();
	});

	it("answers 204, then 404", () => {
		const sandbox = sandboxInMemory();
		make(sandbox, ["accounts a"]);
		const path = `accounts(${guid("a")})`;
		assert.equal(sandbox.answer("DELETE", path).status, 204);
		assert.deepEqual(sandbox.refused("DELETE", path), {
			status: 404,
			code: "0x80040217",
			message: `account With Id = ${guid("a")} Does Not Exist`,
		});
		assert.equal(sandbox.refused("DELETE", "accounts").status, 405);
		sandbox.close();
	});

	it("deletes only the version that was seen", () => {
		const sandbox = sandboxInMemory();
		make(sandbox, ["accounts a"]);
		const path = `accounts(${guid("a")})`;
		assert.equal(sandbox.refused("DELETE", path, { headers: { "If-Match": 'W/"5"' } }).code, "0x80060882");
		const version = String(rowAt(sandbox, `account ${guid("a")}`)?.versionnumber);
		assert.equal(sandbox.answer("DELETE", path, { headers: { "If-Match": `W/"${version}"` } }).status, 204);
		sandbox.close();
	});
});

describe("sandbox: assign with what hangs on it", () => {
	const toSecond = { "ownerid@odata.bind": `systemusers(${secondUser.id})` };
	const ownerOf = (sandbox: SandboxInMemory, place: string): unknown => {
		const [table = "", id = ""] = place.split(" ");
		return rowAt(sandbox, `${table} ${guid(id)}`)?.ownerid;
	};

	it("gives children to the new owner as their relationships say", () => {
		const sandbox = world();
		make(sandbox, [
			...family,
			`opportunities 3 customerid_account=accounts(a) ownerid=teams(${rootBusinessUnit.teamId})`,
			"tasks 4 regardingobjectid_contact_task=contacts(b)",
		]);
		sandbox.ok("PATCH", `tasks(${guid("4")})`, { body: { statecode: 1 } });
		updateRecord(sandbox.cascading, sandbox.account, guid("a"), toSecond);
		const moved = ["account a", "contact b", "contact c", "task d", "activitypointer d", "account f", "opportunity e"];
		for (const place of moved) assert.equal(ownerOf(sandbox, place), secondUser.id, place);
		assert.equal(ownerOf(sandbox, "task 4"), adminUser.id, "a closed task stays");
		assert.equal(ownerOf(sandbox, "opportunity 3"), rootBusinessUnit.teamId, "another owner's stays");
		assert.equal(ownerOf(sandbox, "lead 1"), adminUser.id, "nothing is documented for leads");
		assert.equal(rowAt(sandbox, `contact ${guid("c")}`)?.owninguser, secondUser.id);
		sandbox.close();
	});

	it("ends in a circle", () => {
		const sandbox = world();
		make(sandbox, ["contacts a", "accounts b primarycontactid=contacts(a)"]);
		sandbox.ok("PATCH", `contacts(${guid("a")})`, {
			body: { "parentcustomerid_account@odata.bind": `accounts(${guid("b")})` },
		});
		updateRecord(sandbox.cascading, sandbox.account, guid("b"), toSecond);
		assert.deepEqual([ownerOf(sandbox, "contact a"), ownerOf(sandbox, "account b")], [secondUser.id, secondUser.id]);
		sandbox.close();
	});
});
