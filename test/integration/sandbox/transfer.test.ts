import assert from "node:assert/strict";
import { addSample } from "../../../src/sandbox/sample/addSample.ts";
import { writeIdentity } from "../../../src/sandbox/sample/identityRows.ts";
import type { RowPlace } from "../../../src/sandbox/sample/rowWriter.ts";
import { adminUser } from "../../../src/sandbox/service/identity.ts";
import { exportSandbox } from "../../../src/sandbox/transfer/exportSandbox.ts";
import { importSandbox } from "../../../src/sandbox/transfer/importSandbox.ts";
import { english } from "../../../src/words/message.ts";
import { importProblem } from "../../../src/words/sandboxTransfer.ts";
import { emptySandbox } from "../../support/sandbox/emptySandbox.ts";
import { fuzz } from "../../support/fuzz.ts";

const anchor = Date.UTC(2026, 2, 15, 10, 30);

function sampled(rows: number, seed = 3): RowPlace {
	const place = emptySandbox();
	writeIdentity(place, anchor);
	if (rows > 0) addSample(place, { rows, seed, anchor });
	return place;
}

function exported(place: RowPlace, only?: readonly string[]): string {
	let text = "";
	exportSandbox(place, (piece) => (text += piece), only === undefined ? undefined : new Set(only));
	return text;
}

/** Imports a text in pieces of that many characters. */
function imported(place: RowPlace, text: string, size = 1000) {
	let at = 0;
	const more = (): string | undefined => {
		if (at >= text.length) return undefined;
		at += size;
		return text.slice(at - size, at);
	};
	return importSandbox(place, more, anchor);
}

const countOf = (place: RowPlace, table: string): number =>
	Number(place.database.get(`SELECT count(*) AS rows FROM "${table}"`)?.rows);

