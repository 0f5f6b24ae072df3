import assert from "node:assert/strict";
import fc from "fast-check";
import { preferHeader } from "../../../src/core/client/exchange/prefer.ts";
import { wantsAnnotation } from "../../../src/sandbox/service/wantsAnnotation.ts";
import { fuzz } from "../../support/fuzz.ts";

const detail = "Microsoft.PowerApps.CDS.*";
const formatted = "OData.Community.Display.V1.FormattedValue";

const cases: readonly (readonly [string, readonly string[], string])[] = [
	["nothing", [], `odata.include-annotations="${detail}"`],
	["a star has the details", ['odata.include-annotations="*"'], 'odata.include-annotations="*"'],
	[
		"details beside others",
		[`odata.include-annotations="${formatted}"`],
		`odata.include-annotations="${formatted},${detail}"`,
	],
	["a value without quotes", ["odata.include-annotations=*"], 'odata.include-annotations="*"'],
	["one that is left out stays out", ['odata.include-annotations="*,-a.b"'], 'odata.include-annotations="*,-a.b"'],
	[
		"several in one header",
		["return=representation, odata.maxpagesize=5"],
		`return=representation,odata.maxpagesize=5,odata.include-annotations="${detail}"`,
	],
	[
		"the first of two wins",
		["return=representation", "return=minimal"],
		`return=representation,odata.include-annotations="${detail}"`,
	],
	[
		"annotations of two headers come together",
		['odata.include-annotations="a.b"', 'odata.include-annotations="c.d"'],
		`odata.include-annotations="a.b,c.d,${detail}"`,
	],
	["a comma in quotes", ['x="a,b", y'], `x="a,b",y,odata.include-annotations="${detail}"`],
	[
		"names in any case",
		["Return=minimal", "return=representation"],
		`Return=minimal,odata.include-annotations="${detail}"`,
	],
	["empty parts", ["", ", ,x"], `x,odata.include-annotations="${detail}"`],
];

describe("Prefer", () => {
	for (const [what, written, header] of cases) {
		it(what, () => {
			assert.equal(preferHeader(written), header);
		});
	}

	it("always asks for error detail, once, and can be merged again", () => {
		const { seed, runs } = fuzz(300);
		const preference = fc.oneof(
			fc.constantFrom("return=minimal", 'odata.include-annotations="*"', `odata.include-annotations="${formatted}"`),
			fc.string({ unit: "grapheme-ascii" }),
		);
		fc.assert(
			fc.property(fc.array(preference), (written) => {
				const header = preferHeader(written);
				const found = [...header.matchAll(/odata\.include-annotations="([^"]*)"$/g)];
				assert.equal(found.length, 1);
				const patterns = (found[0]?.[1] ?? "").split(",");
				assert.ok(wantsAnnotation(patterns, "Microsoft.PowerApps.CDS.TraceText"), header);
				assert.equal(preferHeader([header]), header);
			}),
			{ seed, numRuns: runs },
		);
	});
});
