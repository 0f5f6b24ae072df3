/** Reading request URLs into trees. */
import odata from "@odata/parser";
import { parseRequest } from "../../src/core/odata/parse.ts";
import { odataQueries } from "../support/odataQueries.ts";
import { atMost, type BenchResult, timesFaster } from "./benchRow.ts";
import { lookAtAll, median, takeTurns } from "./measure.ts";

/** Passes over all URLs in one sample: one pass is too short for the clock. */
const passes = 25;
const rounds = 15;
/** Until the engine has compiled all of it, which takes about a second, also on a busy machine. */
const warmUp = 1000;

export function benchParse(): Promise<BenchResult> {
	const common = odataQueries.filter(theyParse);
	const length = odataQueries.reduce((sum, { length }) => sum + length, 0) / odataQueries.length;
	for (let pass = 0; pass < warmUp; pass += 1) parseAll(odataQueries);
	// Apart from the comparison: the other parser leaves much for the garbage collector, which ours would pay for.
	const alone = takeTurns(
		{
			all: () => repeat(() => parseAll(odataQueries)),
			look: () => repeat(() => odataQueries.map(lookAtAll)),
		},
		rounds,
	);
	const compared = takeTurns(
		{
			ours: () => repeat(() => parseAll(common)),
			look: () => repeat(() => common.map(lookAtAll)),
			theirs: () => common.map((text) => odata.defaultParser.odataUri(text)),
		},
		rounds,
	);
	const all = median(alone.all) / passes;
	const ours = median(compared.ours) / passes;
	const theirs = median(compared.theirs);
	const perSecond = Math.round((odataQueries.length * 1000) / all).toLocaleString("en");
	const scan = "charCodeAt on each character";
	return Promise.resolve({
		rows: [
			{
				what: `parse ${odataQueries.length} URLs of ${Math.round(length)} characters (${perSecond} a second)`,
				unit: "ms",
				ours: all,
				limit: { name: scan, value: median(alone.look) / passes },
				promise: atMost(all, 1, "ms", ": 200,000 a second"),
			},
			{
				what: `parse the ${common.length} of them that @odata/parser knows`,
				unit: "ms",
				ours,
				alternative: { name: "@odata/parser", value: theirs },
				limit: { name: scan, value: median(compared.look) / passes },
				promise: timesFaster(ours, theirs, 10),
			},
		],
		notices: [],
	});
}

function parseAll(texts: readonly string[]): number {
	let options = 0;
	for (const text of texts) options += parseRequest(text).options.length;
	return options;
}

function repeat(work: () => unknown): unknown {
	let result: unknown;
	for (let pass = 0; pass < passes; pass += 1) result = work();
	return result;
}

/** It lacks `in`, `$apply` and functions with arrays. */
function theyParse(text: string): boolean {
	try {
		odata.defaultParser.odataUri(text);
		return true;
	} catch {
		return false;
	}
}
