/** Arbitrary filters and orders over the rows of randomRows.ts, as readable text: what is found wrong can be read. */
import fc from "fast-check";
import { id } from "./queryRig.ts";
import { days, descriptions, moments, numbers, team, texts, users } from "./randomRows.ts";

type Text = fc.Arbitrary<string>;

interface Columns {
	readonly text: readonly string[];
	readonly memo: readonly string[];
	readonly number: readonly string[];
	readonly boolean: readonly string[];
	readonly moment: readonly string[];
	readonly day: readonly string[];
	readonly lookup: readonly string[];
	/** Paths over lookups to text columns. */
	readonly path: readonly string[];
	readonly collections: readonly (readonly [string, RandomSet])[];
}

export type RandomSet = (typeof randomSets)[number];

export const randomSets = ["accounts", "contacts", "tasks"] as const;

const tables: Readonly<Record<RandomSet, Columns>> = {
	accounts: {
		text: ["name", "address1_city"],
		memo: ["description"],
		number: ["numberofemployees", "industrycode", "revenue", "creditlimit"],
		boolean: ["creditonhold"],
		moment: ["createdon"],
		day: [],
		lookup: ["_primarycontactid_value", "_parentaccountid_value", "_ownerid_value", "accountid"],
		path: [
			"primarycontactid/firstname",
			"parentaccountid/name",
			"parentaccountid/primarycontactid/lastname",
			"primarycontactid/createdby/fullname",
			"primarycontactid/parentcustomerid_account/name",
		],
		collections: [
			["contact_customer_accounts", "contacts"],
			["Account_Tasks", "tasks"],
			["account_parent_account", "accounts"],
		],
	},
	contacts: {
		text: ["firstname", "lastname"],
		memo: [],
		number: [],
		boolean: [],
		moment: [],
		day: ["birthdate"],
		lookup: ["_parentcustomerid_value", "contactid"],
		path: ["parentcustomerid_account/name", "parentcustomerid_contact/lastname"],
		collections: [
			["account_primary_contact", "accounts"],
			["Contact_Tasks", "tasks"],
		],
	},
	tasks: {
		text: ["subject"],
		memo: [],
		number: ["percentcomplete"],
		boolean: ["isbilled"],
		moment: ["scheduledend"],
		day: [],
		lookup: ["_regardingobjectid_value"],
		path: ["regardingobjectid_account_task/name", "regardingobjectid_contact_task/lastname"],
		collections: [],
	},
};

export function randomFilter(set: RandomSet): Text {
	return condition(set, "", 3);
}

export function randomOrder(set: RandomSet): Text {
	const { text, memo, number, boolean, moment, day, lookup } = tables[set];
	const columns = [...text, ...memo, ...number, ...boolean, ...moment, ...day, ...lookup];
	const item = fc
		.tuple(fc.constantFrom(...columns), fc.constantFrom("", " asc", " desc"))
		.map(([column, direction]) => column + direction);
	return fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => items.join(","));
}

/** @param prefix the lambda variable with its slash, or nothing. */
function condition(set: RandomSet, prefix: string, depth: number): Text {
	if (depth === 0) return leaf(set, prefix);
	const inner = fc.nat(0).chain(() => condition(set, prefix, depth - 1));
	const members = tables[set].collections;
	return fc.oneof(
		{ weight: 5, arbitrary: leaf(set, prefix) },
		{
			weight: 3,
			arbitrary: fc
				.tuple(fc.constantFrom("and", "or"), fc.array(inner, { minLength: 2, maxLength: 3 }))
				.map(([operator, operands]) => `(${operands.join(` ${operator} `)})`),
		},
		{ weight: 2, arbitrary: inner.map((operand) => `not (${operand})`) },
		...(members.length === 0 ? [] : [{ weight: 2, arbitrary: lambda(members, prefix, depth) }]),
	);
}

function lambda(members: Columns["collections"], prefix: string, depth: number): Text {
	const variable = `v${depth}`;
	return fc.constantFrom(...members).chain(([name, set]) =>
		fc.oneof(
			{ weight: 1, arbitrary: fc.constant(`${prefix}${name}/any()`) },
			{
				weight: 5,
				arbitrary: fc
					.tuple(fc.constantFrom("any", "all"), condition(set, `${variable}/`, depth - 1))
					.map(([operator, body]) => `${prefix}${name}/${operator}(${variable}:${body})`),
			},
		),
	);
}

const comparison = fc.constantFrom("eq", "ne", "gt", "ge", "lt", "le");
const equality = fc.constantFrom("eq", "ne");

