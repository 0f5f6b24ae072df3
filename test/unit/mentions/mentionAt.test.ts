import { equal } from "node:assert/strict";
import { foundAt, mentionTable } from "../../support/mentionTable.ts";

const api = "`/api/data/v9.2/";

mentionTable("a request in a string", [
	["typescript", `fetch(${api}acc|ounts?$select=name\`)`, "entitySet accounts of account"],
	["typescript", `fetch(${api}accounts?$select=na|me\`)`, "column name of account"],
	["typescript", `fetch(${api}accounts?$select=title|s\`)`, "none"],
	["typescript", `fetch(${api}accounts(\${id})/primarycontact|id\`)`, "navigationProperty primarycontactid of account"],
	["typescript", `fetch(${api}accounts(\${id})/primarycontactid/full|name\`)`, "column fullname of contact"],
	["typescript", `fetch(${api}accounts(account|number='A1')\`)`, "column accountnumber of account"],
	["typescript", `fetch(${api}accounts(accountnumber='na|me')\`)`, "none"],
	["typescript", `fetch(${api}accounts(1)/contact_customer_accounts/$r|ef\`)`, "none"],
	["typescript", `fetch(${api}accounts/Microsoft.Dynamics.CRM.con|tact\`)`, "table contact of contact"],
	[
		"typescript",
		`fetch(${api}accounts/Microsoft.Dynamics.CRM.contact?$select=full|name\`)`,
		"column fullname of contact",
	],
	[
		"typescript",
		`fetch(${api}EntityDefinitions(LogicalName='acc|ount')/Attributes(LogicalName='name')\`)`,
		"table account of account",
	],
	[
		"typescript",
		`fetch(${api}EntityDefinitions(LogicalName='account')/Attributes(LogicalName='na|me')\`)`,
		"column name of account",
	],
	["typescript", `fetch(${api}EntityDefinitions(LogicalName='tit|le')\`)`, "none"],
	["typescript", `fetch(${api}accounts?$orderby=createdon desc,na|me\`)`, "column name of account"],
	["typescript", `fetch(${api}accounts?$filter=contains(na|me,'x')\`)`, "column name of account"],
	["typescript", `fetch(${api}accounts?$filter=name eq 'na|me'\`)`, "none"],
	["typescript", `fetch(${api}accounts?$filter=primarycontactid/full|name eq 'x'\`)`, "column fullname of contact"],
	[
		"typescript",
		`fetch(${api}accounts?$filter=primarycontact|id/fullname eq 'x'\`)`,
		"navigationProperty primarycontactid of account",
	],
	["typescript", `fetch(${api}accounts?$filter=unknown/full|name eq 'x'\`)`, "none"],
	[
		"typescript",
		`fetch(${api}accounts?$filter=contact_customer_accounts/any(c:c/last|name eq 'x')\`)`,
		"column lastname of contact",
	],
	["typescript", `fetch(${api}accounts?$filter=statecode eq |1\`)`, "option 1 of account.statecode"],
	["typescript", `fetch(${api}accounts?$filter=industrycode in (1,|5)\`)`, "option 5 of account.industrycode"],
	["typescript", `fetch(${api}accounts?$filter=name eq |1\`)`, "none"],
	["typescript", `fetch(${api}accounts?$top=|1\`)`, "none"],
	["typescript", `fetch(${api}accounts?$apply=aggregate(creditlimit with sum as na|me)\`)`, "none"],
	[
		"typescript",
		`fetch(${api}accounts?$expand=primarycontactid($select=last|name;$top=1)\`)`,
		"column lastname of contact",
	],
	["typescript", `fetch(${api}accounts?$expand=primarycontactid($sel|ect=lastname)\`)`, "none"],
	["typescript", `fetch(${api}accounts?$expand=primarycontactid last|name\`)`, "none"],
	["typescript", `fetch(${api}accounts?$expand= ,na|me\`)`, "none"],
	["typescript", `fetch(${api}accounts?na|me\`)`, "none"],
	["typescript", `fetch("https://api.example.org/accounts?$select=na|me")`, "none"],
	["typescript", `get(root + "/accounts?$select=name,acc|ountnumber")`, "column accountnumber of account"],
	["typescript", `get(root + "/accounts?$select=name,other,acc|ountnumber")`, "none"],
	["typescript", `get(root + "/accounts?$filter=statecode eq |0")`, "option 0 of account.statecode"],
	["typescript", `get("?$select=na|me")`, "none"],
	["typescript", `get("?$select=msdyn_rea|son")`, "column msdyn_reason of ?"],
	["typescript", `// Dataverse\nget("?$expand=primarycontact|id")`, "navigationProperty primarycontactid of account"],
	["typescript", `// Dataverse\nget("?$expand=tit|le")`, "none"],
	["typescript", `// Dataverse\nget("?$select=accountnum|ber")`, "column accountnumber of account"],
	["csharp", `var x = $@"/api/data/v9.2/accounts({id})?$select=""na|me";`, "none"],
	["plaintext", "GET https://x/api/data/v9.2/accounts\n  ?$select=na|me\n  &$top=1", "column name of account"],
]);

