import assert from "node:assert/strict";
import { join } from "node:path";
import { catalogOf } from "../../../src/core/schema/catalogOf.ts";
import { schemaSource } from "../../../src/core/schema/catalogSource.ts";
import type { Column, Table } from "../../../src/core/schema/model.ts";
import { createSandboxSchema } from "../../../src/sandbox/schema/createSandboxSchema.ts";
import type { SandboxTable } from "../../../src/sandbox/schema/sandboxTable.ts";
import { clearDatabase } from "../../../src/sandbox/storage/clearDatabase.ts";
import { createTableStore } from "../../../src/sandbox/storage/createTableStore.ts";
import type { Database } from "../../../src/sandbox/storage/database.ts";
import { isUniqueViolation } from "../../../src/sandbox/storage/defineIndexes.ts";
import { fold } from "../../../src/sandbox/storage/fold.ts";
import { openDatabase } from "../../../src/sandbox/storage/openDatabase.ts";
import { keyColumn } from "../../../src/sandbox/storage/sqlIndexes.ts";
import { quoted } from "../../../src/sandbox/storage/sqlNames.ts";
import type { TableStore } from "../../../src/sandbox/storage/tableStore.ts";
import { noSupplement, type Supplement } from "../../../src/sandbox/supplement/supplement.ts";
import { runToEnd } from "../../support/childProcess.ts";
import { layers, sampleColumn, sampleTable } from "../../support/sampleSchema.ts";
import { emptySandbox } from "../../support/sandbox/emptySandbox.ts";
import { sandboxInMemory } from "../../support/sandbox/sandboxInMemory.ts";
import { shippedCatalog } from "../../support/sandbox/shippedCatalog.ts";
import { scratchFolder } from "../../support/scratchFolder.ts";
import { projectFolder } from "../../support/sharedFolder.ts";

const openDatabases: Database[] = [];

function databaseAt(path?: string): Database {
	const opened = openDatabase(path);
	assert.ok(opened.ok, opened.ok ? "" : opened.problem);
	openDatabases.push(opened.database);
	return opened.database;
}

interface Thing {
	readonly database: Database;
	readonly store: TableStore;
	readonly table: SandboxTable;
}

/** Storage over a schema with one table `thing`, in a database that may hold it already. */
function thingIn(database: Database, columns: readonly Column[], supplement: Supplement = noSupplement): Thing {
	const id = sampleColumn("thingid", { type: "Uniqueidentifier" });
	const thing: Table = sampleTable("thing", { primaryIdColumn: "thingid", columns: [id, ...columns] });
	const schema = createSandboxSchema(catalogOf(schemaSource({ layers, tables: [thing] })), supplement);
	const table = schema.table("thing");
	assert.ok(table);
	const store = createTableStore(database, schema);
	store.ensure(table);
	return { database, store, table };
}

afterEach(() => {
	for (const database of openDatabases.splice(0)) database.close();
});

describe("storage of the whole shipped schema", () => {
	it("has a SQL table for each of its tables, with a column for each stored column", function () {
		this.timeout(120_000);
		const names = shippedCatalog().tables();
		assert.ok(names.length > 1300);
		// SQLite's own list of tables and indexes is searched from its beginning: a database for each hundred.
		for (let first = 0; first < names.length; first += 100) {
			const { schema, store, database } = emptySandbox();
			openDatabases.push(database);
			for (const { logicalName } of names.slice(first, first + 100)) {
				const table = schema.table(logicalName);
				assert.ok(table, `${logicalName} can hold rows`);
				store.ensure(table);
				const there = database.all("SELECT name FROM pragma_table_xinfo(?)", logicalName).map(({ name }) => name);
				const stored = [...table.columns.values()].filter((column) => column.stored);
				const missing = stored.filter((column) => !there.includes(column.logicalName));
				assert.deepEqual(
					missing.map((column) => column.logicalName),
					[],
					logicalName,
				);
			}
		}
	});

	it("has a SQL table for each many-to-many relationship, the same from both sides", function () {
		this.timeout(120_000);
		const { schema, store, database } = emptySandbox();
		openDatabases.push(database);
		let pairs = 0;
		for (const { logicalName, manyToManyCount } of schema.catalog.tables()) {
			if (manyToManyCount === 0) continue;
			for (const navigation of schema.table(logicalName)?.navigation.values() ?? []) {
				if (navigation.intersect === undefined) continue;
				const { table, otherColumn } = navigation.intersect;
				assert.notEqual(navigation.column, otherColumn, navigation.name);
				const back = [...(schema.table(navigation.table)?.navigation.values() ?? [])].find(
					(other) => other.relationship === navigation.relationship && other.table === logicalName,
				);
				assert.equal(back?.intersect?.table, table, navigation.name);
				assert.equal(back.column, otherColumn);
				pairs += 1;
				if (pairs > 40) continue;
				store.ensureIntersect(table, [navigation.column, otherColumn]);
				const names = [navigation.column, otherColumn].map(quoted).join(", ");
				database.run(`INSERT INTO ${quoted(table)} (${names}) VALUES (?, ?)`, `${logicalName} ${pairs}`, "2");
			}
		}
		assert.ok(pairs > 100);
	});
});

