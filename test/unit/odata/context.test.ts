import assert from "node:assert/strict";
import type { ContextItem } from "../../../src/core/odata/contextNodes.ts";
import { parseContext, parseRequest } from "../../../src/core/odata/parse.ts";
import { segmentOutline } from "../../support/odataOutline.ts";

/** Well-formed fragments: segments, then the list of columns in brackets, then what part of the set it is. */
const cases: readonly (readonly [text: string, outline: string])[] = [
	["#accounts", "accounts"],
	["#accounts/$entity", "accounts $entity"],
	["#accounts(name,revenue)/$entity", "accounts [name revenue] $entity"],
	["#accounts(name,primarycontactid(fullname,contactid))", "accounts [name primarycontactid[fullname contactid]]"],
	["#accounts(1)/tasks(subject)", "accounts(1)/tasks [subject]"],
	["#accounts('a')/Model.Vip(*,Model.*,b/c,d+(e))/$delta", "accounts('a')/q:Model.Vip [* Model* b/c d+[e]] $delta"],
	["#accounts()", "accounts []"],
	["#Collection($ref)", "Collection($ref)"],
	["#Collection(Model.A)(b)", "Collection(q:Model.A) [b]"],
	["#accounts(@Core.Messages#x)", "accounts [@Core.Messages#x]"],
	["#Edm.String", "q:Edm.String"],
];

function listOutline(items: readonly ContextItem[]): string {
	const written = items.map(({ segments, recursive, select }) => {
		const path = segments.map(segmentOutline).join("/");
		return `${path}${recursive ? "+" : ""}${select === undefined ? "" : listOutline(select)}`;
	});
	return `[${written.join(" ")}]`;
}

describe("context URLs", () => {
	for (const [text, outline] of cases)
		it(text, () => {
			const { tree, problems } = parseContext(text);
			assert.deepEqual(problems, []);
			const path = tree.segments.map(segmentOutline).join("/");
			const list = tree.select === undefined ? [] : [listOutline(tree.select)];
			assert.equal([path, ...list, ...(tree.part === undefined ? [] : [tree.part])].join(" "), outline);
		});

	it("are fragments of the metadata document", () => {
		const text = "https://host/api/data/v9.2/$metadata#accounts(name)/$entity";
		const { context, fragment, problems } = parseRequest(text);
		assert.deepEqual(problems, []);
		assert.equal(context?.part, "$entity");
		assert.deepEqual(fragment, { start: text.indexOf("#"), end: text.length });
	});

	it("tell what is wrong with them", () => {
		const { problems } = parseRequest("$metadata#accounts(name/$entity");
		assert.deepEqual(
			problems.map(({ code, start }) => [code, start]),
			[["expectedName", 24]],
		);
	});
});
