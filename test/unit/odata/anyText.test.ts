import assert from "node:assert/strict";
import { grammarRule, grammarRuleNames } from "../../../src/core/odata/grammarRules.ts";
import { parseApply, parseExpression, parseRequest, parseSearch } from "../../../src/core/odata/parse.ts";
import { printRequest } from "../../../src/core/odata/print.ts";
import { isHarmless, type Problem } from "../../../src/core/odata/problem.ts";
import { maximumDepth } from "../../../src/core/odata/reader.ts";
import { type Fuzz, fuzz } from "../../support/fuzz.ts";
import { odataNodes } from "../../support/odataNodes.ts";
import { odataQueries } from "../../support/odataQueries.ts";

/** Pieces that mean something to the parser, so that random texts reach far into it. */
const pieces = [
	..."( ) [ ] { } , ; : / ? & = # @ $ % ' \" * . + - \\ _ a Z 0".split(" "),
	..."%20 %27 %28 %29 %2C %2F %26 %3D %22 %C3%A9 %F0%9F%98%80 %ff %zz é 😀 \ud800 \0 \t".split(" "),
	..." and | or | eq |not |-|in (|has| |$filter=|$select=|$expand=|$orderby=|$apply=|$search=|$compute=".split("|"),
	..."@p=|/$count|any(x:|all(x:|contains(|now(|Model.Fn(|$it|$root/|$this|case(|cast(|null|true|INF|1e5".split("|"),
	..."-1.5|'x'|duration'|2024-02-29T23:59Z|23:59|01234567-89ab-cdef-0123-456789abcdef|aggregate(|groupby((".split("|"),
	...", with , as ,concat(,nest(,NOT , AND , OR ,$levels=max,/$ref,descendants(,rollup(,https://".split(","),
	..."/api/data/v9.2/,$metadata#,$crossjoin(,Collection(".split(","),
];

/** What holds for any text: nothing throws, places are right, and the text can be printed back. */
function check(text: string): void {
	const uri = parseRequest(text);
	checkProblems(uri.problems, text);
	for (const node of odataNodes(uri)) {
		assert.ok(node.start >= 0 && node.end >= node.start && node.end <= text.length, `${node.kind} in ${text}`);
		if (node.kind === "missing") assert.ok(uri.problems.length > 0, text);
	}
	assert.equal(printRequest(uri), text);
}

function checkProblems(problems: readonly Problem[], text: string): void {
	let last = 0;
	for (const { code, start, end } of problems) {
		assert.ok(start >= last && end >= start && end <= text.length, `${code} ${start} ${end} in ${text.slice(0, 1000)}`);
		last = start;
	}
}

function randomText(random: Fuzz, length: number): string {
	return Array.from({ length: random.below(length) }, () => random.pick(pieces)).join("");
}

/** A piece put in, a stretch taken out or doubled. */
function mutated(text: string, random: Fuzz): string {
	const start = random.below(text.length + 1);
	const end = Math.min(text.length, start + random.below(8));
	const middle = random.pick([
		random.pick(pieces),
		"",
		text.slice(start, end).repeat(2),
		String.fromCharCode(random.below(65_536)),
	]);
	return text.slice(0, start) + middle + text.slice(end);
}

describe("any text as an OData URL", () => {
	it("random texts", () => {
		const random = fuzz(4000);
		for (let run = 0; run < random.runs; run += 1) check(randomText(random, 30));
	});

	it("well-formed requests with changes", () => {
		const random = fuzz(3000);
		for (let run = 0; run < random.runs; run += 1) {
			let text = random.pick(odataQueries);
			for (let change = random.below(4); change >= 0; change -= 1) text = mutated(text, random);
			check(text);
		}
	});

	it("random characters", () => {
		const random = fuzz(2000);
		for (let run = 0; run < random.runs; run += 1) {
			const limit = random.pick([128, 256, 65_536]);
			check(Array.from({ length: random.below(60) }, () => String.fromCharCode(random.below(limit))).join(""));
		}
	});

	it("every beginning of every request", () => {
		for (const text of odataQueries.slice(0, 10))
			for (let length = 0; length <= text.length; length += 1) check(text.slice(0, length));
	});

	it("by every rule of the grammar", () => {
		const random = fuzz(20);
		for (const rule of grammarRuleNames) {
			for (let run = 0; run < random.runs; run += 1) {
				const text = randomText(random, 12);
				const problems = grammarRule(rule)?.(text).problems;
				assert.ok(problems !== undefined);
				for (const { start, end } of problems) assert.ok(start >= 0 && end <= text.length, `${rule} ${text}`);
			}
		}
	});

	it("stays silent only about what the tree has", () => {
		const random = fuzz(2000);
		for (let run = 0; run < random.runs; run += 1) {
			const text = mutated(random.pick(odataQueries), random);
			if (!parseRequest(text).problems.every(isHarmless)) continue;
			for (const node of odataNodes(parseRequest(text))) assert.notEqual(node.kind, "missing", text);
		}
	});
});