mentionTable("FetchXML and solution files", [
	["xml", `<fetch><entity name="acc|ount"/></fetch>`, "table account of account"],
	["xml", `<fetch><entity name="account"><attribute name="na|me"/></entity></fetch>`, "column name of account"],
	["xml", `<fetch><entity name="account"><all-attributes na|me="x"/></entity></fetch>`, "none"],
	["xml", `<fetch><entity name="tit|le"/></fetch>`, "none"],
	[
		"xml",
		`<fetch><entity name="account"><order entityname="contact" attribute="last|name"/></entity></fetch>`,
		"column lastname of contact",
	],
	[
		"xml",
		`<fetch><entity name="account"><condition attribute="name" valueof="accountnum|ber"/></entity></fetch>`,
		"column accountnumber of account",
	],
	["xml", `<fetch><entity name="account"><condition operator="eq" value="|1"/></entity></fetch>`, "none"],
	["xml", `<fetch><entity name="account"><condition attribute="statecode" value="|9"/></entity></fetch>`, "none"],
	[
		"xml",
		`<fetch><entity name="account"><condition attribute="statecode"><value>|1</value></condition></entity></fetch>`,
		"option 1 of account.statecode",
	],
	["xml", `<fetch><value>|1</value></fetch>`, "none"],
	["xml", `<fetch><!-- na|me --></fetch>`, "none"],
	["xml", `<fetch><!-- na|me`, "none"],
	["xml", `<a><![CDATA[<fetch><entity name="acc|ount"/></fetch>]]></a>`, "table account of account"],
	["xml", `</x><fetch></y><entity name="acc|ount"`, "table account of account"],
	["xml", `<form><control datafieldname="creditlim|it"/></form>`, "column creditlimit of account"],
	["xml", `<row name="result" id="account|id"/>`, "column accountid of account"],
	["xml", `<row name="other" id="account|id"/>`, "none"],
	["xml", `<row name="result" id="x"><cell name="na|me"/></row>`, "none"],
	["xml", `<RootComponent type="2" schemaName="acc|ount"/>`, "none"],
	["xml", `<EntityRelationship Name="tit|le"/>`, "none"],
	[
		"xml",
		`<Entity><Name>Account</Name><attributes><attribute PhysicalName="CreditLim|it"/></attributes></Entity>`,
		"column creditlimit of account",
	],
	["xml", `<attribute PhysicalName="CreditLim|it"/>`, "none"],
	["xml", `<EntityInfo><entity Name="Acc|ount"/></EntityInfo>`, "table account of account"],
	["xml", `<ReferencingEntityName>Acc|ount</ReferencingEntityName>`, "table account of account"],
	[
		"xml",
		`<R><ReferencingEntityName>account</ReferencingEntityName><ReferencingAttributeName>Primarycontact|id</ReferencingAttributeName></R>`,
		"column primarycontactid of account",
	],
	[
		"xml",
		`<entities><entity name="account" displayname="A"><fields><field name="na|me"/></fields></entity></entities>`,
		"column name of account",
	],
	["xml", `<entities><entity name="acc|ount"><fields/></entity></entities>`, "none"],
	["xml", `<a href="x?id=1&amp;y=msdyn_rea|son"/>`, "column msdyn_reason of ?"],
	["xml", `<a href="/api/data/v9.2/accounts?$select=na|me"/>`, "column name of account"],
	["xml", `<a msdyn_rea|son="1"/>`, "none"],
	["html", `<p>msdyn_rea|son</p>`, "column msdyn_reason of ?"],
	["html", `<script>Xrm.WebApi.createRecord("acc|ount", {})`, "table account of account"],
	["typescript", 'const x = "<attribute name=\\"creditlim|it\\" />";', "column creditlimit of account"],
	[
		"typescript",
		'const x = ["<entity name=\'account\'>", "<attribute name=\'creditlim|it\' />"].join("")',
		"column creditlimit of account",
	],
]);

