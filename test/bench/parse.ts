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
	const times = takeTurns(
		{
			all: () => repeat(() => parseAll(odataQueries)),
			common: () => repeat(() => parseAll(common)),
			theirs: () => common.map((text) => odata.defaultParser.odataUri(text)),
			look: () => repeat(() => odataQueries.map(lookAtAll)),
			lookCommon: () => repeat(() => common.map(lookAtAll)),
		},
		rounds,
	);
	const all = median(times.all) / passes;
	const ours = median(times.common) / passes;
	const theirs = median(times.theirs);
	const perSecond = Math.round((odataQueries.length * 1000) / all).toLocaleString("en");
	const scan = "charCodeAt on each character";
	return Promise.resolve({
		rows: [
			{
				what: `parse ${odataQueries.length} URLs of ${Math.round(length)} characters (${perSecond} a second)`,
				unit: "ms",
				ours: all,
				limit: { name: scan, value: median(times.look) / passes },
				promise: atMost(all, 1, "ms", ": 200,000 a second"),
			},
			{
				what: `parse the ${common.length} of them that @odata/parser knows`,
				unit: "ms",
				ours,
				alternative: { name: "@odata/parser", value: theirs },
				limit: { name: scan, value: median(times.lookCommon) / passes },
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
