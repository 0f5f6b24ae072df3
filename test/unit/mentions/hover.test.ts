import { deepEqual, equal, ok } from "node:assert/strict";
import { hoverFacts } from "../../../src/core/mentions/hoverFacts.ts";
import type { Mention } from "../../../src/core/mentions/mention.ts";
import { hoverLines } from "../../../src/words/hover.ts";
import type { HoverLine, HoverPiece } from "../../../src/words/hoverLine.ts";
import { english } from "../../../src/words/message.ts";
import { mentionCatalog } from "../../support/mentionCatalog.ts";

const textOf = (piece: HoverPiece): string => {
	if (piece.kind === "words") return english(piece.words);
	return piece.kind === "link" ? `[${english(piece.words)}]` : piece.text;
};

const plain = (line: HoverLine): string =>
	line.map((group) => group.map(textOf).join(" ").replaceAll(" ,", ",")).join(" · ");

function hover(mention: Omit<Mention, "start" | "end">): readonly string[] | undefined {
	const facts = hoverFacts({ ...mention, start: 0, end: 1 }, mentionCatalog);
	return facts && hoverLines(facts, mentionCatalog.layers).map(plain);
}

const links = "[Open table page] · [Search]";
const dataverse = "Microsoft Dataverse";

const rows: readonly (readonly [string, Omit<Mention, "start" | "end">, readonly string[] | undefined])[] = [
	[
		"a table",
		{ kind: "table", name: "account", table: "account" },
		[
			"Account account · table · owned by user or team",
			"Entity set accounts · Primary id accountid · Primary name name",
			"10 columns · 3 relationships",
			dataverse,
			links,
		],
	],
	[
		"a table without display name and facts",
		{ kind: "entitySet", name: "msdyn_sessionevents", table: "msdyn_sessionevent" },
		[
			"msdyn_sessionevent · table",
			"Entity set msdyn_sessionevents",
			"2 columns · 0 relationships",
			"NOTE",
			"Microsoft Dynamics 365",
			links,
		],
	],
	["a table that is gone", { kind: "table", name: "gone", table: "gone" }, undefined],
	[
		"a text column",
		{ kind: "column", name: "name", table: "account" },
		["Account Name name · text 100 · required · primary name", "Column of Account account", dataverse, links],
	],
	[
		"a read-only column whose required level is not documented",
		{ kind: "column", name: "accountnumber", table: "account" },
		[
			"accountnumber · text 100 · required level not documented · read-only",
			"Column of Account account",
			dataverse,
			links,
		],
	],
	[
		"an amount",
		{ kind: "column", name: "creditlimit", table: "account" },
		[
			"creditlimit · currency · required level not documented",
			"Column of Account account",
			"0 to 100 · 2 decimal places",
			dataverse,
			links,
		],
	],
	[
		"a lookup that another layer gave its target",
		{ kind: "column", name: "primarycontactid", table: "account" },
		[
			"Primary Contact primarycontactid · lookup · required level not documented",
			"Column of Account account",
			"Points to contact · Navigation primarycontactid",
			`${dataverse} + Microsoft Dynamics 365`,
			links,
		],
	],
	[
		"a choice with more options than fit",
		{ kind: "column", name: "industrycode", table: "account" },
		[
			"industrycode · choice, 5 options · required level not documented",
			"Column of Account account",
			"1 Accounting · 2 Farming · … 3 more",
			dataverse,
			links,
		],
	],
	[
		"a column of two tables that agree",
		{ kind: "column", name: "statecode", tables: ["account", "contact"] },
		[
			"statecode · state, 2 options · required level not documented",
			"Column of 2 tables: account, contact",
			"0 Active · 1 Inactive",
			"NOTE",
			dataverse,
			"[Search]",
		],
	],
	[
		"a column of two tables that differ",
		{ kind: "column", name: "msdyn_reason", tables: ["msdyn_event", "msdyn_session"] },
		["msdyn_reason · facts differ from table to table", "Column of 2 tables: msdyn_event, msdyn_session", "[Search]"],
	],
	[
		"a column of many tables",
		{ kind: "column", name: "shared_column" },
		[
			"shared_column · facts differ from table to table",
			"Column of 9 tables: many0, many1, many2 … 6 more",
			"[Search]",
		],
	],
	[
		"an option",
		{ kind: "option", name: "2", table: "account", column: "statuscode", value: 2 },
		[
			"Inactive 2 · option",
			"Option of statuscode in Account account",
			"State Inactive",
			dataverse,
			`${links} · [Insert label]`,
		],
	],
	[
		"an option of several tables",
		{ kind: "option", name: "1", tables: ["account", "contact"], column: "statecode", value: 1 },
		[
			"Inactive 1 · option",
			"Option of statecode in 2 tables: account, contact",
			dataverse,
			"[Search] · [Insert label]",
		],
	],
	["an option that is gone", { kind: "option", name: "9", table: "account", column: "statecode", value: 9 }, undefined],
	["an option without a column", { kind: "option", name: "9", table: "account" }, undefined],
	[
		"a navigation property to one record",
		{ kind: "navigationProperty", name: "primarycontactid", table: "account" },
		[
			"primarycontactid · navigation property",
			"Navigation property of Account account to Contact contact",
			"Relationship account_primary_contact · Lookup column primarycontactid",
			dataverse,
			links,
		],
	],
	[
		"a navigation property to many records, by its usual name",
		{ kind: "navigationProperty", name: "account_primary_contact", table: "contact" },
		[
			"account_primary_contact · navigation property · usual name, not documented",
			"Navigation property of Contact contact to many records of Account account",
			"Relationship account_primary_contact · Lookup column primarycontactid",
			dataverse,
			links,
		],
	],
	["a navigation property that is gone", { kind: "navigationProperty", name: "x", table: "account" }, undefined],
	["a navigation property of no table", { kind: "navigationProperty", name: "x" }, undefined],
	[
		"a relationship",
		{ kind: "relationship", name: "account_primary_contact" },
		[
			"account_primary_contact · one-to-many relationship",
			"Relationship from Account account to Contact contact · Lookup column primarycontactid",
			"Navigation account → primarycontactid · Navigation contact → account_primary_contact",
			dataverse,
			links,
		],
	],
	["a relationship that is gone", { kind: "relationship", name: "gone" }, undefined],
];