describe("storage of one table", () => {
	const name = sampleColumn("name", { type: "String" });

	it("makes again what a rollback has taken back", () => {
		const { database, store, table } = emptyThing([name]);
		assert.throws(() =>
			database.transaction(() => {
				store.ensure(table);
				throw new Error("taken back");
			}),
		);
		assert.equal(store.exists("thing"), false);
		store.ensure(table);
		assert.equal(store.exists("thing"), true);
		assert.throws(() =>
			database.transaction(() => {
				database.run("INSERT INTO thing (thingid) VALUES ('1')");
				throw new Error("taken back");
			}),
		);
		assert.equal(database.all("SELECT * FROM thing").length, 0);
	});

	/** The table in the schema, its SQL table not yet made. */
	function emptyThing(columns: readonly Column[]): Thing {
		const made = thingIn(databaseAt(), columns);
		made.database.define("DROP TABLE thing");
		return { ...made, store: createTableStore(made.database, { ...emptySandbox().schema, table: () => made.table }) };
	}

	it("adds the columns of a newer schema, and keeps what is there", () => {
		const database = databaseAt();
		thingIn(database, [name]);
		database.run("INSERT INTO thing (thingid, name) VALUES ('1', 'x')");
		const newer = [name, sampleColumn("size", { type: "Integer" }), sampleColumn("ownerid", owner)];
		thingIn(database, newer);
		thingIn(database, [name]);
		database.run(`UPDATE thing SET size = 5, ownerid = 'u', "ownerid$target" = 'team'`);
		const [row] = database.all("SELECT * FROM thing");
		assert.deepEqual(
			{ ...row },
			{ thingid: "1", name: "x", name$folded: null, size: 5, ownerid: "u", ownerid$target: "team" },
		);
	});

	const owner: Partial<Column> = {
		type: "Owner",
		targets: ["systemuser", "team"].map((table) => ({ table, layer: "dataverse" })),
	};
	const dateOnly: Partial<Column> = { type: "DateTime", dateTimeBehavior: "DateOnly" };
	const conversions: readonly (readonly [Partial<Column>, unknown, Partial<Column>, Record<string, unknown>])[] = [
		[{}, '"Größe"', { type: "String" }, { x: "Größe", x$folded: "große" }],
		[{}, "12", { type: "Integer" }, { x: 12 }],
		[{}, "true", { type: "Boolean" }, { x: 1 }],
		[{}, null, { type: "String" }, { x: null, x$folded: null }],
		[{ type: "DateTime" }, "2026-01-31T23:00:00Z", dateOnly, { x: "2026-01-31" }],
		[dateOnly, "2026-01-31", { type: "DateTime" }, { x: "2026-01-31T00:00:00Z" }],
		[{ type: "Integer" }, 5, { type: "Decimal" }, { x: 5 }],
		[{ type: "Memo" }, "Ärger", { type: "String" }, { x: "Ärger", x$folded: "arger" }],
		[{ type: "Integer" }, 5, {}, { x: "5" }],
	];
	for (const [before, value, after, expected] of conversions) {
		it(`turns ${before.type ?? "any"} ${String(value)} into ${after.type ?? "any"}`, () => {
			const database = databaseAt();
			thingIn(database, [sampleColumn("x", before)]);
			database.run("INSERT INTO thing (thingid, x) VALUES ('1', ?)", value as string);
			thingIn(database, [sampleColumn("x", after)]);
			const { thingid, ...row } = database.get("SELECT * FROM thing") ?? {};
			assert.deepEqual([thingid, row], ["1", expected]);
		});
	}

	it("tells the table of a note's record, and an activity's own, without being told", () => {
		const { schema, store, database } = emptySandbox();
		openDatabases.push(database);
		for (const logicalName of ["annotation", "task"]) {
			const table = schema.table(logicalName);
			assert.ok(table);
			store.ensure(table);
		}
		database.run(`INSERT INTO annotation (annotationid, objectid, "objectid$target") VALUES ('1', 'a', 'account')`);
		database.run("INSERT INTO task (activityid) VALUES ('1')");
		assert.equal(database.get("SELECT objecttypecode FROM annotation")?.objecttypecode, "account");
		assert.equal(database.get("SELECT activitytypecode FROM task")?.activitytypecode, "task");
	});

	it("writes rows of an intersect table by its two sides, each pair once", () => {
		const { schema, store, database } = emptySandbox();
		openDatabases.push(database);
		const { intersect, column } = schema.table("account")?.navigation.get("accountleads_association") ?? {};
		assert.ok(intersect !== undefined && column !== undefined);
		store.ensureIntersect(intersect.table, [column, intersect.otherColumn]);
		const insert = "INSERT INTO accountleads (accountid, leadid) VALUES (?, ?)";
		database.run(insert, "a", "b");
		database.run(insert, "a", "c");
		assert.throws(() => database.run(insert, "a", "b"), isUniqueViolation);
		const ids = database.all("SELECT accountleadid FROM accountleads").map((row) => String(row.accountleadid));
		assert.equal(new Set(ids).size, 2);
		for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
	});
});

