import assert from "node:assert/strict";
import { nodeChildren } from "../../../src/features/schemaBrowser/nodeChildren.ts";
import { accessibleLabel, nodeLook } from "../../../src/features/schemaBrowser/nodeLook.ts";
import { nodeTooltip } from "../../../src/features/schemaBrowser/nodeTooltip.ts";
import type { SchemaNode } from "../../../src/features/schemaBrowser/schemaNode.ts";
import { sampleSchema } from "../../support/sampleSchema.ts";
import { notTranslated, pseudo } from "../../support/pseudoLocale.ts";
import { viewOfSchema } from "../../support/schemaOutline.ts";

const view = viewOfSchema(sampleSchema, {
	say: pseudo,
	filter: { origin: "standard", layer: "dataverse", ownership: "UserOwned" },
	favourites: [{ kind: "column", table: "account", column: "name" }],
});

/** Levels of the tree that are walked: as deep as the columns of a table that a relationship leads to. */
const depth = 8;

describe("Schema tree in a made-up language", () => {
	it("shows nothing but words of that language and names of the schema", () => {
		const bare = new Set<string>();
		let items = 0;
		const walk = (node: SchemaNode | undefined, level: number): void => {
			if (node !== undefined) {
				items += 1;
				const look = nodeLook(node, view);
				const texts = [look.label, ...look.description, accessibleLabel(look), nodeTooltip(node, view) ?? ""];
				for (const text of texts) for (const word of notTranslated(text, sampleSchema)) bare.add(`${node.id}: ${word}`);
			}
			if (level < depth) for (const child of nodeChildren(node, view)) walk(child, level + 1);
		};
		walk(undefined, 0);
		assert.ok(items > 150, `${items} items`);
		assert.deepEqual([...bare], []);
	});

	it("would be noticed if it did not", () => {
		assert.deepEqual(notTranslated(`${pseudo({ template: "Columns", values: {} })} Account of nobody`, sampleSchema), [
			"of",
			"nobody",
		]);
	});
});
