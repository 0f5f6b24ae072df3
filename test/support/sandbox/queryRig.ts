/** Tables of the shipped schema in memory, filled by hand, and queries over them without the service around. */
import assert from "node:assert/strict";
import { parseRequest } from "../../../src/core/odata/parse.ts";
import type { RequestUri } from "../../../src/core/odata/nodes.ts";
import type { Catalog } from "../../../src/core/schema/catalog.ts";
import { openBundleFile } from "../../../src/disk/openBundle.ts";
import type { QueryScope } from "../../../src/sandbox/query/scope.ts";
import { translateFilter } from "../../../src/sandbox/query/translateFilter.ts";
import { translateOrderBy } from "../../../src/sandbox/query/translateOrderBy.ts";
import { createSandboxSchema } from "../../../src/sandbox/schema/createSandboxSchema.ts";
import type { SandboxSchema, SandboxTable } from "../../../src/sandbox/schema/sandboxTable.ts";
import { Refusal } from "../../../src/sandbox/service/refusal.ts";
import type { RequestContext } from "../../../src/sandbox/service/requestContext.ts";
import type { Session } from "../../../src/sandbox/service/session.ts";
import { createTableStore } from "../../../src/sandbox/storage/createTableStore.ts";
import type { Database, SqlValue } from "../../../src/sandbox/storage/database.ts";
import { fold } from "../../../src/sandbox/storage/fold.ts";
import { openDatabase } from "../../../src/sandbox/storage/openDatabase.ts";
import { foldedName, quoted, targetName } from "../../../src/sandbox/storage/sqlNames.ts";
import { projectFolder } from "../sharedFolder.ts";

/** What a lookup holds. */
export interface Link {
	readonly id: string;
	readonly table: string;
}

/** Values by logical name of the column. */
export type RowValues = Readonly<Record<string, string | number | boolean | Link | null>>;

export interface QueryRig {
	readonly schema: SandboxSchema;
	readonly database: Database;
	session: Session;
	insert(table: string, rows: readonly RowValues[]): void;
	/** A row of the intersect table of a many-to-many relationship. */
	link(table: string, values: Readonly<Record<string, string>>): void;
	clear(table: string): void;
	/** The SELECT for the ids of the rows, in order. `query` is what stands behind the `?`, not encoded. */
	select(set: string, query: string): { readonly sql: string; readonly values: readonly SqlValue[] };
	ids(set: string, query: string): readonly string[];
	plan(set: string, query: string): readonly string[];
	/** Of what must be refused: status, code and sentence. */
	refused(set: string, query: string): { readonly status: number; readonly code: string; readonly message: string };
	context(set: string, query: string): RequestContext;
	close(): void;
}

