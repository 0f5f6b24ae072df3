import { columnFound, optionFound } from "./found.ts";
import { sqlRules } from "./languageRules.ts";
import type { Found } from "./mention.ts";
import { type Scan, type Token, scan } from "./scan.ts";
import type { SchemaNames } from "./schemaNames.ts";
import { isCommonWord } from "./commonWords.ts";
import type { Span } from "./wordAt.ts";

export interface SqlQuestion {
	readonly text: string;
	readonly word: Span;
	readonly names: SchemaNames;
}

const keywords = new Set(
	(
		"select from where join inner left right full outer cross on and or not in is null like between exists as order by " +
		"group having top distinct asc desc union all insert into values update set delete case when then else end count sum " +
		"min max avg cast convert getdate dateadd datediff offset fetch next rows only with nolock over partition go declare " +
		"int bit nvarchar varchar datetime decimal uniqueidentifier day month year hour minute"
	).split(" "),
);

/** A column name with a publisher's prefix, as custom columns have. */
const ownColumn = /^[a-z][a-z0-9]{1,7}_/;

/** Columns that Dataverse puts on its tables and other databases call otherwise. */
const platformColumn = /^(?:statecode|statuscode|createdon|modifiedon|ownerid|owningbusinessunit|versionnumber)$/;

interface SqlTable {
	readonly table: string | undefined;
	readonly token: Token;
	readonly alias: string | undefined;
}

/**
 * What the word names in a SQL statement over Dataverse tables. A statement counts as such when all its tables are
 * Dataverse tables, at least one of its names is a column that other databases hardly have, and none contradicts: a
 * column that no table has does, unless its publisher's prefix tells that it may be a person's own.
 */
export function sqlMention({ text, word, names }: SqlQuestion): Found | undefined {
	const from = text.lastIndexOf(";", word.start - 1) + 1;
	const until = text.indexOf(";", word.end);
	const statement = text.slice(from, until < 0 ? text.length : until);
	const scanned = scan(statement, sqlRules, word.start - from);
	if (scanned.comment !== undefined) return undefined;
	const index = scanned.tokens.findIndex(({ start, end }) => word.start - from >= start && word.start - from < end);
	const token = scanned.tokens[index];
	if (token === undefined || (token.kind !== "word" && token.kind !== "number")) return undefined;
	const sql = new Statement(scanned, names);
	if (!sql.isDataverse()) return undefined;
	return token.kind === "number" ? sql.option(index) : sql.name(index);
}

class Statement {
	readonly #scan: Scan;
	readonly #names: SchemaNames;
	readonly #tables: readonly SqlTable[];
	/** Names that the statement gives to its results with AS, in lower case. */
	readonly #results: ReadonlySet<string>;

	constructor(scanned: Scan, names: SchemaNames) {
		this.#scan = scanned;
		this.#names = names;
		this.#tables = this.#findTables();
		this.#results = new Set(
			scanned.tokens.flatMap((_, index) =>
				/^as$/i.test(this.#word(index)) ? [this.#word(index + 1).toLowerCase()] : [],
			),
		);
	}

