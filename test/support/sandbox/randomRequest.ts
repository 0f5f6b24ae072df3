/** Requests that nobody would send on purpose: pieces of real ones, put together at random and damaged. */
import type { Fuzz } from "../fuzz.ts";

export interface RandomRequest {
	readonly method: string;
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string;
}

/** A record of each of these tables with this id is there. */
export const knownId = "aaaaaaaa-0000-4000-8000-000000000001";

const sets = ["accounts", "contacts", "leads", "opportunities", "tasks", "systemusers", "teams", "annotations"];

/** Columns of accounts with values that fit: in a URL, in JSON. */
const typed: readonly (readonly [string, readonly string[], readonly unknown[]])[] = [
	["name", ["'x'", "'Sentinel'", "'%'", "null"], ["x", "Ä€😀", ""]],
	["accountid", [knownId], [knownId, "bbbbbbbb-0000-4000-8000-000000000002"]],
	["revenue", ["1", "1.5", "-1"], [1, 1000.25, null]],
	["createdon", ["2026-01-01T00:00:00Z", "2026-01-01"], ["2026-01-01T00:00:00Z"]],
	["statecode", ["0", "1"], [0, 1]],
	["_ownerid_value", [knownId], [null]],
	["_primarycontactid_value", [knownId, "null"], [null]],
	["numberofemployees", ["1", "5000"], [7, null]],
	["donotemail", ["true", "false"], [true, false]],
	["versionnumber", ["1000000"], [1]],
	["description", ["'x'"], ["x".repeat(1500), null]],
	["industrycode", ["1", "null"], [1, 999, null]],
	["websiteurl", ["'x'"], ["https://example.com"]],
];
const columns = [...typed.map(([name]) => name), "fullname", "lastname", "subject"];
const navigation = [
	"primarycontactid",
	"contact_customer_accounts",
	"parentcustomerid_account",
	"Account_Tasks",
	"ownerid",
	"owninguser",
	"teammembership_association",
	"accountleads_association",
];
const literals = [
	"1",
	"-1",
	"0",
	"1.5",
	"1e300",
	"NaN",
	"INF",
	"null",
	"true",
	"'x'",
	"'it''s'",
	"''",
	"2026-01-01",
	"2026-01-01T00:00:00Z",
	"2026-13-45",
	knownId,
	"12345678901234567890",
	"duration'P1D'",
	"binary'AA'",
	"@p1",
	"'%'",
	"'[a-'",
	"'Ä€😀'",
];
const operators = ["eq", "ne", "gt", "ge", "lt", "le", "has", "in", "add", "mod"];
const functions = ["contains", "startswith", "endswith", "tolower", "length", "year", "now", "concat", "substring"];
const queryFunctions = [
	"LastXDays(PropertyName='createdon',PropertyValue=7)",
	"In(PropertyName='name',PropertyValues=['a','b'])",
	"Between(PropertyName='revenue',PropertyValues=[1,2])",
	"EqualUserId(PropertyName='ownerid')",
	"Today(PropertyName='name')",
	"Above(PropertyName='accountid',PropertyValue='x')",
	"Nothing()",
	"ContainValues(PropertyName='name',PropertyValues=['1'])",
];
const others = [
	"WhoAmI",
	"WhoAmI()",
	"RetrieveVersion()",
	"RetrieveTotalRecordCount(EntityNames=['account'])",
	"EntityDefinitions",
	"EntityDefinitions(LogicalName='account')",
	"EntityDefinitions(LogicalName='account')/Attributes(LogicalName='name')",
	"GlobalOptionSetDefinitions(Name='x')",
	"RelationshipDefinitions",
	"$entity",
	"$all",
	"$crossjoin(accounts,contacts)",
	"$batch",
	"Nothing",
	"accounts/Microsoft.Dynamics.CRM.CreateMultiple",
	"accounts/Microsoft.Dynamics.CRM.account",
	"WinOpportunity",
	"",
];
const systemSegments = ["$count", "$ref", "$value", "$links", "$metadata", "$it"];
const headerNames = [
	"prefer",
	"if-match",
	"if-none-match",
	"content-type",
	"accept",
	"mscrmcallerid",
	"callerobjectid",
	"odata-version",
	"content-id",
	"mscrm.suppressduplicatedetection",
];
const headerValues = [
	"*",
	'W/"1"',
	'"',
	"null",
	"",
	"odata.maxpagesize=1",
	'odata.include-annotations="*"',
	"return=representation",
	"odata.continue-on-error",
	"application/json",
	"text/plain",
	knownId,
	"multipart/mixed; boundary=b",
	"x".repeat(5000),
	',;="\\',
];

/** What would end a statement, a string, a name or a comment, were any of it put into SQL. */
export const injections = [
	"'; DROP TABLE account; --",
	'"; DROP TABLE account; --',
	"') OR 1=1 --",
	"1 OR 1=1",
	'x" UNION SELECT * FROM sqlite_master --',
	"`",
	"]",
	"\\",
	"\u0000",
	"?1",
	":name",
	"$1",
	"@p",
	"/*",
	"*/",
	"' || (SELECT name FROM sqlite_master) || '",
	"%' ESCAPE '\\",
	"name); DELETE FROM account; --",
	"sandbox$version",
	'account" WHERE 1=1; --',
] as const;