describe("alternate keys in storage", () => {
	const columns = [
		sampleColumn("number", { type: "String" }),
		sampleColumn("parentid", { type: "Lookup", targets: [{ table: "thing", layer: "dataverse" }] }),
	];
	const supplement: Supplement = {
		...noSupplement,
		tables: { thing: { keys: [{ name: "k", columns: ["number", "parentid"] }] } },
	};
	const insert = `INSERT INTO thing (thingid, number, "number$folded", parentid) VALUES (?, ?, ?, ?)`;
	const put = (database: Database, id: string, number: string | null, parent: string | null): void => {
		database.run(insert, id, number, number === null ? null : fold(number), parent);
	};

	const pairs: readonly (readonly [string, string | null, string | null, boolean])[] = [
		["the same", "É1", "p", true],
		["another case, without accent", "e1", "p", true],
		["another text", "e2", "p", false],
		["another lookup", "É1", "q", false],
		["no text", null, "p", false],
		["no lookup", "É1", null, false],
	];
	for (const [what, number, parent, collides] of pairs) {
		it(`${what} ${collides ? "collides" : "does not collide"}`, () => {
			const { database } = thingIn(databaseAt(), columns, supplement);
			put(database, "1", "É1", "p");
			const again = (): void => {
				put(database, "2", number, parent);
			};
			if (collides) assert.throws(again, isUniqueViolation);
			else again();
		});
	}

	it("with an empty column never collide", () => {
		const { database } = thingIn(databaseAt(), columns, supplement);
		for (const id of ["1", "2"]) put(database, id, "x", null);
		assert.equal(database.all("SELECT 1 FROM thing").length, 2);
	});

	it("are those of the present schema, also in an older file", () => {
		const database = databaseAt();
		thingIn(database, columns, supplement);
		const other = (keys: readonly string[]): Supplement => ({
			...noSupplement,
			tables: { thing: { keys: keys.length === 0 ? [] : [{ name: "k", columns: keys }] } },
		});
		thingIn(database, columns, other(["number"]));
		put(database, "1", "x", "p");
		const again = (): void => {
			put(database, "2", "x", "q");
		};
		assert.throws(again, isUniqueViolation);
		thingIn(database, columns, other([]));
		again();
		assert.equal(database.all("SELECT 1 FROM thing").length, 2);
	});

	it("that come later than rows that violate them are not enforced", () => {
		const database = databaseAt();
		thingIn(database, columns);
		for (const id of ["1", "2"]) put(database, id, "x", "p");
		thingIn(database, columns, supplement);
		put(database, "3", "x", "p");
		assert.equal(database.all("SELECT 1 FROM thing").length, 3);
	});
});

describe("indexes", () => {
	/** What SQLite says it would do. */
	const plan = (database: Database, sql: string): string =>
		database
			.all(`EXPLAIN QUERY PLAN ${sql}`)
			.map(({ detail }) => String(detail))
			.join("; ");

	const cases: readonly (readonly [string, string])[] = [
		[`SELECT name FROM account WHERE accountid = 'x'`, "sqlite_autoindex_account_1"],
		[`SELECT name FROM account WHERE "name$folded" >= 'm' ORDER BY "name$folded", accountid LIMIT 51`, "account$name"],
		[
			`SELECT name FROM account WHERE statecode = 0 ORDER BY createdon DESC, accountid DESC LIMIT 51`,
			"account$createdon",
		],
		[
			`SELECT name FROM account WHERE modifiedon > '2026' ORDER BY modifiedon, accountid LIMIT 51`,
			"account$modifiedon",
		],
		[`SELECT name FROM account WHERE parentaccountid = 'x'`, "account$parentaccountid"],
		[
			`SELECT name FROM account WHERE ownerid = 'x' AND statecode = 0 ORDER BY "name$folded", accountid LIMIT 51`,
			"account$ownerid",
		],
		[`SELECT name FROM account WHERE primarycontactid IN ('x', 'y')`, "account$primarycontactid"],
		[`SELECT name FROM account WHERE "accountnumber$folded" = 'x'`, "account$key$sandbox_accountnumber"],
		[
			`SELECT c.fullname FROM account a JOIN contact c ON c.parentcustomerid = a.accountid WHERE a.accountid = 'x'`,
			"contact$parentcustomerid",
		],
	];
	for (const [sql, index] of cases) {
		it(`${index} serves ${sql.slice(sql.indexOf("WHERE"))}`, () => {
			const { schema, store, database } = emptySandbox();
			openDatabases.push(database);
			for (const logicalName of ["account", "contact"]) {
				const table = schema.table(logicalName);
				assert.ok(table);
				store.ensure(table);
			}
			const found = plan(database, sql);
			assert.ok(found.includes(`USING INDEX ${index}`) || found.includes(`USING COVERING INDEX ${index}`), found);
			assert.ok(!found.includes("TEMP B-TREE"), found);
		});
	}

	it("are those of folded texts where a key has them", () => {
		const table = emptySandbox().schema.table("contact");
		assert.ok(table);
		assert.deepEqual(
			["emailaddress1", "parentcustomerid"].map((column) => keyColumn(table, column)),
			["emailaddress1$folded", "parentcustomerid"],
		);
	});
});

