import assert from "node:assert/strict";
import { type Fuzz, fuzz } from "../../support/fuzz.ts";
import { putRows, type TestRow } from "../../support/sandbox/putRows.ts";
import { type SandboxInMemory, sandboxInMemory } from "../../support/sandbox/sandboxInMemory.ts";
import { ids, smallOffice } from "../../support/sandbox/smallOffice.ts";

interface Page {
	readonly value: readonly Readonly<Record<string, unknown>>[];
	readonly "@odata.nextLink"?: string;
}

function pageAt(sandbox: SandboxInMemory, path: string, prefer: string): Page {
	return sandbox.ok("GET", path.replace("http://localhost", ""), { headers: { prefer } }) as Page;
}

/** All rows of a query, page by page to the end. `between` happens after each page. */
function readAll(sandbox: SandboxInMemory, path: string, prefer: string, between: () => void = () => undefined) {
	const pages: Page[] = [];
	for (let next: string | undefined = path; next !== undefined; next = pages.at(-1)?.["@odata.nextLink"]) {
		pages.push(pageAt(sandbox, next, prefer));
		assert.ok(pages.length < 1000, "the pages come to an end");
		between();
	}
	return pages;
}

/** Columns with few values, many ties and nulls. */
const sorted = [
	"name",
	"numberofemployees",
	"revenue",
	"createdon",
	"statecode",
	"_primarycontactid_value",
	"creditonhold",
];

function randomAccounts({ below, pick }: Fuzz, count: number): readonly TestRow[] {
	const maybe = <Value>(value: Value): Value | null => (below(4) === 0 ? null : value);
	return Array.from({ length: count }, (_, index) => ({
		accountid: `${below(2 ** 32)
			.toString(16)
			.padStart(8, "0")}-0000-4000-8000-${index.toString().padStart(12, "0")}`,
		name: maybe(pick(["Ada", "ada", "Ärger", "Zoo", "", "ß", "金"])),
		numberofemployees: maybe(below(5) - 2),
		revenue: maybe(below(4) / 3),
		createdon: maybe(`2026-01-0${below(3) + 1}T00:00:00Z`),
		statecode: below(2),
		primarycontactid: maybe({ table: "contact", id: pick([ids.yvonne, ids.susanna, ids.orphan]) }),
		creditonhold: maybe(below(2) === 1),
	}));
}

function randomOrder({ below, pick }: Fuzz): string {
	const names = Array.from({ length: below(4) }, () => pick(sorted));
	return [...new Set(names)].map((name) => `${name}${pick(["", " asc", " desc"])}`).join(",");
}

describe("Pages of the sandbox", () => {
	it("hold every row exactly once in the order of one page, whatever order, size and nulls", () => {
		const random = fuzz(15);
		const sandbox = smallOffice();
		putRows(sandbox, "account", randomAccounts(random, 60));
		for (let run = 0; run < random.runs; run += 1) {
			const order = randomOrder(random);
			const filter = random.pick(["", "&$filter=statecode eq 0", "&$filter=name ne null or revenue gt 0.3"]);
			const query = `accounts?$select=accountid${filter}${order === "" ? "" : `&$orderby=${order}`}`;
			const size = random.below(7) + 1;
			const whole = pageAt(sandbox, query, "").value.map(({ accountid }) => accountid);
			const pages = readAll(sandbox, query, `odata.maxpagesize=${size}`);
			const found = pages.flatMap(({ value }) => value.map(({ accountid }) => accountid));
			assert.deepEqual(found, whole, `${query} by ${size}`);
			assert.ok(
				pages.slice(0, -1).every(({ value }) => value.length === size),
				`${query}: full pages`,
			);
			assert.ok(pages.length === 1 || (pages.at(-1)?.value.length ?? 0) > 0, `${query}: no empty page at the end`);
		}
		sandbox.close();
	});

	it("neither repeat nor hide rows when others come and go between two requests", () => {
		const random = fuzz(3);
		for (let run = 0; run < random.runs; run += 1) {
			const sandbox = sandboxInMemory();
			const rows = randomAccounts(random, 30);
			putRows(sandbox, "account", rows);
			const order = randomOrder(random).replaceAll("_primarycontactid_value", "statecode");
			const query = `accounts?$select=accountid&$filter=telephone1 eq null${order === "" ? "" : `&$orderby=${order}`}`;
			const pages = readAll(sandbox, query, "odata.maxpagesize=4", () => {
				const [fresh] = randomAccounts(random, 1);
				if (fresh !== undefined) putRows(sandbox, "account", [{ ...fresh, telephone1: "later" }]);
			});
			const found = pages.flatMap(({ value }) => value.map(({ accountid }) => accountid));
			assert.deepEqual(found.sort(), rows.map(({ accountid }) => accountid).sort(), query);
			sandbox.close();
		}
	});

	it("keep select, filter, aliases, expand, count, options of the client and annotations to the end", () => {
		const sandbox = smallOffice();
		const path =
			"accounts?$select=statecode&$filter=statecode lt @limit&@limit=9&$expand=ownerid&$count=true&tag=%C3%A9%20%26&$orderby=statecode desc";
		const pages = readAll(sandbox, path, 'odata.maxpagesize=1,odata.include-annotations="*"');
		assert.equal(pages.length, 3);
		for (const page of pages) {
			assert.equal((page as unknown as Record<string, unknown>)["@odata.count"], 3);
			const [row] = page.value;
			const label = row?.["statecode@OData.Community.Display.V1.FormattedValue"];
			assert.equal(label, row?.statecode === 0 ? "Active" : "Inactive");
			assert.ok(row !== undefined && "ownerid" in row, "expanded");
			const next = page["@odata.nextLink"];
			if (next !== undefined) assert.ok(next.includes("&tag=%C3%A9%20%26&"), next);
		}
		sandbox.close();
	});

	it("go on in a collection of one record and in references", () => {
		const sandbox = smallOffice();
		for (const path of [
			`accounts(${ids.contoso})/contact_customer_accounts?$select=fullname`,
			`accounts(${ids.contoso})/contact_customer_accounts/$ref`,
		]) {
			const pages = readAll(sandbox, path, "odata.maxpagesize=1");
			assert.deepEqual(
				pages.map(({ value }) => value.length),
				[1, 1],
				path,
			);
		}
		sandbox.close();
	});
});