export function randomRequest(chance: Fuzz): RandomRequest {
	const odd = chance.below(20) === 0;
	const method = odd
		? chance.pick(["HEAD", "MERGE", "get", "OPTIONS"])
		: chance.pick(["GET", "GET", "GET", "POST", "PATCH", "PUT", "DELETE"]);
	const headers: Record<string, string> = {};
	if (chance.below(3) === 0) headers.prefer = chance.pick(headerValues);
	if (chance.below(6) === 0) headers[chance.pick(headerNames)] = chance.pick(headerValues);
	const hasBody = method !== "GET" && method !== "DELETE" && chance.below(8) > 0;
	if (hasBody && chance.below(15) > 0) headers["content-type"] = "application/json";
	const path = damaged(
		chance,
		method === "GET" || odd ? pathOf(chance) + queryOf(chance) : writtenPath(chance, method),
	);
	const body = method === "PUT" && chance.below(2) === 0 ? { value: valueOf(chance, 1) } : bodyOf(chance, 3);
	return { method, path, headers, ...(hasBody && { body: damaged(chance, JSON.stringify(body)) }) };
}

/** Where such a method may lead to something. */
function writtenPath(chance: Fuzz, method: string): string {
	if (chance.below(6) === 0) return pathOf(chance) + queryOf(chance);
	const set = chance.pick(["accounts", "accounts", "contacts", "leads"]);
	if (method === "POST") return set + (chance.below(4) === 0 ? "?$select=name" : "");
	const record = `${set}(${chance.below(3) === 0 ? keyOf(chance) : knownId})`;
	if (method === "PATCH") return record;
	const parts = [
		"",
		`/${chance.pick(columns)}`,
		`/${chance.pick(navigation)}/$ref`,
		`/${chance.pick(navigation)}(${knownId})/$ref`,
	];
	return record + chance.pick(parts);
}

function pathOf(chance: Fuzz): string {
	if (chance.below(6) === 0) return chance.pick(others);
	let path = chance.pick(chance.below(2) === 0 ? ["accounts", "contacts"] : sets);
	const isRecord = chance.below(3) === 0;
	if (isRecord) path += `(${keyOf(chance)})`;
	for (let count = isRecord || chance.below(5) === 0 ? chance.below(3) : 0; count > 0; count--) {
		path += `/${chance.pick(chance.pick([columns, navigation, navigation, systemSegments]))}`;
		if (chance.below(6) === 0) path += `(${keyOf(chance)})`;
	}
	return path;
}

function keyOf(chance: Fuzz): string {
	if (chance.below(4) > 0) return knownId;
	if (chance.below(3) === 0) return "accountnumber='x'";
	if (chance.below(3) === 0) return `${chance.pick(columns)}=${literalOf(chance)}`;
	return literalOf(chance);
}

const literalOf = (chance: Fuzz): string =>
	chance.below(4) === 0 ? stringOf(chance.pick(injections)) : chance.pick(literals);

const stringOf = (text: string): string => `'${encodeURIComponent(text.replaceAll("'", "''"))}'`;

/** A column and a value that mostly fits it. */
function comparisonOf(chance: Fuzz): string {
	const [name, values] = chance.pick(typed);
	const operator = chance.pick(["eq", "ne", "gt", "ge", "lt", "le"]);
	return `${name} ${operator} ${chance.below(6) === 0 ? literalOf(chance) : chance.pick(values)}`;
}

function queryOf(chance: Fuzz): string {
	const options = [
		...new Map(
			Array.from({ length: chance.below(4) }, () => optionOf(chance, 2)).map((option) => [
				option.split("=")[0],
				option,
			]),
		).values(),
	];
	return options.length === 0 ? "" : `?${options.join(chance.below(20) === 0 ? ";" : "&")}`;
}

function optionOf(chance: Fuzz, depth: number): string {
	const list = (item: () => string): string => Array.from({ length: 1 + chance.below(3) }, item).join(",");
	switch (chance.below(12)) {
		case 0:
			return `$select=${list(() => (chance.below(8) === 0 ? chance.pick([...navigation, ...injections]) : chance.pick(columns)))}`;
		case 1:
		case 2:
		case 3:
			return `$filter=${expressionOf(chance, depth + 1)}`;
		case 4:
			return `$orderby=${list(() => `${chance.pick(columns)}${chance.pick(["", "", " asc", " desc", " up"])}`)}`;
		case 5:
		case 6:
			return `$expand=${list(() => expandOf(chance, depth))}`;
		case 7:
			return `$top=${chance.below(3) === 0 ? literalOf(chance) : chance.below(10)}`;
		case 8:
			return `$count=${chance.pick(["true", "true", "false", "maybe"])}`;
		case 9:
			return `${chance.pick(["$skip", "$search", "$format", "$compute", "$apply", "fetchXml", "savedQuery", "$skiptoken", "$nothing", "@p1", "x"])}=${literalOf(chance)}`;
		case 10:
			return `$skiptoken=${encodeURIComponent(chance.pick(injections))}`;
		default:
			return `$filter=${chance.below(3) === 0 ? chance.pick(injections) : comparisonOf(chance)}`;
	}
}