describe("numbers beyond 2^53", () => {
	it("come back exactly, the others of the row as numbers", () => {
		const database = databaseAt();
		const rows = "SELECT 9007199254740993 AS large, 9007199254740991 AS safe, 1.5 AS real, 'x' AS text";
		const expected = { large: 9007199254740993n, safe: 9007199254740991, real: 1.5, text: "x" };
		assert.deepEqual({ ...database.get(rows) }, expected);
		assert.deepEqual(
			database.all(`${rows} UNION ALL SELECT 1, 2, 3.5, NULL`).map((row) => ({ ...row })),
			[expected, { large: 1, safe: 2, real: 3.5, text: null }],
		);
		assert.deepEqual({ ...database.get("SELECT 1 AS one") }, { one: 1 });
		assert.equal(database.get("SELECT 9007199254740993 AS large WHERE 0"), undefined);
	});

	it("can be written, changed beside and read through the service", () => {
		const sandbox = sandboxInMemory();
		try {
			const prefer = { headers: { prefer: "return=representation" } };
			const body = '{"runduration":9223372036854775807,"runwaitduration":-9007199254740993}';
			const made = sandbox.answer("POST", "flowsessions?$select=runduration,runwaitduration", { ...prefer, body });
			assert.match(made.text, /"runduration":9223372036854775807,"runwaitduration":-9007199254740993,/);
			const { flowsessionid } = made.json as { readonly flowsessionid: string };
			const path = `flowsessions(${flowsessionid})`;
			assert.equal(sandbox.answer("PATCH", path, { body: { runexecutionduration: 1 } }).status, 204);
			const equal = "flowsessions/$count?$filter=runduration eq 9223372036854775807";
			assert.equal(sandbox.answer("GET", encodeURI(equal)).text.trim(), "1");
			const tooLarge = sandbox.refused("PATCH", path, { body: '{"runduration":9223372036854775808}' });
			assert.deepEqual([tooLarge.status, tooLarge.code], [400, "0x80048d19"]);
			assert.match(
				tooLarge.message,
				/Cannot convert the literal '9223372036854775808' to the expected type 'Edm.Int64'/,
			);
			assert.equal(sandbox.answer("DELETE", path).status, 204);
		} finally {
			sandbox.close();
		}
	});
});

describe("row versions", () => {
	it("grow one by one, and by more where more are asked for", () => {
		const { store } = thingIn(databaseAt(), []);
		const first = store.nextVersion();
		assert.deepEqual([store.nextVersion(10) - first, store.nextVersion() - first], [1, 11]);
	});

	it("go on after everything else was cleared away", () => {
		const database = databaseAt();
		const first = thingIn(database, []).store.nextVersion();
		clearDatabase(database);
		const { store } = thingIn(database, []);
		assert.equal(store.nextVersion(), first + 1);
		assert.equal(database.all("SELECT * FROM thing").length, 0);
	});

	it("never go back, though the process is killed", async () => {
		const folder = await scratchFolder("versions");
		try {
			const path = join(folder.path, "sandbox.db");
			let highest = 0;
			for (let round = 0; round < 2; round += 1) {
				// The program prints each version of a transaction that is done, and is ended as by `kill -9`.
				const program = join(projectFolder, "test/support/sandbox/printVersions.ts");
				const { output } = await runToEnd(process.execPath, [...process.execArgv, "--no-warnings", program, path], {
					timeoutMs: 30_000,
				});
				const printed = output.trim().split("\n").map(Number);
				assert.ok(printed.length >= 20 && printed.every(Number.isInteger), output);
				for (const version of printed) {
					assert.ok(version > highest, `${version} after ${highest}`);
					highest = version;
				}
			}
		} finally {
			folder.remove();
		}
	});
});