describe("what hover says", () => {
	for (const [title, mention, expected] of rows) {
		it(title, () => {
			const lines = hover(mention);
			const isNote = (at: number): boolean => expected?.[at] === "NOTE";
			deepEqual(
				lines?.map((line, at) => (isNote(at) ? "NOTE" : line)),
				expected,
			);
		});
	}

	it("never takes more than six lines", () => {
		for (const { logicalName } of mentionCatalog.tables()) {
			for (const { logicalName: name } of mentionCatalog.table(logicalName)?.columns ?? []) {
				ok((hover({ kind: "column", name, table: logicalName })?.length ?? 0) <= 6, `${logicalName}.${name}`);
			}
		}
	});

	it("keeps its links to what was found", () => {
		const facts = hoverFacts(
			{ kind: "option", name: "1", table: "account", column: "statecode", value: 1, start: 0, end: 1 },
			mentionCatalog,
		);
		ok(facts);
		const last = hoverLines(facts, []).at(-1) ?? [];
		const actions = last.flat().flatMap((piece) => (piece.kind === "link" ? [piece.action] : []));
		deepEqual(actions, [
			{ do: "openTablePage", place: { table: "account", column: "statecode" } },
			{ do: "search", text: "1" },
			{ do: "insert", text: "Inactive" },
		]);
	});

	it("names a layer that it does not know by its id", () => {
		const facts = hoverFacts({ kind: "table", name: "account", table: "account", start: 0, end: 1 }, mentionCatalog);
		ok(facts);
		equal(plain(hoverLines(facts, [])[3] ?? []), "dataverse");
	});
});
