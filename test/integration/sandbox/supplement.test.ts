import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createSandboxSchema } from "../../../src/sandbox/schema/createSandboxSchema.ts";
import { sampleSupplement } from "../../../src/sandbox/supplement/sampleSupplement.ts";
import { shippedCatalog } from "../../support/sandbox/shippedCatalog.ts";
import { projectFolder } from "../../support/sharedFolder.ts";

const schema = createSandboxSchema(shippedCatalog());
const { tables, createOnly, cascades, intersects, hierarchies } = sampleSupplement;

describe("the supplement", () => {
	it("names only tables and columns that the shipped schema has", () => {
		const wrong: string[] = [];
		for (const [name, { columns = {}, keys = [] }] of Object.entries(tables)) {
			const table = schema.table(name);
			const named = [...Object.keys(columns), ...keys.flatMap((key) => key.columns)];
			if (table === undefined) wrong.push(name);
			wrong.push(
				...named.filter((column) => table?.columns.get(column)?.stored !== true).map((column) => `${name}.${column}`),
			);
		}
		for (const [name, column] of Object.entries(hierarchies)) {
			if (schema.table(name)?.columns.get(column) === undefined) wrong.push(`${name}.${column}`);
		}
		assert.deepEqual(wrong, []);
	});

	it("lets nobody change what is set only when a record is made", () => {
		for (const name of ["account", "contact", "task", "msdyn_sessionevent"]) {
			for (const column of createOnly) {
				const { validForCreate, validForUpdate } = schema.table(name)?.columns.get(column) ?? {};
				assert.deepEqual([name, column, validForCreate, validForUpdate], [name, column, true, false]);
			}
		}
	});

	it("names only relationships that the shipped schema has and leaves without cascades", () => {
		const wrong = Object.keys(cascades).filter((name) => {
			const known = schema.catalog.relationships(name);
			return known.length === 0 || known.some(({ kind, cascade }) => kind !== "oneToMany" || cascade !== undefined);
		});
		assert.deepEqual(wrong, []);
		assert.ok(Object.keys(cascades).length > 80);
	});

	it("says what becomes of the records below an account", () => {
		const { navigation } = schema.table("account") ?? {};
		const deletes = ["contact_customer_accounts", "Account_Tasks", "account_parent_account", "lead_parent_account"];
		assert.deepEqual(
			deletes.map((name) => navigation?.get(name)?.cascade?.delete),
			["Cascade", "Cascade", "RemoveLink", "RemoveLink"],
		);
		assert.equal(navigation?.get("order_customer_accounts")?.cascade?.delete, "Restrict");
	});

	it("names the columns of intersect tables as these have them", () => {
		for (const [relationship, sides] of Object.entries(intersects)) {
			const [known] = schema.catalog.relationships(relationship);
			const intersect = schema.table(known?.intersectTable ?? "");
			assert.ok(intersect, relationship);
			for (const [side, column] of Object.entries(sides)) {
				assert.ok(schema.table(side), side);
				assert.ok(intersect.columns.has(column), `${intersect.logicalName}.${column}`);
			}
		}
	});

	it("makes keys of one column, of two and over a lookup", () => {
		const kinds = ["account", "contact"].flatMap((name) => {
			const table = schema.table(name);
			return (table?.keys ?? []).map(({ columns }) =>
				columns.map((column) => ((table?.columns.get(column)?.targets.length ?? 0) > 0 ? "lookup" : "value")).join(" "),
			);
		});
		assert.deepEqual(kinds, ["value", "lookup value", "value", "value value"]);
	});

	it("cites a page of the documentation in each file of facts", () => {
		const folder = join(projectFolder, "src/sandbox/supplement");
		const machinery = ["supplement.ts", "sampleSupplement.ts", "cascadeKinds.ts"];
		const facts = readdirSync(folder).filter((file) => !machinery.includes(file));
		assert.ok(facts.length >= 4);
		for (const file of facts) {
			assert.match(readFileSync(join(folder, file), "utf8"), /https:\/\/learn\.microsoft\.com\/\S+/, file);
		}
	});
});

describe("what the sample tables document themselves", () => {
	const names =
		"account contact lead opportunity incident task phonecall systemuser team businessunit transactioncurrency annotation " +
		"msdyn_ocphonecallengagementctx msdyn_ocprovisioningstate msdyn_octwitterhandleprovisioningstatus " +
		"msdyn_octwitterhandlesecret msdyn_sessionevent";
	for (const name of names.split(" ")) {
		it(`${name}: labels, behaviour of dates, precision`, () => {
			const columns = [...(schema.table(name)?.columns.values() ?? [])];
			assert.ok(columns.length > 20);
			const undocumented = columns.filter(({ type, logicalName, column }) => {
				if (type === "Boolean") return column.choice?.options.length !== 2;
				if (type === "Money" || type === "Decimal" || type === "Double") return column.precision === undefined;
				const isSystemDate = ["createdon", "modifiedon", "overriddencreatedon"].includes(logicalName);
				return type === "DateTime" && !isSystemDate && column.dateTimeBehavior === undefined;
			});
			assert.deepEqual(
				undocumented.map(({ logicalName }) => logicalName),
				[],
			);
		});
	}
});