describe("an exported sandbox", () => {
	it("comes back as it was, in another sandbox that had other rows", () => {
		const text = exported(sampled(900));
		const other = sampled(300, 9);
		const outcome = imported(other, text);
		assert.equal(outcome.ok, true);
		assert.equal(exported(other) === text, true);
	});

	it("is JSON that says what it is, a row to a line", () => {
		const text = exported(sampled(200));
		const read = JSON.parse(text) as Readonly<Record<string, unknown>>;
		assert.equal(read.format, "dataverse-workbench-sandbox");
		assert.equal(read.version, 1);
		assert.ok(text.split("\n").length > 200);
	});

	it("may be a few tables, which leave the others alone", () => {
		const source = sampled(500);
		const text = exported(source, ["account", "contact"]);
		const target = sampled(300, 9);
		const users = countOf(target, "systemuser");
		assert.equal(imported(target, text).ok, true);
		assert.equal(countOf(target, "account"), countOf(source, "account"));
		assert.equal(countOf(target, "contact"), countOf(source, "contact"));
		assert.equal(countOf(target, "systemuser"), users);
		assert.equal(exported(target, ["account", "contact"]).includes(text.slice(text.indexOf('"tables"'))), true);
	});

	it("keeps binary values, numbers of 64 bits, decimals, line breaks and characters outside the first plane", () => {
		const source = sampled(0);
		const account = source.schema.table("account");
		assert.ok(account);
		source.store.ensure(account);
		const columns =
			"accountid, name, description, entityimage, entityimage_timestamp, revenue, exchangerate, versionnumber";
		const insert = `INSERT INTO account (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
		const image = Uint8Array.from([0, 255, 1, 254]);
		source.database.run(
			insert,
			"5a4d0b0c-0000-4000-8000-00000000000a",
			'😀 "\\',
			"a\r\n\u2028b",
			image,
			9223372036854775807n,
			0.1 + 0.2,
			1e-10,
			7,
		);
		const text = exported(source);
		const target = sampled(0);
		assert.deepEqual(imported(target, text), { ok: true, rows: 10 + 1 });
		const sql =
			"SELECT *, CAST(entityimage_timestamp AS TEXT) AS stamp FROM (SELECT name, description, entityimage, revenue, exchangerate FROM account), (SELECT entityimage_timestamp FROM account)".replace(
				"SELECT *,",
				"SELECT name, description, hex(entityimage) AS image, revenue, exchangerate,",
			);
		assert.deepEqual(
			{ ...target.database.get(sql) },
			{
				name: '😀 "\\',
				description: "a\r\n\u2028b",
				image: "00FF01FE",
				revenue: 0.1 + 0.2,
				exchangerate: 1e-10,
				stamp: "9223372036854775807",
			},
		);
	});

	it("can be read in pieces of any size", () => {
		const text = exported(sampled(100));
		for (const size of [1, 2, 7, 100_000]) {
			const target = sampled(0);
			assert.equal(imported(target, text, size).ok, true);
			assert.equal(exported(target) === text, true, String(size));
		}
	});

	it("does not take the users that every sandbox has, nor the order of row versions", () => {
		const source = sampled(0);
		source.database.run("DELETE FROM systemuser WHERE systemuserid = ?", adminUser.id);
		const target = sampled(400);
		const before = target.store.nextVersion();
		assert.equal(imported(target, exported(source)).ok, true);
		assert.ok(target.database.get("SELECT 1 FROM systemuser WHERE systemuserid = ?", adminUser.id));
		assert.ok(target.store.nextVersion() > before);
		const filled = sampled(2000, 5);
		assert.equal(imported(target, exported(filled)).ok, true);
		const highest = target.database.get("SELECT max(versionnumber) AS highest FROM account")?.highest;
		assert.ok(target.store.nextVersion() > Number(highest));
	});

	it("is followed by samples with ids of their own", () => {
		const source = sampled(300);
		const target = sampled(0);
		assert.equal(imported(target, exported(source)).ok, true);
		assert.ok(addSample(target, { rows: 300, seed: 3, anchor }));
	});
});

describe("a file that is no exported sandbox", () => {
	const head = '"format":"dataverse-workbench-sandbox","version":1,"whole":false';
	const table = (columns: string, rows: string): string =>
		`{${head},"tables":[{"table":"account","columns":${columns},"rows":[${rows}]}]}`;
	const id = '"5a4d0b0c-0000-4000-8000-00000000000a"';
	const files: readonly (readonly [what: string, text: string, code: string])[] = [
		["empty", "", "notJson"],
		["another kind of text", "name;city", "notAnExport"],
		["another JSON", '{"value":[]}', "notAnExport"],
		["a list", "[]", "notAnExport"],
		["one without tables", `{${head}}`, "notAnExport"],
		["one with the tables first", `{"tables":[],${head}}`, "notAnExport"],
		["a newer one", `{"format":"dataverse-workbench-sandbox","version":2,"tables":[]}`, "newerVersion"],
		["one that ends early", table('["accountid"]', `[${id}]`).slice(0, -3), "notJson"],
		["one with more behind it", `${table('["accountid"]', "")} {}`, "notJson"],
		["one with a comma too many", table('["accountid"]', `[${id}],`), "notJson"],
		[
			"one with an unknown table",
			`{${head},"tables":[{"table":"acount","columns":["accountid"],"rows":[]}]}`,
			"unknownTable",
		],
		[
			"one with a table of ours",
			`{${head},"tables":[{"table":"sandbox$version","columns":["id","value"],"intersect":true,"rows":[]}]}`,
			"unknownTable",
		],
		["one with an unknown column", table('["accountid","nam"]', ""), "unknownColumn"],
		["one with a column twice", table('["accountid","name","name"]', ""), "unknownColumn"],
		["one without the key", table('["name"]', '["A"]'), "noKey"],
		["one with a short row", table('["accountid","name"]', `[${id}]`), "rowLength"],
		["one with an object as row", table('["accountid"]', "{}"), "rowLength"],
		["one with a bad id", table('["accountid"]', '["1"]'), "badValue"],
		["one with a text for a number", table('["accountid","revenue"]', `[${id},"5"]`), "badValue"],
		["one with a date that is none", table('["accountid","createdon"]', `[${id},"2026-01-01"]`), "badValue"],
		["one with the same row twice", table('["accountid"]', `[${id}],[${id}]`), "rowRefused"],
		["one with a row without id", table('["accountid"]', "[null]"), "rowRefused"],
		[
			"one with a table twice",
			`{${head},"tables":[{"table":"account","columns":["accountid"],"rows":[]},{"table":"account","columns":["accountid"],"rows":[]}]}`,
			"tableTwice",
		],
	];
	let place: RowPlace;
	let rows: string;
	before(() => {
		place = sampled(60);
		rows = exported(place);
	});

	for (const [what, text, code] of files) {
		it(`(${what}) is told apart and changes nothing: ${code}`, () => {
			const outcome = imported(place, text);
			assert.ok(!outcome.ok);
			assert.equal(outcome.problem.code, code);
			assert.doesNotMatch(english(importProblem(outcome.problem, "file.json")), /[{}]/);
			assert.equal(exported(place) === rows, true);
		});
	}

	it("never does worse than being refused, wherever it is damaged", () => {
		const text = exported(place, ["account"]);
		const { runs, below } = fuzz(40);
		for (let run = 0; run < runs; run++) {
			const at = below(text.length);
			const damaged = text.slice(0, at) + (["", '"', "]", "0", "{", "\\"][below(6)] ?? "") + text.slice(at + below(3));
			const outcome = imported(place, damaged, 500);
			if (outcome.ok) assert.equal(imported(place, text).ok, true);
			assert.equal(exported(place, ["account"]) === text, true, `damaged at ${at}`);
		}
	});
});
