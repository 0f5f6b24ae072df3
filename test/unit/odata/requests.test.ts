import assert from "node:assert/strict";
import { parseRequest } from "../../../src/core/odata/parse.ts";
import { optionOutline, segmentOutline } from "../../support/odataOutline.ts";

const guid = "01234567-89ab-cdef-0123-456789abcdef";

/** Well-formed requests: segments with slashes, then options, each behind a bar. */
const cases: readonly (readonly [text: string, outline: string])[] = [
	["", ""],
	["accounts", "accounts"],
	["accounts?", "accounts"],
	[`accounts(${guid})`, `accounts(guid:${guid})`],
	["accounts(accountnumber='A''1',x=2)/name/$value", "accounts(accountnumber='A'1', x=2)/name/$value"],
	["accounts%28%27a%2Fb%27%29", "accounts('a/b')"],
	["accounts(@id)?@id=1", "accounts(@id) | @id 1"],
	["accounts(1)/primarycontactid/$ref", "accounts(1)/primarycontactid/$ref"],
	["accounts/$count?$filter=a eq 1", "accounts/$count | filter (eq a 1)"],
	["contacts/Microsoft.Dynamics.CRM.contact", "contacts/q:Microsoft.Dynamics.CRM.contact"],
	["WhoAmI()", "WhoAmI()"],
	["Count(EntityNames=['account','contact'])", "Count(EntityNames=['account' 'contact'])"],
	["WhoAmI", "WhoAmI"],
	[
		"accounts(1)/Microsoft.Dynamics.CRM.Fn(a=1,b=@b)?@b='x'",
		"accounts(1)/q:Microsoft.Dynamics.CRM.Fn(a=1, b=@b) | @b 'x'",
	],
	["Employees/A1245/2001/-1/O'Neil", "Employees/A1245/text:2001/text:-1/text:O'Neil"],
	["$metadata", "$metadata"],
	["$metadata#accounts/$entity", "$metadata"],
	["$batch", "$batch"],
	["$entity/Model.A?$id=b(1)&$select=c", "$entity/q:Model.A | id b(1) | select c"],
	["$crossjoin(a,b)/$query", "$crossjoin(a, b)/$query"],
	["a/$filter(@f)/$each?@f=b gt 3", "a/$filter(@f)/$each | @f (gt b 3)"],
	[
		"a?$select=name,b/c,*,Model.*,d($top=1;$filter=e eq 1),Model.Fn(x,y)",
		"a | select name, b/c, *, Model*, d(top 1; filter (eq e 1)), q:Model.Fn(x, y)",
	],
	[
		"a?$expand=b($select=c,d;$expand=e($levels=max)),f/$ref,g/$count($filter=h),*($levels=2),i/Model.J",
		"a | expand b(select c, d; expand e(levels max)), f/$ref, g/$count(filter h), *(levels 2), i/q:Model.J",
	],
	["a?$orderby=b desc,c asc , d/e,length(f) DESC", "a | orderby b desc, c asc, d/e, length(f) desc"],
	["a?$top=5&$skip=10&$count=TRUE&$index=-1", "a | top 5 | skip 10 | count true | index -1"],
	["a?top=5&Filter=b&COUNT=false", "a | top 5 | filter b | count false"],
	["a?%24top=5", "a | top 5"],
	["a?$format=application/json;odata.metadata=full", "a | format application/json;odata.metadata=full"],
	["a?$compute=b mul 2 as c,d as e", "a | compute (mul b 2) as c, d as e"],
	["a?$skiptoken=%3Ccookie%20page=%222%22/%3E", 'a | skiptoken <cookie page="2"/>'],
	["a?fetchXml=%3Cfetch%3E&flag&x=", "a | custom fetchXml=<fetch> | custom flag | custom x="],
	["a?$apply=filter(b eq 1)/groupby((c,d/e),aggregate(f with sum as g,$count as h))", "a | apply filterBy/groupby"],
	["a?$filter=b eq 'x%26y%23z'", "a | filter (eq b 'x&y#z')"],
	["a?$filter=b eq 'x=y;z'&$top=1", "a | filter (eq b 'x=y;z') | top 1"],
];

/** Whole URLs: what is before the bar is the root. */
const roots: readonly string[] = [
	"/api/data/v9.2/|accounts",
	"/api/data/v9.2|",
	"https://org.crm4.dynamics.com/api/data/v9.2/|accounts(1)?$top=1",
	"http://127.0.0.1:8080/api/data/v9.0/|",
	"https://[::1]:80/api/data/v9.2/|WhoAmI()",
	"https://host/|Service/accounts(1)",
	"https://host/odata/svc/|$metadata",
	"https://host/odata/svc/|",
	"/|accounts",
];

describe("OData requests", () => {
	for (const [text, outline] of cases)
		it(text, () => {
			const { path, options, problems } = parseRequest(text);
			assert.deepEqual(problems, []);
			const parts = [path.segments.map(segmentOutline).join("/"), ...options.map(optionOutline)];
			assert.equal(parts.join(" | "), outline);
		});

	for (const marked of roots)
		it(`root ${marked}`, () => {
			const { root, path, problems } = parseRequest(marked.replace("|", ""));
			assert.deepEqual(problems, []);
			assert.deepEqual(root, { start: 0, end: marked.indexOf("|") });
			assert.equal(path.start, root.end);
		});
});