function expandOf(chance: Fuzz, depth: number): string {
	const name = chance.pick(navigation);
	if (depth === 0 || chance.below(2) === 0) return name;
	return `${name}(${Array.from({ length: 1 + chance.below(2) }, () => optionOf(chance, depth - 1)).join(";")})`;
}

function expressionOf(chance: Fuzz, depth: number): string {
	const operand = (): string =>
		chance.pick([
			() => chance.pick(columns),
			() => literalOf(chance),
			() => `${chance.pick(navigation)}/${chance.pick(columns)}`,
		])();
	if (chance.below(3) > 0) return depth === 0 || chance.below(2) === 0 ? comparisonOf(chance) : wrapped(chance, depth);
	switch (depth === 0 ? 0 : chance.below(7)) {
		case 1:
			return `${expressionOf(chance, depth - 1)} ${chance.pick(["and", "or"])} ${expressionOf(chance, depth - 1)}`;
		case 2:
			return `not (${expressionOf(chance, depth - 1)})`;
		case 3:
			return `${chance.pick(functions)}(${operand()},${operand()})`;
		case 4:
			return `${chance.pick(navigation)}/${chance.pick(["any", "all"])}(x:x/${expressionOf(chance, depth - 1)})`;
		case 5:
			return `Microsoft.Dynamics.CRM.${chance.pick(queryFunctions)}`;
		case 6:
			return `(${expressionOf(chance, depth - 1)})`;
		default:
			return `${operand()} ${chance.pick(operators)} ${operand()}`;
	}
}

/** A well-formed expression around others. */
function wrapped(chance: Fuzz, depth: number): string {
	const inner = (): string => expressionOf(chance, depth - 1);
	const text = stringOf(chance.pick(["x", "%", "[a-c]_%", "é", ...injections]));
	return chance.pick([
		() => `${inner()} and ${inner()}`,
		() => `(${inner()} or ${inner()})`,
		() => `not (${inner()})`,
		() =>
			`${chance.pick(["contains", "startswith", "endswith"])}(${chance.pick(["name", "description", "primarycontactid/fullname"])},${text})`,
		() => `contact_customer_accounts/any(x:x/lastname eq ${text})`,
		() => `contact_customer_accounts/all(x:x/account_primary_contact/any(y:y/name eq ${text}))`,
		() => `Microsoft.Dynamics.CRM.${chance.pick(queryFunctions)}`,
		() => `primarycontactid/lastname eq ${text}`,
		() => "name eq description",
	])();
}

function bodyOf(chance: Fuzz, depth: number): unknown {
	if (depth > 0 && chance.below(12) === 0) return [bodyOf(chance, depth - 1)];
	const body: Record<string, unknown> = {};
	for (let count = chance.below(4); count > 0; count--) {
		const [column, , values] = chance.pick(typed);
		if (chance.below(4) > 0) {
			body[column] = chance.pick(values);
			continue;
		}
		const name = chance.pick(
			chance.pick([
				columns,
				navigation,
				injections,
				["Targets", "value", "@odata.id", "@odata.type", "__proto__", "constructor"],
			]),
		);
		const suffix = chance.pick(["", "", "", "@odata.bind", "@odata.type", "@x.y"]);
		body[name + suffix] = valueOf(chance, depth);
	}
	return body;
}

function valueOf(chance: Fuzz, depth: number): unknown {
	const simple = [
		null,
		true,
		1,
		-1.5,
		1e300,
		9007199254740993,
		"",
		"x",
		"2026-01-01",
		knownId,
		`/accounts(${knownId})`,
		`contacts(${knownId})`,
		"$1",
		"x".repeat(3000),
		[],
		[1],
		"1,2",
		"\ud800",
	];
	if (depth > 0 && chance.below(5) === 0) return bodyOf(chance, depth - 1);
	return chance.below(4) === 0 ? chance.pick(injections) : chance.pick(simple);
}

/** Mostly as it is; else with a piece cut out, doubled, or a character put in. */
function damaged(chance: Fuzz, text: string): string {
	if (chance.below(8) > 0) return text;
	const at = chance.below(text.length + 1);
	const end = at + chance.below(8);
	switch (chance.below(4)) {
		case 0:
			return text.slice(0, at) + text.slice(end);
		case 1:
			return text.slice(0, end) + text.slice(at);
		case 2:
			return (
				text.slice(0, at) +
				chance.pick([
					"'",
					'"',
					"(",
					")",
					"/",
					"%",
					"%zz",
					"%00",
					"%27",
					"&",
					";",
					",",
					"$",
					"@",
					"\\",
					" ",
					"+",
					"#",
					"é",
					"\ud83d",
				]) +
				text.slice(at)
			);
		default:
			return text.slice(0, at) + chance.pick(injections) + text.slice(at);
	}
}