mentionTable("SQL", [
	["sql", "SELECT na|me FROM account WHERE statecode = 0", "column name of account"],
	["sql", "SELECT [a].[na|me] FROM [dbo].[account] AS [a] WHERE [a].[statecode] = 0", "column name of account"],
	["sql", "SELECT na|me FROM account WHERE name = 'x'", "none"],
	["sql", "SELECT msdyn_na|me FROM msdyn_session", "column msdyn_name of msdyn_session"],
	["sql", "SELECT primarycontactidname|, createdon FROM account", "column primarycontactid of account"],
	["sql", "SELECT 1; SELECT createdon FROM acc|ount; SELECT 2", "table account of account"],
	["sql", "DELETE a FROM account a WHERE a.createdon < '2020-01-01' AND a.na|me = 'x'", "column name of account"],
	["sql", "SELECT createdon FROM account WHERE statecode NOT IN (0, |1)", "option 1 of account.statecode"],
	["sql", "SELECT createdon FROM account WHERE unknown = |1", "none"],
	["sql", "SELECT createdon, |1 FROM account", "none"],
	["sql", "SELECT createdon FROM account, orders JOIN other o ON o.na|me = 1", "none"],
	["sql", "-- createdon na|me\nSELECT createdon FROM account", "none"],
	["sql", "SELECT createdon FROM account WHERE x.na|me = 1", "none"],
	["sql", "SELECT 'na|me', createdon FROM account", "none"],
	["csharp", `new SqlCommand("SELECT createdon, na|me FROM account", c)`, "column name of account"],
	["plaintext", "SELECT createdon, na|me FROM account", "column name of account"],
]);

mentionTable("PowerShell", [
	["powershell", "Get-CrmRecords -EntityLogicalName acc|ount", "table account of account"],
	["powershell", "Get-CrmRecords -EntityLogicalName acc|ounts", "entitySet accounts of account"],
	["powershell", "Get-CrmRecords -EntityLogicalName account -Fields na|me", "column name of account"],
	["powershell", "Get-CrmRecords -EntityLogicalName account -Out na|me", "none"],
	["powershell", "Get-Thing -Table acc|ount", "none"],
	["powershell", "Get-CrmRecords -Fields na|me; Get-CrmRecords -EntityLogicalName account", "none"],
	[
		"powershell",
		"Set-CrmRecord -EntityLogicalName account -Fields @{ statecode = |1 }",
		"option 1 of account.statecode",
	],
	["powershell", "Set-CrmRecord -EntityLogicalName account -Timeout |1", "none"],
	["powershell", "<# na|me #>", "none"],
	["powershell", "'it''s msdyn_rea|son'", "column msdyn_reason of ?"],
	["powershell", '"$(msdyn_rea|son)"', "column msdyn_reason of ?"],
]);

