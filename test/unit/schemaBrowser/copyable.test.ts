import assert from "node:assert/strict";
import { type CopyCommand, copyTexts } from "../../../src/features/schemaBrowser/copyable.ts";
import { placeOf } from "../../../src/features/schemaBrowser/placeOf.ts";
import { sampleSchema } from "../../support/sampleSchema.ts";
import { nodeAt, viewOfSchema } from "../../support/schemaOutline.ts";

const view = viewOfSchema(sampleSchema);
const at = (path: string) => {
	const node = nodeAt(path.split(" > "), view);
	assert.ok(node);
	return node;
};

const [account, contact] = ["Tables > Account", "Tables > Contact"];
const toContact = `${account} > Relationships > Many-to-one > Contact`;

/** What is copied from the item at a path. */
const cases: readonly (readonly [string, CopyCommand, readonly string[]])[] = [
	[account, "dataverseWorkbench.copyLogicalName", ["account"]],
	[account, "dataverseWorkbench.copySchemaName", ["Account"]],
	[account, "dataverseWorkbench.copyEntitySetName", ["accounts"]],
	[`${account} > Columns > Created On`, "dataverseWorkbench.copyLogicalName", ["createdon"]],
	[`${account} > Columns > Created On`, "dataverseWorkbench.copySchemaName", ["CreatedOn"]],
	[`${account} > Columns > Created On`, "dataverseWorkbench.copyEntitySetName", []],
	[`${account} > Columns`, "dataverseWorkbench.copyLogicalName", []],
	[toContact, "dataverseWorkbench.copyLogicalName", ["account_primary_contact"]],
	[toContact, "dataverseWorkbench.copyNavigationProperty", ["primarycontactid"]],
	[
		`${contact} > Relationships > One-to-many > Account`,
		"dataverseWorkbench.copyNavigationProperty",
		["account_primary_contact"],
	],
	[`${account} > Choices > Status > Active`, "dataverseWorkbench.copyOptionValue", ["0"]],
	[`${account} > Choices > Status > Active`, "dataverseWorkbench.copyOptionLabel", ["Active"]],
	[`${contact} > Choices > Budget > 1`, "dataverseWorkbench.copyOptionLabel", []],
	[`${account} > Messages > Merge`, "dataverseWorkbench.copyLogicalName", ["Merge"]],
	["Global choices > budgetstatus", "dataverseWorkbench.copyLogicalName", ["budgetstatus"]],
];

describe("Copying names from the tree", () => {
	for (const [path, command, texts] of cases) {
		it(`${command.replace("dataverseWorkbench.", "")} at ${path}`, () => {
			assert.deepEqual(copyTexts(command, [at(path)], view), texts);
		});
	}

	it("copies all selected items that have the name", () => {
		const nodes = [at(account), at(`${account} > Columns`), at(contact)];
		assert.deepEqual(copyTexts("dataverseWorkbench.copyEntitySetName", nodes, view), ["accounts", "contacts"]);
	});
});

describe("Places that commands take", () => {
	const places: readonly (readonly [string, unknown, unknown])[] = [
		["a table of the tree", at(account), { table: "account" }],
		["a column of the tree", at(`${account} > Columns > Created On`), { table: "account", column: "createdon" }],
		["a relationship means the other table", at(toContact), { table: "contact" }],
		["a link", { table: "lead", column: "x" }, { table: "lead", column: "x" }],
		["a link with a column of another kind", { table: "lead", column: 5 }, { table: "lead" }],
		["a text", "lead", undefined],
		["nothing", undefined, undefined],
	];
	for (const [what, given, place] of places) {
		it(what, () => {
			assert.deepEqual(placeOf(given), place);
		});
	}
});
