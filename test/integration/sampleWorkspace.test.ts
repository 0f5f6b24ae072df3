/** What the sample workspace shows to who tries hover for the first time, with the schema that ships. */
import { equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { mentionAt } from "../../src/core/mentions/mentionAt.ts";
import { SchemaNames } from "../../src/core/mentions/schemaNames.ts";
import { openBundleFile } from "../../src/disk/openBundle.ts";
import { projectFolder } from "../support/sharedFolder.ts";

const opened = openBundleFile(join(projectFolder, "media", "schema", "schema.dvs"));
const names = opened.ok ? new SchemaNames(opened.catalog) : undefined;

/** File, its language, a line of it with `|` before the word, and what hover finds there. */
const words: readonly (readonly [string, string, string, string])[] = [
	["src/openCases.ts", "typescript", '"$select=|ticketnumber,title', "column incident ticketnumber"],
	["src/openCases.ts", "typescript", "v9.2/|contacts(", "entitySet contact contacts"],
	[
		"src/openCases.ts",
		"typescript",
		"$expand=|parentcustomerid_account(",
		"navigationProperty contact parentcustomerid_account",
	],
	["src/openCases.ts", "typescript", "eq |192350006 and", "option msdyn_sessionevent 192350006"],
	["src/openCases.ts", "typescript", "\t|title: string;", "nothing"],
	["src/openCases.ts", "typescript", "cases of one |account through", "nothing"],
	["plugins/CaseEscalation.cs", "csharp", 'change["|isescalated"]', "column incident isescalated"],
	["plugins/CaseEscalation.cs", "csharp", 'ColumnSet("|name"', "column account name"],
	["plugins/CaseEscalation.cs", "csharp", "var |account =", "nothing"],
	["scripts/session_report.py", "python", '"|msdyn_sessionevents"', "entitySet msdyn_sessionevent msdyn_sessionevents"],
	["scripts/Export-Accounts.ps1", "powershell", ",|revenue,", "column account revenue"],
	["scripts/Export-Accounts.ps1", "powershell", "-Fields |fullname", "column contact fullname"],
	["queries/openCasesByCustomer.xml", "xml", '<attribute name="|emailaddress1"', "column contact emailaddress1"],
	["queries/openCasesByCustomer.xml", "xml", '<attribute name="|industrycode"', "column account industrycode"],
	["queries/sessionsByType.sql", "sql", "i.|ticketnumber", "column incident ticketnumber"],
	["data/newAccount.json", "json", '"|accountcategorycode"', "column account accountcategorycode"],
	["data/newAccount.json", "json", '"|firstname"', "column contact firstname"],
];

describe("the sample workspace", () => {
	after(() => {
		if (opened.ok) opened.close();
	});

	for (const [file, language, marked, expected] of words) {
		it(`${file}: ${marked.trim()} is ${expected}`, () => {
			ok(names, "the bundle cannot be read");
			const text = readFileSync(join(projectFolder, "test", "fixtures", "sampleWorkspace", file), "utf8");
			const start = text.indexOf(marked.replace("|", ""));
			ok(start >= 0, "the line is not in the file");
			const found = mentionAt(text, start + marked.indexOf("|") + 1, language, names, "context");
			equal(found === undefined ? "nothing" : `${found.kind} ${found.table ?? "?"} ${found.name}`, expected);
		});
	}
});