mentionTable("JSON and YAML", [
	["json", `{ "@odata.type": "#Microsoft.Dynamics.CRM.acc|ount" }`, "table account of account"],
	["json", `{ "@odata.type": "Microsoft.Dynamics.CRM.tit|le" }`, "none"],
	["json", `{ "@odata.context": "x/$metadata#accounts(name)/$entity", "na|me": 1 }`, "column name of account"],
	[
		"json",
		`{ "contactid": 1, "parentcustomerid_acc|ount@odata.bind": "/accounts(1)" }`,
		"navigationProperty parentcustomerid_account of contact",
	],
	["json", `{ "na|me": 1 }`, "none"],
	["yaml", "# dataverse\ntable: acc|ount", "table account of account"],
	["yaml", "# dataverse\ntable: acc|ounts", "entitySet accounts of account"],
	["yaml", "# dataverse\ntable: tit|le", "none"],
	["yaml", "# dataverse\ntable: account\ncolumns:\n  - na|me", "column name of account"],
	["yaml", "# dataverse\ntable: account\ncolumns: [na|me, x]", "column name of account"],
	["yaml", "# dataverse\ntable: account\nselect: na|me", "column name of account"],
	["yaml", "# dataverse\ntable: account\nrecord:\n  na|me: x", "column name of account"],
	["yaml", "# dataverse\ntable: account\nrecord:\n  statecode: |1", "option 1 of account.statecode"],
	["yaml", "# dataverse\ntable: account\nrecord:\n  name: x\n  other: na|me", "none"],
	["yaml", "# dataverse\ntable: account\nx:\n- na|me", "none"],
	["yaml", "# na|me", "none"],
	["yaml", "table: account\nna|me: x", "none"],
]);

mentionTable("prose", [
	["markdown", "~~~js\nXrm.WebApi.createRecord('acc|ount')\n~~~", "table account of account"],
	["markdown", "```\n/api/data/v9.2/accounts?$select=na|me\n```\n", "column name of account"],
	["markdown", "```ts\nx\n```\nna|me", "none"],
	["markdown", "see `/api/data/v9.2/acc|ounts` there", "entitySet accounts of account"],
	["markdown", "see `<attribute name='creditlim|it'/>` there", "column creditlimit of account"],
	["markdown", "`a` na|me `b`", "none"],
	["plaintext", "<fetch><entity name='acc|ount'/></fetch>", "table account of account"],
	["typescript", "// GET /api/data/v9.2/accounts?$select=na|me", "column name of account"],
	["typescript", "/* msdyn_rea|son */", "column msdyn_reason of ?"],
	["typescript", "/* _primarycontactid|_value", "column primarycontactid of account"],
]);

describe("what is no name", () => {
	const rows: readonly (readonly [string, string])[] = [
		["typescript", "| "],
		["typescript", "x |+ y"],
		["typescript", `"${"a".repeat(200)}|"`],
		["typescript", "12345678901234|5"],
		["typescript", "}})] |1"],
		["typescript", "`${`${na|me`"],
		["python", 'f"{{na|me}}"'],
		["csharp", '"""na|me'],
	];
	for (const [language, marked] of rows) {
		it(`${language}: ${marked.slice(0, 40)}`, () => {
			equal(foundAt(language, marked), "none");
		});
	}
});

describe("the modes", () => {
	const always = (marked: string): string => foundAt("typescript", marked, "always");
	it("context stays quiet over a bare string", () => {
		equal(foundAt("typescript", '"accountnum|ber"'), "none");
	});
	it("always answers an exact name in a string", () => {
		equal(always('"acc|ount"'), "table account of account");
		equal(always('"accountnum|ber"'), "column accountnumber of account");
		equal(always('"acc|ounts"'), "entitySet accounts of account");
	});
	it("always answers a name with an underscore anywhere", () => {
		equal(always("let shared_col|umn"), "column shared_column of ?");
		equal(always("// shared_col|umn"), "column shared_column of ?");
	});
	it("always stays quiet over a bare word and over a part of a sentence", () => {
		equal(always("let acc|ount"), "none");
		equal(always('"my acc|ount is"'), "none");
	});
	it("off never answers", () => {
		equal(foundAt("typescript", `fetch(${api}acc|ounts\`)`, "off"), "none");
	});
});

describe("a long document", () => {
	const line = "const value = compute(1, 2);\n";
	it("is read by a window: what is far away does not count", () => {
		const far = `var a = new Entity("account");\n${line.repeat(2000)}a["creditlim|it"];`;
		equal(foundAt("typescript", far), "none");
	});
	it("still knows from its head that it speaks of Dataverse", () => {
		const text = `import "dynamics-web-api";\n${line.repeat(2000)}x({ collection: "acc|ounts" });${line.repeat(2000)}`;
		equal(foundAt("typescript", text), "entitySet accounts of account");
	});
});