/** An id that a person can tell from others: `id(1)` ends with 1. */
export function id(number: number, group = 0): string {
	return `${String(group).padStart(8, "0")}-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

let shared: Catalog | undefined;

function catalog(): Catalog {
	if (shared === undefined) {
		const opened = openBundleFile(`${projectFolder}/media/schema/schema.dvs`);
		assert.ok(opened.ok, "the shipped schema opens");
		shared = opened.catalog;
	}
	return shared;
}

export function queryRig(): QueryRig {
	const opened = openDatabase(undefined);
	assert.ok(opened.ok);
	const { database } = opened;
	const schema = createSandboxSchema(catalog());
	const store = createTableStore(database, schema);
	const tableNamed = (name: string): SandboxTable => {
		const table = schema.table(name);
		assert.ok(table, name);
		store.ensure(table);
		return table;
	};
	const rig = {
		session: {
			callerId: id(1, 9),
			userId: id(1, 9),
			timeZone: "Europe/Berlin",
			locale: "en-US",
			now: Date.UTC(2026, 2, 15, 10, 30),
		},
	};
	const context = (set: string, query: string): RequestContext =>
		({ uri: parseQuery(set, query), session: rig.session, schema, database, store }) as unknown as RequestContext;
	const select = (set: string, query: string): { readonly sql: string; readonly values: readonly SqlValue[] } => {
		const table = schema.tableBySet(set);
		assert.ok(table, set);
		store.ensure(table);
		const scope: QueryScope = { context: context(set, query), table, alias: "t", parameterAliases: "known" };
		return selectIds(scope);
	};
	const ids = (set: string, query: string): readonly string[] => {
		const { sql, values } = select(set, query);
		return database.all(sql, ...values).map((row) => String(row.id));
	};
	return Object.assign(rig, {
		schema,
		database,
		context,
		select,
		ids,
		insert: (name: string, rows: readonly RowValues[]): void => {
			const table = tableNamed(name);
			for (const row of rows) insertRow(database, table, row);
		},
		link: (name: string, values: Readonly<Record<string, string>>): void => {
			const names = Object.keys(values);
			store.ensureIntersect(name, names as [string, string]);
			const marks = names.map(() => "?").join(", ");
			database.run(
				`INSERT INTO ${quoted(name)} (${names.map(quoted).join(", ")}) VALUES (${marks})`,
				...Object.values(values),
			);
		},
		clear: (name: string): void => {
			tableNamed(name);
			database.run(`DELETE FROM ${quoted(name)}`);
		},
		plan: (set: string, query: string): readonly string[] => {
			const { sql, values } = select(set, query);
			return database.all(`EXPLAIN QUERY PLAN ${sql}`, ...values).map((row) => String(row.detail));
		},
		refused: (set: string, query: string) => {
			try {
				select(set, query);
			} catch (error) {
				assert.ok(error instanceof Refusal, String(error instanceof Error ? error.stack : error));
				return { status: error.status, code: error.code, message: error.message };
			}
			assert.fail(`not refused: ${query}`);
		},
		close: () => {
			database.close();
		},
	});
}

function selectIds(scope: QueryScope): { readonly sql: string; readonly values: readonly SqlValue[] } {
	const { table, context } = scope;
	const { options } = context.uri;
	const filter = options.find((option) => option.kind === "filter");
	const order = options.find((option) => option.kind === "orderby");
	const where = filter === undefined ? { sql: "1", values: [] } : translateFilter(filter.expression, scope);
	const by = translateOrderBy(order?.items ?? [], scope);
	const top = options.find((option) => option.kind === "top");
	const limit = top?.kind === "top" ? " LIMIT ?" : "";
	return {
		sql: `SELECT "t".${quoted(table.primaryId)} AS id FROM ${quoted(table.logicalName)} AS "t" WHERE ${where.sql} ORDER BY ${by.sql}${limit}`,
		values: [...where.values, ...by.values, ...(top?.kind === "top" ? [top.value ?? 0] : [])],
	};
}

/** `query` is readable: values are encoded here. An `&` separates options where a name and `=` follow. */
function parseQuery(set: string, query: string): RequestUri {
	const options = query === "" ? [] : query.split(/&(?=[$@][\w]+=)/);
	const encoded = options.map((option) => {
		const end = option.indexOf("=");
		return `${option.slice(0, end)}=${encodeURIComponent(option.slice(end + 1))}`;
	});
	const uri = parseRequest(encoded.length === 0 ? set : `${set}?${encoded.join("&")}`);
	assert.deepEqual(uri.problems, [], query);
	return uri;
}

function insertRow(database: Database, table: SandboxTable, row: RowValues): void {
	const values = new Map<string, SqlValue>();
	for (const [name, value] of Object.entries(row)) {
		const column = table.columns.get(name);
		assert.ok(column?.stored, `${table.logicalName}.${name} is stored`);
		if (typeof value === "object" && value !== null) {
			values.set(name, value.id);
			if (column.targets.length > 1) values.set(targetName(name), value.table);
		} else {
			values.set(name, typeof value === "boolean" ? Number(value) : value);
			if (column.folded) values.set(foldedName(name), typeof value === "string" ? fold(value) : null);
		}
	}
	const names = [...values.keys()];
	const marks = names.map(() => "?").join(", ");
	const sql = `INSERT INTO ${quoted(table.logicalName)} (${names.map(quoted).join(", ")}) VALUES (${marks})`;
	database.run(sql, ...values.values());
}
