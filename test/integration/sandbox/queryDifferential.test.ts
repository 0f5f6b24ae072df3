/** Random queries, answered by SQL and by the naive evaluator over the same rows: the same rows in the same order. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { parseFilter, parseOrderBy } from "../../../src/core/odata/parse.ts";
import { fuzz } from "../../support/fuzz.ts";
import { naiveFilter } from "../../support/sandbox/naive/naiveFilter.ts";
import { naiveOrder } from "../../support/sandbox/naive/naiveOrder.ts";
import type { NaiveWorld } from "../../support/sandbox/naive/naiveWorld.ts";
import { type QueryRig, queryRig } from "../../support/sandbox/queryRig.ts";
import { randomFilter, randomOrder, type RandomSet, randomSets } from "../../support/sandbox/randomFilter.ts";
import { randomRows } from "../../support/sandbox/randomRows.ts";

/** So many queries see the same rows. */
const queriesPerWorld = 100;

describe("queries of the sandbox, compared with a naive evaluator", () => {
	let rig: QueryRig;
	before(() => {
		rig = queryRig();
	});
	after(() => {
		rig.close();
	});

	it("find the same rows in the same order", function () {
		this.timeout(0);
		const chance = fuzz(300);
		for (let done = 0; done < chance.runs; done += queriesPerWorld) {
			const world = newWorld();
			const query = fc
				.constantFrom(...randomSets)
				.chain((set) => fc.tuple(fc.constant(set), randomFilter(set), randomOrder(set)));
			const property = fc.property(query, ([set, filter, order]) => {
				sameAnswer(set, filter, order, world);
			});
			fc.assert(property, { seed: chance.below(2 ** 31), numRuns: queriesPerWorld });
		}

		function newWorld(): NaiveWorld {
			const tables = randomRows(chance);
			for (const [table, rows] of tables) {
				rig.clear(table);
				rig.insert(table, rows);
			}
			const timeZone = chance.pick(["Europe/Berlin", "America/Los_Angeles", "Pacific/Auckland", "UTC"]);
			rig.session = { ...rig.session, timeZone };
			const { userId, now } = rig.session;
			return { schema: rig.schema, tables, userId, timeZone, now };
		}
	});

	function sameAnswer(set: RandomSet, filter: string, order: string, world: NaiveWorld): void {
		const table = rig.schema.tableBySet(set);
		assert.ok(table);
		const expression = parsed(parseFilter(encodeURIComponent(filter)), filter);
		const items = parsed(parseOrderBy(encodeURIComponent(order)), order);
		const expected = naiveOrder(items, table, world)
			.filter((row) => naiveFilter(expression, { name: "", table, row }, world) === true)
			.map((row) => row[table.primaryId]);
		const actual = rig.ids(set, `$filter=${filter}&$orderby=${order}`);
		assert.deepEqual(actual, expected, `${set}?$filter=${filter}&$orderby=${order}`);
	}
});

function parsed<Tree>(
	{ tree, problems }: { readonly tree: Tree; readonly problems: readonly unknown[] },
	text: string,
): Tree {
	assert.deepEqual(problems, [], text);
	return tree;
}
