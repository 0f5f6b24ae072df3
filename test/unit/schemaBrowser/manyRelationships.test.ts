import assert from "node:assert/strict";
import type { OneToMany, Schema, Table } from "../../../src/core/schema/model.ts";
import { nodeChildren } from "../../../src/features/schemaBrowser/nodeChildren.ts";
import { pageSize } from "../../../src/features/schemaBrowser/relationshipChildren.ts";
import { collectionOf, layers, sampleTable } from "../../support/sampleSchema.ts";
import { nodesAt, outline, viewOfSchema } from "../../support/schemaOutline.ts";

const folder = "Tables > user > Relationships > One-to-many";

/** A table that others point to, told by the number of tables for each beginning of a name. */
function viewOfUser(tables: Readonly<Record<string, number>>) {
	const others: Table[] = [];
	const rows: OneToMany[] = [];
	for (const [start, count] of Object.entries(tables)) {
		for (let number = 1; number <= count; number += 1) {
			const name = `${start}${String(number).padStart(4, "0")}`;
			others.push(sampleTable(name));
			rows.push(collectionOf(`lk_${name}_createdby`, name, { referencingColumn: "createdby" }));
		}
	}
	const schema: Schema = { layers, tables: [...others, sampleTable("user", { oneToMany: rows })] };
	return viewOfSchema(schema);
}

const cases: Readonly<
	Record<string, { tables: Readonly<Record<string, number>>; path?: string; shows: readonly string[] }>
> = {
	"groups by prefix": {
		tables: { table: 150, msdyn_x: 60, new_y: 1 },
		shows: ["+ No prefix | 150", "+ msdyn_ | 60", "+ new_ | 1"],
	},
	"a group of one": {
		tables: { table: 200, new_y: 1 },
		path: "new_",
		shows: ["+ (arrow-left) new_y0001 | createdby · lk_new_y0001_createdby"],
	},
	"cuts a large group into pages": {
		tables: { table: 450, new_y: 1 },
		path: "No prefix",
		shows: [
			"+ table0001 … table0200 | 1–200",
			"+ table0201 … table0400 | 201–400",
			"+ table0401 … table0450 | 401–450",
		],
	},
	"one prefix needs no group": {
		tables: { new_y: 1201 },
		shows: [
			"+ new_y0001 … new_y0200 | 1–200",
			"+ new_y0201 … new_y0400 | 201–400",
			"+ new_y0401 … new_y0600 | 401–600",
			"+ new_y0601 … new_y0800 | 601–800",
			"+ new_y0801 … new_y1000 | 801–1,000",
			"+ new_y1001 … new_y1200 | 1,001–1,200",
			"+ new_y1201 … new_y1201 | 1,201–1,201",
		],
	},
};

describe("Tables with many relationships", () => {
	for (const [name, { tables, path, shows }] of Object.entries(cases)) {
		it(name, () => {
			assert.deepEqual(outline(path === undefined ? folder : `${folder} > ${path}`, viewOfUser(tables)), shows);
		});
	}

	it("lists as many as fit into one page without groups", () => {
		const view = viewOfUser({ table: pageSize - 1, new_y: 1 });
		assert.equal(nodesAt(folder, view).length, pageSize);
	});

	it("loses none in groups and pages, and gives each an id of its own", () => {
		const view = viewOfUser({ table: 450, msdyn_x: 333, new_y: 1 });
		const pending = [...nodesAt(folder, view)];
		const ids: string[] = [];
		for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
			if (node.kind === "relationship") ids.push(node.id);
			else pending.push(...nodeChildren(node, view));
		}
		assert.equal(ids.length, 784);
		assert.equal(new Set(ids).size, 784);
	});
});
