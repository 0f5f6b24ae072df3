/** From the text of a URL to SQL: what the sandbox does before SQLite begins. */
import { parseRequest } from "../../src/core/odata/parse.ts";
import { translateFilter } from "../../src/sandbox/query/translateFilter.ts";
import { translateOrderBy } from "../../src/sandbox/query/translateOrderBy.ts";
import { queryRig } from "../support/sandbox/queryRig.ts";
import { atMost, type BenchResult } from "./benchRow.ts";
import { lookAtAll, median, takeTurns } from "./measure.ts";

const urlCount = 1_000;
const urlLength = 220;

const conditions = [
	"statecode eq 0",
	"revenue gt 100000.5",
	"contains(name,'contoso')",
	"createdon ge 2025-01-01T00:00:00Z",
	"primarycontactid/fullname eq 'Susanna Stubberod'",
	"(industrycode eq 1 or industrycode eq 7)",
	"_ownerid_value eq 5a4d0b0c-7573-4a06-8000-000000000001",
	"Account_Tasks/any(t:t/statecode eq 0)",
	"not startswith(name,'A')",
	"accountnumber ne null",
	"Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue=30)",
	"numberofemployees le 500",
];
const orders = ["name", "revenue desc,name", "createdon desc", "_primarycontactid_value"];

export function benchSandboxQuery(): Promise<BenchResult> {
	const urls = Array.from({ length: urlCount }, (_, number) => url(number));
	const rig = queryRig();
	const table = rig.schema.table("account");
	if (table === undefined) throw new Error("the schema has accounts");
	const context = rig.context("accounts", "");
	const translate = (text: string): number => {
		const uri = parseRequest(text);
		const scope = { context: { ...context, uri }, table, alias: "t", parameterAliases: "known" } as const;
		let length = 0;
		for (const option of uri.options) {
			if (option.kind === "filter") length += translateFilter(option.expression, scope).sql.length;
			if (option.kind === "orderby") length += translateOrderBy(option.items, scope).sql.length;
		}
		return length;
	};
	const all = (each: (text: string) => number): number => urls.reduce((sum, text) => sum + each(text), 0);
	const times = takeTurns({ ours: () => all(translate), limit: () => all(lookAtAll) }, 40);
	rig.close();
	const ours = median(times.ours);
	return Promise.resolve({
		rows: [
			{
				what: `${urlCount.toLocaleString("en")} sandbox URLs of ${urlLength} characters to SQL`,
				unit: "ms",
				ours,
				limit: { name: "one look at each character", value: median(times.limit) },
				promise: atMost(ours, 50, "ms"),
			},
		],
		notices: [],
	});
}

/** As many conditions as there is room for, each URL beginning with another one; a longer choice of columns fills it. */
function url(number: number): string {
	const start = "accounts?$select=name";
	const end = `&$orderby=${orders[number % orders.length] ?? ""}&$top=50`;
	let filter = conditions[number % conditions.length] ?? "";
	for (let step = 1; step < conditions.length; step += 1) {
		const next = `${filter} and ${conditions[(number + step * 5) % conditions.length] ?? ""}`;
		if (encoded(`${start}&$filter=${next}${end}`).length > urlLength) break;
		filter = next;
	}
	const text = encoded(`${start}&$filter=${filter}${end}`);
	return text.replace(
		"name&",
		`name,${"revenue,".repeat(Math.max(0, Math.floor((urlLength - text.length) / 8)))}createdon&`,
	);
}

function encoded(text: string): string {
	return text.replaceAll(" ", "%20");
}