	#word(index: number): string {
		const token = this.#scan.tokens[index];
		return token === undefined ? "" : this.#scan.text.slice(token.start, token.end);
	}

	/** The words after FROM, JOIN, UPDATE and INTO, with their aliases; a schema ("dbo.") is skipped. */
	#findTables(): readonly SqlTable[] {
		const tables: SqlTable[] = [];
		for (let index = 0; index < this.#scan.tokens.length && tables.length < 40; index += 1) {
			if (!/^(?:from|join|update|into)$/i.test(this.#word(index))) continue;
			let at = index + 1;
			while (this.#word(at) === "[") at += 1;
			if (this.#word(at + 1) === ".") at += 2;
			else if (this.#word(at + 1) === "]" && this.#word(at + 2) === ".") at += 3;
			while (this.#word(at) === "[") at += 1;
			const token = this.#scan.tokens[at];
			if (token?.kind !== "word") continue;
			let next = at + 1;
			while (this.#word(next) === "]") next += 1;
			if (/^as$/i.test(this.#word(next))) next += 1;
			while (this.#word(next) === "[") next += 1;
			const alias = this.#scan.tokens[next]?.kind === "word" ? this.#word(next) : "";
			tables.push({
				token,
				table: this.#names.table(this.#word(at).toLowerCase()),
				alias: alias === "" || keywords.has(alias.toLowerCase()) ? undefined : alias,
			});
		}
		return tables;
	}

	isDataverse(): boolean {
		const tables = this.#tables.flatMap(({ table }) => (table === undefined ? [] : [table]));
		if (tables.length === 0) return false;
		if (this.#tables.some(({ table, token }) => table === undefined && !this.#isAlias(token))) return false;
		const certain = tables.some((table) => this.#names.hasPublisherPrefix(table));
		const known: string[] = [];
		let own = false;
		for (const [index, token] of this.#scan.tokens.entries()) {
			if (token.kind !== "word" || this.#isOther(index)) continue;
			const name = this.#word(index).toLowerCase();
			if (this.#candidates(index).some((table) => this.#columnOf(table, name) !== undefined)) known.push(name);
			else if (ownColumn.test(name)) own = true;
			else return false;
		}
		if (certain) return true;
		// "first_name" looks like a person's own column too: then only the platform's columns tell.
		if (own) return known.some((name) => platformColumn.test(name) || tables.some((table) => name === `${table}id`));
		return known.some((name) => !isCommonWord(name) && !/^[a-z]*id$/.test(name));
	}

	/** UPDATE and DELETE may name an alias where a table is expected. */
	#isAlias(token: Token): boolean {
		const name = this.#scan.text.slice(token.start, token.end);
		return this.#tables.some(({ alias }) => alias === name);
	}

	/** A word that is no column: keyword, function, table, alias, schema, name of a result. */
	#isOther(index: number): boolean {
		const token = this.#scan.tokens[index];
		const word = this.#word(index);
		if (keywords.has(word.toLowerCase()) || this.#word(index + 1) === "(") return true;
		if (this.#word(index - 1) === "@" || (this.#results.has(word.toLowerCase()) && this.#word(index - 1) !== "."))
			return true;
		if (this.#word(index + 1) === "." || (this.#word(index + 1) === "]" && this.#word(index + 2) === ".")) return true;
		return this.#tables.some((one) => one.token === token || one.alias === word);
	}

	/** The tables that a column may be of: the one of its alias, or all of the statement. */
	#candidates(index: number): readonly string[] {
		let at = index - 1;
		while (this.#word(at) === "[") at -= 1;
		const all = this.#tables.flatMap(({ table }) => (table === undefined ? [] : [table]));
		if (this.#word(at) !== ".") return all;
		let before = at - 1;
		while (this.#word(before) === "]") before -= 1;
		const owner = this.#word(before);
		const named = this.#tables.find(
			({ alias, token }) => alias === owner || this.#scan.text.slice(token.start, token.end) === owner,
		);
		return named?.table === undefined ? [] : [named.table];
	}

	/** SQL is not case-sensitive, and "primarycontactidname" is the label of primarycontactid. */
	#columnOf(table: string, name: string): string | undefined {
		const column = this.#names.columnOf(table, name);
		if (column !== undefined || !name.endsWith("name")) return column;
		return this.#names.columnOf(table, name.slice(0, -4));
	}

	name(index: number): Found | undefined {
		const token = this.#scan.tokens[index];
		const asTable = this.#tables.find((one) => one.token === token)?.table;
		if (asTable !== undefined) return { kind: "table", name: asTable, table: asTable };
		if (this.#isOther(index)) return undefined;
		const name = this.#word(index).toLowerCase();
		for (const table of this.#candidates(index)) {
			const column = this.#columnOf(table, name);
			if (column !== undefined) return { kind: "column", name: column, table };
		}
		return undefined;
	}

	/** The number after `column =`, `column <>` or in the list after `column IN (`. */
	option(index: number): Found | undefined {
		let at = index - 1;
		while (at >= 0 && /^(?:[=<>!,(-]|\d+|in|not)$/i.test(this.#word(at))) at -= 1;
		if (at < 0 || at === index - 1) return undefined;
		while (this.#word(at) === "]") at -= 1;
		if (this.#scan.tokens[at]?.kind !== "word" || this.#isOther(at)) return undefined;
		const name = this.#word(at).toLowerCase();
		const table = this.#candidates(at).find((one) => this.#names.columnOf(one, name) !== undefined);
		const column = table === undefined ? undefined : columnFound(this.#names, [table], name);
		return column === undefined ? undefined : optionFound(this.#names, column, Number(this.#word(index)));
	}
}
