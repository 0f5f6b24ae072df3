import assert from "node:assert/strict";
import { sandboxInMemory, type SandboxInMemory } from "../../support/sandbox/sandboxInMemory.ts";

const account = "EntityDefinitions(LogicalName='account')";
const crm = "Microsoft.Dynamics.CRM";

describe("What the definitions of the sandbox refuse", () => {
	let sandbox: SandboxInMemory;

	before(() => {
		sandbox = sandboxInMemory();
	});
	after(() => {
		sandbox.close();
	});

	for (const [path, status, code, text] of [
		["EntityDefinitions?$top=5", 400, "0x80060888", "The query parameter $top is not supported"],
		["EntityDefinitions?$orderby=LogicalName", 400, "0x80060888", "The query parameter $orderby is not supported"],
		["EntityDefinitions?$skip=1", 400, "0x80060888", "The query parameter $skip is not supported"],
		["EntityDefinitions?$select=logicalname", 400, "0x80060888", `named 'logicalname' on type '${crm}.EntityMetadata'`],
		["EntityDefinitions?$filter=Name eq 'a'", 400, "0x80060888", "named 'Name'"],
		["EntityDefinitions?$filter=LogicalName eq 1", 400, "0x80060888", "'Edm.String' and 'Edm.Int32'"],
		["EntityDefinitions?$filter=OwnershipType eq 'UserOwned'", 400, "0x80060888", "OwnershipTypes' and 'Edm.String'"],
		[
			`EntityDefinitions?$filter=OwnershipType eq ${crm}.OwnershipTypes'Nobody'`,
			400,
			"0x80060888",
			"not a valid enumeration type constant",
		],
		[
			"EntityDefinitions?$filter=startswith(LogicalName,'a')",
			501,
			"0x8006088a",
			'The "startswith" function isn\'t supported for Metadata Entities.',
		],
		["EntityDefinitions?$filter=contains(LogicalName,'a') eq true", 501, "0x8006088a", '"contains"'],
		["EntityDefinitions?$filter=DisplayName eq 'a'", 400, "0x80060888", "cannot be carried out"],
		["EntityDefinitions?$filter=LogicalName", 400, "0x80060888", "boolean"],
		["EntityDefinitions?$expand=Columns", 400, "0x80060888", "named 'Columns'"],
		[`${account}?$expand=Attributes($expand=OptionSet)`, 400, "0x80060888", "named 'OptionSet'"],
		[`${account}/Attributes?$expand=OptionSet`, 400, "0x80060888", "named 'OptionSet'"],
		[`${account}/Attributes?$select=LogicalName,MaxLength`, 400, "0x80060888", "named 'MaxLength'"],
		[`${account}/Attributes?$expand=OptionSet($top=1)`, 400, "0x80060888", ""],
		[`${account}?$filter=LogicalName eq 'account'`, 400, "0x80060888", "not a collection"],
		[
			"GlobalOptionSetDefinitions?$filter=Name eq 'a'",
			400,
			"0x80060888",
			"The query parameter $filter is not supported",
		],
		["RelationshipDefinitions?$filter=ReferencedEntity eq 'account'", 400, "0x80060888", "named 'ReferencedEntity'"],
		["EntityDefinitions(LogicalName='accounts')", 404, "0x80040217", "'accounts'"],
		["EntityDefinitions(00000000-0000-0000-0000-000000000001)", 404, "0x80040217", "MetadataId"],
		["EntityDefinitions('account')", 400, "0x80060888", "The key in the request URI is not valid"],
		["EntityDefinitions(SchemaName='Account')", 400, "0x80060888", "The key in the request URI is not valid"],
		["EntityDefinitions(LogicalName='account',SchemaName='Account')", 400, "0x80060888", "The key"],
		[`${account}/Attributes(LogicalName='nope')`, 404, "0x80040217", "'nope'"],
		[`${account}/Attributes(LogicalName='name')/${crm}.MemoAttributeMetadata`, 404, "0x80040217", "Memo"],
		[`${account}/Attributes/${crm}.EnumAttributeMetadata`, 400, "0x80060888", "cannot be cast"],
		[`${account}/Attributes/${crm}.EntityMetadata`, 400, "0x80060888", "cannot be cast"],
		[`${account}/Attributes/Nope.Nope`, 400, "0x80060888", "cannot be cast"],
		[`${account}/DisplayName?$select=LocalizedLabels`, 400, "0x80060888", "$select"],
		[`${account}/Columns`, 404, "0x8006088a", "'Columns'"],
		[`${account}/DisplayName/Nope`, 404, "0x8006088a", "'Nope'"],
		["RelationshipDefinitions(SchemaName='nope')", 404, "0x80040217", "'nope'"],
		["GlobalOptionSetDefinitions(Name='account_industrycode')", 404, "0x80040217", "'account_industrycode'"],
		["ManagedPropertyDefinitions", 501, "", "is not in the sandbox yet"],
	] as const) {
		it(`${path} is ${status}`, () => {
			const refused = sandbox.refused("GET", path);
			assert.equal(`${refused.status} ${refused.code}`, `${status} ${code}`, refused.message);
			assert.ok(refused.message.includes(text), refused.message);
		});
	}

	for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
		it(`${method} is not in the sandbox yet`, () => {
			const refused = sandbox.refused(method, account, method === "DELETE" ? {} : { body: {} });
			assert.equal(refused.status, 501);
			assert.match(refused.message, /not in the sandbox yet/);
		});
	}
});
