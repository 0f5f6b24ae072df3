import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { grammarRule } from "../../src/core/odata/grammarRules.ts";
import { sharedPath } from "../support/sharedFolder.ts";

/** One test case of the OASIS committee: the whole input must follow the rule, or stop following it at `failAt`. */
interface ConformanceCase {
	readonly name: string;
	readonly rule: string;
	readonly input: string;
	readonly failAt?: number;
}

const file = "cases/odata-abnf-cases.json";

/** Rules that describe no part of a request's URL. */
const otherRules: Readonly<Record<string, string>> = {
	header: "a header, not a URL",
	prefer: "a header, not a URL",
	preference: "a header, not a URL",
	includeAnnotationsPreference: "a header, not a URL",
	maxpagesizePreference: "a header, not a URL",
};

/** Cases that only the model of the test suite decides. This parser knows no schema: its readers decide them. */
const needsModel: Readonly<Record<string, string>> = {
	"Categories(1)/Address/$value": "only the model says that Address is complex",
	"Categories(1)/Thumbnail/$value": "only the model says that Thumbnail is a stream",
	"Products(1)/Model.BestSellingProduct/Model.BestSellingProduct": "only the model tells a cast from a bound function",
	"$search=more&more": "only the model leaves “more” out of the service's own options",
	"$apply=aggregate(Sales/Amount sub Sales/Cost with sum as TotalAmount)":
		"only the model says that Sales is a collection",
	"$apply=aggregate(Amount)": "only the model says that Amount is no custom aggregate",
	"$apply=groupby((Product/Price/@Measures.ISOCurrency))":
		"only the model says that Price is primitive, so the place differs",
	"$apply=join(ShipTo as Detail,identity)": "only the model says that ShipTo is no collection",
	"$apply=groupby((Sales/Product/Name))": "only the model says that Sales is a collection",
};

interface Tally {
	passed: number;
	failed: number;
	notApplicable: number;
}

/** Undefined where the case passes, else what happened instead. */
function failure({ rule, input, failAt }: ConformanceCase): string | undefined {
	const parse = grammarRule(rule);
	if (parse === undefined) return "there is no such rule";
	const [first] = parse(input).problems;
	if (first?.start === failAt) return undefined;
	const wanted = failAt === undefined ? "no problem" : `a problem at ${failAt}`;
	return `${wanted}, not ${first === undefined ? "none" : `${first.code} at ${first.start}`}`;
}

describe("conformance with the OData grammar", () => {
	it("holds for every applicable case", function () {
		const path = sharedPath(file);
		if (path === undefined) {
			console.log(`      skipped: there is no ${file} in the shared folder`);
			this.skip();
		}
		const cases = JSON.parse(readFileSync(path, "utf8")) as readonly ConformanceCase[];
		const tallies = new Map<string, Tally>();
		const failures: string[] = [];
		for (const one of cases) {
			const tally = tallies.get(one.rule) ?? { passed: 0, failed: 0, notApplicable: 0 };
			tallies.set(one.rule, tally);
			const reason = otherRules[one.rule] ?? needsModel[one.input];
			const failed = failure(one);
			if (reason !== undefined) {
				tally.notApplicable += 1;
				console.log(`      not applicable: ${one.rule}: ${one.name}: ${one.input} (${reason})`);
			} else if (failed === undefined) tally.passed += 1;
			else {
				tally.failed += 1;
				failures.push(`${one.rule}: ${one.name}: ${one.input}: ${failed}`);
			}
		}
		print(tallies);
		assert.deepEqual(failures, []);
		assert.ok(cases.length > 600);
	});
});

function print(tallies: ReadonlyMap<string, Tally>): void {
	const total: Tally = { passed: 0, failed: 0, notApplicable: 0 };
	for (const [rule, { passed, failed, notApplicable }] of tallies) {
		console.log(`      ${rule}: ${passed} passed, ${failed} failed, ${notApplicable} not applicable`);
		total.passed += passed;
		total.failed += failed;
		total.notApplicable += notApplicable;
	}
	console.log(`      all: ${total.passed} passed, ${total.failed} failed, ${total.notApplicable} not applicable`);
}