/** `$top` and page size, how many rows come at first, and whether there is a next page. Three accounts are there. */
const sizes: readonly (readonly [query: string, prefer: string, rows: number, next: boolean])[] = [
	["&$top=2", "", 2, false],
	["&$top=3", "", 3, false],
	["&$top=9", "", 3, false],
	["&$top=6000", "", 3, false],
	["", "odata.maxpagesize=2", 2, true],
	["", "odata.maxpagesize=3", 3, false],
	["&$top=1", "odata.maxpagesize=2", 2, true],
	["", "odata.maxpagesize=20000", 3, false],
	["", "odata.maxpagesize=0", 3, false],
	["&$top=1", "odata.maxpagesize=20000", 1, false],
];

/** Changes to a token that the sandbox did not make. */
const tampered: readonly (readonly [what: string, change: (link: string) => string])[] = [
	["another page number", (link) => link.replace("pagenumber=%222%22", "pagenumber=%223%22")],
	[
		"another position",
		(link) =>
			link.replace(/pagingcookie=%22(.)/, (_all, first: string) => `pagingcookie=%22${first === "W" ? "X" : "W"}`),
	],
	["another checksum", (link) => link.replace(/.%22%20istracking/, "!%22%20istracking")],
	["another order", (link) => link.replace("$orderby=name", "$orderby=revenue")],
	["another table", (link) => link.replace("/accounts?", "/contacts?").replace("$orderby=name", "$orderby=fullname")],
	["something else", (link) => link.replace(/\$skiptoken=.*/, "$skiptoken=%3Ccookie%20/%3E")],
];

describe("The size of a page", () => {
	let sandbox: SandboxInMemory;
	before(() => {
		sandbox = smallOffice();
	});
	after(() => {
		sandbox.close();
	});
	for (const [query, prefer, rows, next] of sizes) {
		it(`is ${rows} for ${query} ${prefer}`, () => {
			const page = pageAt(sandbox, `accounts?$select=accountid${query}`, prefer);
			assert.deepEqual([page.value.length, page["@odata.nextLink"] !== undefined], [rows, next]);
		});
	}
});

/** What is asked for, and which of it the answer says to have followed. */
const applied: readonly (readonly [prefer: string, applied: string | undefined])[] = [
	["odata.maxpagesize=2", "odata.maxpagesize=2"],
	["odata.maxpagesize=20000", undefined],
	['odata.maxpagesize=2,odata.include-annotations="*"', 'odata.include-annotations="*", odata.maxpagesize=2'],
	["return=minimal", undefined],
];

describe("Preference-Applied", () => {
	for (const [prefer, expected] of applied) {
		it(`is ${expected} for ${prefer}`, () => {
			const sandbox = smallOffice();
			const { headers } = sandbox.answer("GET", "accounts?$select=name", { headers: { prefer } });
			assert.equal(headers.get("preference-applied"), expected);
			sandbox.close();
		});
	}
});

describe("A $skiptoken", () => {
	let sandbox: SandboxInMemory;
	before(() => {
		sandbox = smallOffice();
	});
	after(() => {
		sandbox.close();
	});
	for (const [what, change] of tampered) {
		it(`is refused with ${what}`, () => {
			const first = pageAt(sandbox, "accounts?$orderby=name", "odata.maxpagesize=1");
			const link = first["@odata.nextLink"]?.replace("http://localhost", "") ?? "";
			assert.notEqual(change(link), link);
			const { status, code } = sandbox.refused("GET", change(link));
			assert.deepEqual([status, code], [400, "0x80040201"]);
		});
	}
});
