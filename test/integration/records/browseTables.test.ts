import assert from "node:assert/strict";
import { browseColumns, browsePath } from "../../../src/core/records/browseColumns.ts";
import { shippedCatalog } from "../../support/sandbox/shippedCatalog.ts";
import { sandboxInMemory } from "../../support/sandbox/sandboxInMemory.ts";

describe("The query that browsing a table begins with", function () {
	this.timeout(120_000);

	/** Every table without a version, which are few and unlike the others, and every so-manieth of the rest. */
	const everyOther = 8;

	it("is answered for tables of all kinds", () => {
		const catalog = shippedCatalog();
		const sandbox = sandboxInMemory();
		const refused: string[] = [];
		let asked = 0;
		for (const [index, { logicalName, entitySetName }] of catalog.tables().entries()) {
			const table = catalog.table(logicalName);
			if (entitySetName === undefined || table === undefined) continue;
			const hasVersion = table.columns.some((column) => column.logicalName === "versionnumber");
			if (hasVersion && index % everyOther !== 0) continue;
			asked += 1;
			const { status, text } = sandbox.answer("GET", browsePath(entitySetName, browseColumns(table)));
			if (status !== 200) refused.push(`${logicalName}: ${status} ${text.slice(0, 300)}`);
		}
		sandbox.close();
		assert.ok(asked > 200, `${asked} tables`);
		assert.deepEqual(refused, []);
	});
});
