import assert from "node:assert/strict";
import { readPreferences } from "../../../src/sandbox/service/readPreferences.ts";
import { wantsAnnotation } from "../../../src/sandbox/service/wantsAnnotation.ts";

describe("the Prefer header", () => {
	const plain = { annotations: [], returnRepresentation: false, continueOnError: false };
	const cases: readonly (readonly [string, string | undefined, object])[] = [
		["no header", undefined, {}],
		["an empty one", "", {}],
		["a page size", "odata.maxpagesize=3", { maxPageSize: 3 }],
		["names in any case, blanks around", " OData.MaxPageSize = 3 ", { maxPageSize: 3 }],
		["the largest page", "odata.maxpagesize=5000", { maxPageSize: 5000 }],
		["a page too large is ignored", "odata.maxpagesize=5001", {}],
		["a page of nothing is ignored", "odata.maxpagesize=0", {}],
		["a negative page is ignored", "odata.maxpagesize=-1", {}],
		["a page that is no number is ignored", "odata.maxpagesize=many", {}],
		["the name without its prefix is another one", "maxpagesize=3", {}],
		["a representation", "return=representation", { returnRepresentation: true }],
		["a quoted value", 'return="representation"', { returnRepresentation: true }],
		["minimal", "return=minimal", {}],
		["going on after errors", "odata.continue-on-error", { continueOnError: true }],
		["going on, said with true", "odata.continue-on-error=true", { continueOnError: true }],
		["not going on", "odata.continue-on-error=false", {}],
		["all annotations", 'odata.include-annotations="*"', { annotations: ["*"] }],
		["all annotations without quotes", "odata.include-annotations=*", { annotations: ["*"] }],
		[
			"several patterns",
			'odata.include-annotations="OData.*, -Microsoft.*"',
			{ annotations: ["OData.*", "-Microsoft.*"] },
		],
		[
			"several preferences",
			'return=representation, odata.include-annotations="a,b",odata.maxpagesize=5',
			{ returnRepresentation: true, annotations: ["a", "b"], maxPageSize: 5 },
		],
		["the first of two counts", "odata.maxpagesize=3,odata.maxpagesize=4", { maxPageSize: 3 }],
		[
			"parameters are passed over",
			"return=representation;x=1, odata.maxpagesize=3",
			{ returnRepresentation: true, maxPageSize: 3 },
		],
		["unknown ones are passed over", "respond-async, wait=10", {}],
		["what is no preference is passed over", ',,;="a', {}],
	];
	for (const [what, header, expected] of cases)
		it(what, () => {
			assert.deepEqual(readPreferences(header), { ...plain, ...expected });
		});
});

describe("annotations that are asked for", () => {
	const cases: readonly (readonly [string, string, boolean])[] = [
		["", "A.B", false],
		["*", "A.B", true],
		["-*", "A.B", false],
		["A.*", "A.B", true],
		["A.*", "AB.C", false],
		["A.B", "A.B", true],
		["A.B", "A.BC", false],
		["*,-A.*", "A.B", false],
		["-A.*,*", "A.B", false],
		["-*,A.B", "A.B", true],
		["A.B,-A.B", "A.B", false],
		["-A.B,A.B", "A.B", false],
		["A.Details*", "A.DetailsOfAll", true],
	];
	for (const [patterns, term, wanted] of cases)
		it(`"${patterns}": ${term} ${wanted ? "yes" : "no"}`, () => {
			assert.equal(wantsAnnotation(patterns === "" ? [] : patterns.split(","), term), wanted);
		});
});