const deep = 10_000;
const nestings: readonly (readonly [what: string, text: string])[] = [
	["parentheses", `a?$filter=${"(".repeat(deep)}b${")".repeat(deep)}`],
	["open parentheses", `a?$filter=${"(".repeat(deep)}`],
	["brackets", `a?$filter=${"[".repeat(deep)}`],
	["objects", `a?@p=${'{"a":'.repeat(deep)}`],
	["calls", `a?$filter=${"length(".repeat(deep)}`],
	["service functions", `a?$filter=${"f(a=".repeat(deep)}`],
	["cases", `a?$filter=${"case(".repeat(deep)}`],
	["lists", `a?$filter=${"b in (".repeat(deep)}`],
	["negations", `a?$filter=${"not ".repeat(deep)}b`],
	["minus signs", `a?$filter=${"-".repeat(deep)}b`],
	["lambdas", `a?$filter=${"b/any(x:".repeat(deep)}`],
	["filter segments", `a?$filter=${"b/$filter(".repeat(deep)}`],
	["counts", `a?$filter=${"b/$count($filter=".repeat(deep)}`],
	["filters in the path", `a${"/$filter(b".repeat(deep)}`],
	["arithmetic", `a?$filter=b${" add 1".repeat(deep)}`],
	["comparisons", `a?$filter=b${" eq 1".repeat(deep)}`],
	["expands", `a?$expand=${"b($expand=".repeat(deep)}`],
	["selects", `a?$select=${"b($select=".repeat(deep)}`],
	["concats", `a?$apply=${"concat(".repeat(deep)}`],
	["nested groups", `a?$apply=${"groupby((a),".repeat(deep)}`],
	["aggregates", `a?$filter=${"b/aggregate(".repeat(deep)}`],
	["hierarchies", `a?$apply=${"descendants($root/a,b,c,".repeat(deep)}`],
	["searches", `a?$search=${"(".repeat(deep)}`],
	["search negations", `a?$search=${"NOT ".repeat(deep)}b`],
	["lists of columns", `$metadata#${"a(".repeat(deep)}`],
	["collections", `$metadata#${"Collection(".repeat(deep)}`],
	["shapes", `a?$filter=b eq geometry'SRID=0;${"GeometryCollection(".repeat(deep)}'`],
];

describe("deep nesting in OData URLs", () => {
	for (const [what, text] of nestings)
		it(`${deep} ${what}`, () => {
			const { problems } = parseRequest(text);
			assert.ok(problems.length > 0 && problems.length < maximumDepth);
			assert.equal(printRequest(parseRequest(text)), text);
		});

	it("is read up to the limit", () => {
		const inside = (depth: number): string => `${"(".repeat(depth)}b${")".repeat(depth)}`;
		assert.deepEqual(parseExpression(inside(maximumDepth)).problems, []);
		const [problem] = parseExpression(inside(maximumDepth + 1)).problems;
		assert.deepEqual([problem?.code, problem?.start], ["tooDeep", maximumDepth + 1]);
	});

	it("ends with its option", () => {
		const { options, problems } = parseRequest(`a?$filter=${"(".repeat(deep)}&$top=x`);
		assert.deepEqual(
			problems.map(({ code }) => code),
			["tooDeep", "expectedNumber"],
		);
		assert.equal(options[1]?.kind, "top");
	});
});

/** One thing all along: reading must stay proportional to the length, or this suite would never end. */
const lines: readonly (readonly [what: string, piece: string])[] = [
	["blanks", " "],
	["encoded blanks", "%20"],
	["quotes", "'"],
	["doubled quotes", "''x"],
	["opening parentheses", "("],
	["closing parentheses", ")"],
	["commas", ","],
	["names", "name,"],
	["words", "word "],
	["slashes", "a/"],
	["ampersands", "&"],
	["options", "a=1&"],
	["unclosed texts", "a='&"],
	["broken encoding", "%"],
	["bytes that are no text", "%ff"],
	["digits", "1"],
	["letters", "a"],
	["disjunctions", "a eq 'é' or "],
	["broken conjunctions", "a eq ( and "],
	["lists", "a in (1,"],
	["minus signs and digits", "1-"],
	["hashes", "#"],
	["question marks", "?"],
];

/** `npm run fuzz` reads whole megabytes; here it is the longest URL that Dataverse takes in a batch. */
const lineLength = process.env.DVW_FUZZ === undefined ? 2 ** 16 : 2 ** 20;

describe("long OData URLs", () => {
	for (const [what, piece] of lines)
		it(`of ${what}`, () => {
			const line = piece.repeat(Math.ceil(lineLength / piece.length));
			for (const start of ["", "a?", "a?$filter=", "a?$select=", "a?$filter='"]) {
				const text = start + line;
				checkProblems(parseRequest(text).problems, text);
			}
			parseSearch(line);
			parseApply(line);
		});
});