function leaf(set: RandomSet, prefix: string): Text {
	const columns = tables[set];
	const of = (names: readonly string[], make: (name: Text) => Text): Text[] =>
		names.length === 0 ? [] : [make(fc.constantFrom(...names).map((name) => prefix + name))];
	const all = [
		...columns.text,
		...columns.number,
		...columns.boolean,
		...columns.moment,
		...columns.day,
		...columns.path,
	];
	return fc.oneof(
		...of([...columns.text, ...columns.path], (name) => joined(name, comparison, fc.constantFrom(...texts).map(quote))),
		...of([...columns.text, ...columns.memo, ...columns.path], (name) => textFunction(name)),
		...of(columns.memo, (name) => joined(name, comparison, fc.constantFrom(...descriptions).map(quote))),
		...of(columns.number, (name) => joined(name, comparison, fc.constantFrom("0", "5", "20.5", "1", "-1", "2e3"))),
		...of(columns.boolean, (name) => joined(name, equality, fc.constantFrom("true", "false"))),
		...of(columns.moment, (name) =>
			joined(name, comparison, fc.constantFrom(...moments, "2026-03-15", "2026-03-15T00:00:00+01:00")),
		),
		...of(columns.day, (name) => joined(name, comparison, fc.constantFrom(...days))),
		...of(columns.lookup, (name) => joined(name, equality, fc.constantFrom(id(1, 1), id(2, 2), team, users[0] ?? ""))),
		...of([...all, ...columns.lookup], (name) => joined(name, equality, fc.constant("null"))),
		...pairs(columns, prefix),
		...(prefix === "" ? functions(columns) : []),
	);
}

function joined(...parts: readonly Text[]): Text {
	return fc.tuple(...parts).map((texts) => texts.join(" "));
}

function textFunction(name: Text): Text {
	const word = fc.constantFrom("contains", "startswith", "endswith");
	const piece = fc.constantFrom(
		"a",
		"A",
		"o",
		"%",
		"_",
		"[a-f]",
		"[^a-f]",
		"[x",
		"ä",
		"Ö",
		"%]",
		"[[]",
		"*",
		"?",
		" ",
		"L",
		"😀",
	);
	const pattern = fc.array(piece, { maxLength: 4 }).map((pieces) => quote(pieces.join("")));
	return fc.tuple(word, name, pattern).map(([call, column, text]) => `${call}(${column},${text})`);
}

/** Columns of one row with each other. */
function pairs({ text, number }: Columns, prefix: string): readonly Text[] {
	const money = number.filter((name) => name === "revenue" || name === "creditlimit");
	return [text, money]
		.filter((names) => names.length > 1)
		.map((names) => {
			const name = fc.constantFrom(...names).map((one) => prefix + one);
			return joined(name, comparison, name);
		});
}

function functions({ text, number, moment, day, lookup }: Columns): readonly Text[] {
	const values = (items: readonly (string | number)[], count?: number): Text =>
		fc
			.array(fc.constantFrom(...items), { minLength: count ?? 1, maxLength: count ?? 3 })
			.map((some) => JSON.stringify(some.map(String)));
	const list = (names: readonly string[], items: readonly (string | number)[]): readonly Text[] => {
		if (names.length === 0) return [];
		const column = fc.constantFrom(...names);
		return [
			called(
				fc.constantFrom("In", "NotIn"),
				column,
				values(items).map((all) => `PropertyValues=${all}`),
			),
			called(
				fc.constantFrom("Between", "NotBetween"),
				column,
				values(items, 2).map((all) => `PropertyValues=${all}`),
			),
		];
	};
	const dates = [...moment, ...day];
	const date = fc.constantFrom(...dates);
	const still = fc.constantFrom("Today", "Yesterday", "Tomorrow", "ThisMonth", "ThisYear");
	const counted = fc.constantFrom("LastXDays", "NextXDays", "OlderThanXDays");
	const named = fc.constantFrom("On", "OnOrAfter", "OnOrBefore");
	return [
		...(lookup.includes("_parentaccountid_value") ? hierarchyFunctions() : []),
		...list(text, texts),
		...list(
			number.filter((name) => name !== "revenue"),
			numbers,
		),
		...(dates.length === 0
			? []
			: [
					called(still, date),
					called(
						counted,
						date,
						fc.constantFrom(1, 2, 30, 400).map((count) => `PropertyValue=${count}`),
					),
					called(
						named,
						date,
						fc.constantFrom(...days).map((one) => `PropertyValue='${one}'`),
					),
				]),
	];
}

/** Of accounts: who owns them, and which is above which. */
function hierarchyFunctions(): readonly Text[] {
	const name = fc.constantFrom("Under", "UnderOrEqual", "NotUnder", "Above", "AboveOrEqual");
	const value = fc.nat(12).map((number) => `PropertyValue='${id(number, 1)}'`);
	return [
		called(name, fc.constantFrom("accountid", "parentaccountid"), value),
		called(fc.constantFrom("EqualUserId", "NotEqualUserId"), fc.constant("ownerid")),
	];
}

function called(name: Text, column: Text, value: Text = fc.constant("")): Text {
	return fc
		.tuple(name, column, value)
		.map(
			([one, property, given]) =>
				`Microsoft.Dynamics.CRM.${one}(PropertyName='${property}'${given === "" ? "" : ","}${given})`,
		);
}

function quote(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}
