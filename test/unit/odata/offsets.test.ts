import assert from "node:assert/strict";
import { decodePercent } from "../../../src/core/odata/decodePercent.ts";
import { parseRequest } from "../../../src/core/odata/parse.ts";
import { odataNodes } from "../../support/odataNodes.ts";
import { odataQueries } from "../../support/odataQueries.ts";

/** Offsets are those of the text as given, so what a node covers is what was written. */
const cases: readonly (readonly [text: string, kind: string, ...covered: string[]])[] = [
	["a?$filter=contains(b,'%C3%A9') and c eq 1", "literal", "'%C3%A9'", "1"],
	["a?$filter=contains%28b%2C%27%F0%9F%98%80x%27%29", "literal", "%27%F0%9F%98%80x%27"],
	["a?$filter=gr%C3%B6%C3%9Fe%20eq%20b", "name", "a", "gr%C3%B6%C3%9Fe", "b"],
	["a(b%20,c)?$select=d,%65/f", "selectItem", "d", "%65/f"],
	["a?%24top=1&$expand=b(%24top=2;$skip=3)", "top", "%24top=1", "%24top=2"],
	["a?$orderby=b%20desc, c", "orderByItem", "b%20desc", "c"],
];

describe("places of OData nodes", () => {
	for (const [text, kind, ...covered] of cases)
		it(text, () => {
			const nodes = odataNodes(parseRequest(text)).filter((node) => node.kind === kind);
			assert.deepEqual(
				nodes.map(({ start, end }) => text.slice(start, end)),
				covered,
			);
		});

	it("lie within one another, in the order of the text", () => {
		for (const text of odataQueries) {
			const uri = parseRequest(text);
			assert.deepEqual(uri.problems, [], text);
			for (const node of odataNodes(uri)) {
				assert.ok(node.start >= 0 && node.end >= node.start && node.end <= text.length, text);
				for (const inner of node.children) assert.ok(inner.start >= node.start && inner.end <= node.end, text);
			}
		}
	});
});

const decoded: readonly (readonly [text: string, decoded: string, offsets: readonly number[], problems: number])[] = [
	["a%20b", "a b", [0, 1, 4, 5], 0],
	["%C3%A9", "é", [0, 6], 0],
	["%F0%9F%98%80!", "😀!", [0, 0, 12, 13], 0],
	["100%", "100%", [0, 1, 2, 3, 4], 1],
	["%4", "%4", [0, 1, 2], 1],
	["%C3x", "\ufffdx", [0, 3, 4], 1],
	["%C0%80", "\ufffd\ufffd", [0, 3, 6], 2],
	["%ED%A0%80", "\ufffd\ufffd\ufffd", [0, 3, 6, 9], 3],
	["%F5%80%80%80", "\ufffd\ufffd\ufffd\ufffd", [0, 3, 6, 9, 12], 4],
	["%e2%82%ac", "€", [0, 9], 0],
];

describe("percent-decoding", () => {
	for (const [text, plain, offsets, problems] of decoded)
		it(text, () => {
			const result = decodePercent(text);
			assert.equal(result.text, plain);
			assert.deepEqual(
				Array.from({ length: plain.length + 1 }, (_, index) => result.offsets?.offsetAt(index) ?? index),
				offsets,
			);
			assert.equal(result.problems.length, problems);
		});
});
