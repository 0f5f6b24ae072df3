/** Hover in a long file: everything but VS Code's own part. */
import { HoverAnswers } from "../../src/features/language/hoverAnswer.ts";
import { atMost, type BenchResult, type BenchRow } from "./benchRow.ts";
import { lookAtAll, percentile, takeTurns, timed } from "./measure.ts";
import { shippedCatalog } from "./shippedBundle.ts";

const lineCount = 5_000;

/** A few lines of each language, repeated until the file is long enough. */
const pieces: Readonly<Record<string, readonly string[]>> = {
	typescript: [
		'const accounts = await Xrm.WebApi.retrieveMultipleRecords("account", "?$select=name,revenue,statecode");',
		"for (const account of accounts.entities) {",
		"\tif (account.statecode === 0) total += account.revenue ?? 0;",
		'\tformContext.getAttribute("primarycontactid").setValue(null);',
		"\t// A record's name is what people see.",
		"}",
		'const response = await fetch("/api/data/v9.2/contacts?$filter=statuscode eq 1&$orderby=createdon desc");',
	],
	csharp: [
		'var query = new QueryExpression("incident") { ColumnSet = new ColumnSet("title", "prioritycode") };',
		'query.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);',
		"foreach (var found in service.RetrieveMultiple(query).Entities)",
		"{",
		'\tvar title = found.GetAttributeValue<string>("title");',
		'\tfound["ownerid"] = new EntityReference("systemuser", owner);',
		"}",
	],
	xml: [
		'<fetch top="50"><entity name="account">',
		'<attribute name="name" /><attribute name="revenue" />',
		'<filter><condition attribute="statecode" operator="eq" value="0" /></filter>',
		'<link-entity name="contact" from="contactid" to="primarycontactid"><attribute name="emailaddress1" /></link-entity>',
		"</entity></fetch>",
	],
};

export function benchHover(): Promise<BenchResult> {
	const answers = new HoverAnswers(shippedCatalog());
	const rows: BenchRow[] = [];
	for (const [language, piece] of Object.entries(pieces)) {
		const text = Array.from({ length: lineCount }, (_, line) => piece[line % piece.length] ?? "").join("\n");
		const offsets = Array.from(text.matchAll(/\w+/g), ({ index }) => index + 1);
		const asked = Array.from({ length: 400 }, (_, number) => offsets[Math.floor((number * offsets.length) / 400)] ?? 0);
		const ours: number[] = [];
		// Once over all of them first: the first hover of a session also reads names and tables.
		for (const offset of asked) answers.answer(text, offset, language, "context");
		for (const offset of asked) ours.push(timed(() => answers.answer(text, offset, language, "context")));
		const times = takeTurns({ tokens: () => tokensOf(text).length, limit: () => lookAtAll(text) }, 40);
		const p95 = percentile(ours, 0.95);
		rows.push({
			what: `hover in ${lineCount.toLocaleString("en")} lines of ${language}, p95`,
			unit: "ms",
			ours: p95,
			alternative: { name: "a regex over the file", value: percentile(times.tokens, 0.95) },
			limit: { name: "one look at each character", value: percentile(times.limit, 0.95) },
			promise: atMost(p95, 2, "ms"),
		});
	}
	return Promise.resolve({ rows, notices: [] });
}

/** Words, strings, comments and signs: the least that a hover needs that reads the file from its start each time. */
function tokensOf(text: string): readonly string[] {
	return text.match(/\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[A-Za-z_]\w*|\d+|[^\s\w]/g) ?? [];
}
