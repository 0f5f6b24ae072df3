import assert from "node:assert/strict";
import type { SchemaView } from "../../../src/features/schemaBrowser/schemaView.ts";
import { sampleSchema } from "../../support/sampleSchema.ts";
import { outline, viewOfSchema } from "../../support/schemaOutline.ts";

interface Case {
	readonly path: string;
	readonly shows: readonly string[];
	readonly view?: Partial<SchemaView>;
}

/** Where in the tree, and what stands there. */
const cases: Readonly<Record<string, Case>> = {
	"sections with counts": {
		path: "",
		shows: ["+ (star-full) Favourites | 0", "+ (database) Tables | 5", "+ (symbol-enum) Global choices | 1"],
	},
	"tables by display name": {
		path: "Tables",
		shows: [
			"+ (table) Account | account",
			"+ (table) accountleads | ",
			"+ (table) Contact | contact",
			"+ (table) Lead | lead",
			"+ (table) msdyn_casefieldsupdatedbyAI | ",
		],
	},
	"tables by logical name": {
		path: "Tables",
		view: { labels: "logicalName", sort: "logicalName" },
		shows: [
			"+ (table) account | Account",
			"+ (table) accountleads | ",
			"+ (table) contact | Contact",
			"+ (table) lead | Lead",
			"+ (table) msdyn_casefieldsupdatedbyAI | ",
		],
	},
	"sorted by one name, labelled by the other": {
		path: "Tables",
		view: { labels: "logicalName" },
		shows: [
			"+ (table) account | Account",
			"+ (table) accountleads | ",
			"+ (table) contact | Contact",
			"+ (table) lead | Lead",
			"+ (table) msdyn_casefieldsupdatedbyAI | ",
		],
	},
	"folders of a table": {
		path: "Tables > Account",
		shows: [
			"+ (list-flat) Columns | 8",
			"+ (symbol-enum) Choices | 3",
			"+ (key) Keys | 1",
			"+ (type-hierarchy) Relationships | 5",
			"+ (symbol-method) Messages | 3",
		],
	},
	"what is not documented": {
		path: "Tables > Contact",
		shows: [
			"+ (list-flat) Columns | 3",
			"+ (symbol-enum) Choices | 1",
			"  (key) Keys | not documented",
			"+ (type-hierarchy) Relationships | 4",
			"+ (symbol-method) Messages | 1",
		],
	},
	columns: {
		path: "Tables > Account > Columns",
		shows: [
			"  (symbol-string) Account Name | name · text 160",
			"  (key) accountid | unique identifier",
			"+ (symbol-enum) budgetstatus | choice, 2 options",
			"  (calendar) Created On | createdon · date and time",
			"+ (symbol-boolean) creditonhold | yes/no",
			"+ (link) Primary Contact | primarycontactid · → contact",
			"  (credit-card) revenue | currency",
			"+ (tag) Status | statecode · state, 2 options",
		],
	},
	"choices of a table": {
		path: "Tables > Account > Choices",
		shows: [
			"+ (symbol-enum) budgetstatus | choice, 2 options",
			"+ (symbol-boolean) creditonhold | yes/no",
			"+ (tag) Status | statecode · state, 2 options",
		],
	},
	options: {
		path: "Tables > Account > Choices > Status",
		shows: ["  (symbol-enum-member) Active | 0", "  (symbol-enum-member) Inactive | 1"],
	},
	"an option without a label": {
		path: "Tables > Contact > Choices > Budget",
		shows: ["  (symbol-enum-member) No Committed Budget | 0", "  (symbol-enum-member) 1 | label not documented"],
	},
	"targets of a lookup": {
		path: "Tables > Contact > Columns > parentcustomerid",
		shows: ["+ (table) Account | account", "+ (table) Contact | contact"],
	},
	keys: { path: "Tables > Account > Keys", shows: ["+ (key) byNumber | accountnumber, name"] },
	"columns of a key": {
		path: "Tables > Account > Keys > byNumber",
		shows: ["  (info) Column | accountnumber", "  (symbol-string) Account Name | name · text 160"],
	},
	"kinds of relationships": {
		path: "Tables > Account > Relationships",
		shows: ["+ (arrow-right) Many-to-one | 2", "+ (arrow-left) One-to-many | 2", "+ (arrow-swap) Many-to-many | 1"],
	},
	"many-to-one": {
		path: "Tables > Account > Relationships > Many-to-one",
		shows: [
			"+ (arrow-right) Contact | primarycontactid · contact · account_primary_contact",
			"+ (arrow-right) owner | ownerid · owner_accounts",
		],
	},
	"one-to-many": {
		path: "Tables > Account > Relationships > One-to-many",
		shows: [
			"+ (arrow-left) account_unknown_side | related table not documented",
			"+ (arrow-left) Contact | parentcustomerid · contact · contact_customer_accounts",
		],
	},
	"many-to-many": {
		path: "Tables > Account > Relationships > Many-to-many",
		shows: ["+ (arrow-swap) Lead | lead · accountleads_association"],
	},
	"a relationship": {
		path: "Tables > Account > Relationships > Many-to-one > Contact",
		shows: [
			"+ (table) Contact | contact",
			"+ (link) Primary Contact | Account · primarycontactid · → contact",
			"  (info) Navigation property | primarycontactid",
			"  (info) Navigation property of the related table | account_primary_contact · usual name, not documented",
			"  (info) Relationship | account_primary_contact",
		],
	},
	"a relationship from the other side": {
		path: "Tables > Contact > Relationships > Many-to-one > Account",
		shows: [
			"+ (table) Account | account",
			"+ (organization) parentcustomerid | Contact · → account, contact",
			"  (info) Navigation property | parentcustomerid_account",
			"  (info) Navigation property of the related table | contact_customer_accounts",
			"  (info) Relationship | contact_customer_accounts",
		],
	},
	"through a table in between": {
		path: "Tables > Account > Relationships > Many-to-many > Lead",
		shows: [
			"+ (table) Lead | lead",
			"+ (table) accountleads | ",
			"  (info) Navigation property | accountleads_association",
			"  (info) Navigation property of the related table | not documented",
			"  (info) Relationship | accountleads_association",
		],
	},
	"on to the other table": {
		path: "Tables > Account > Relationships > Many-to-one > Contact > Contact",
		shows: [
			"+ (list-flat) Columns | 3",
			"+ (symbol-enum) Choices | 1",
			"  (key) Keys | not documented",
			"+ (type-hierarchy) Relationships | 4",
			"+ (symbol-method) Messages | 1",
		],
	},
	messages: {
		path: "Tables > Account > Messages",
		shows: [
			"  (symbol-event) Create | POST /accounts · event",
			"  (symbol-method) Merge | ",
			"  (symbol-method) BulkRetain | ",
		],
	},
	"global choices": { path: "Global choices", shows: ["+ (symbol-enum) budgetstatus | used by 3 columns"] },
	"a global choice": {
		path: "Global choices > budgetstatus",
		shows: ["- (list-unordered) Options | 3", "+ (references) Used by | 3"],
	},
	"its options": {
		path: "Global choices > budgetstatus > Options",
		shows: [
			"  (symbol-enum-member) No Committed Budget | 0",
			"  (symbol-enum-member) 1 | label not documented",
			"  (symbol-enum-member) Will Buy | 2",
		],
	},
	"columns that use it": {
		path: "Global choices > budgetstatus > Used by",
		shows: [
			"+ (symbol-enum) budgetstatus | Account · choice, 2 options",
			"+ (question) Budget | Contact · budgetstatus · type not documented",
			"+ (question) budgetstatus | Lead · type not documented",
		],
	},
	"no favourites": {
		path: "Favourites",
		shows: ["  (info) Nothing here yet | use the star beside a table, column or choice"],
	},
	"favourites in their order": {
		path: "Favourites",
		view: {
			favourites: [
				{ kind: "column", table: "account", column: "name" },
				{ kind: "choice", choice: "budgetstatus" },
				{ kind: "table", table: "gone" },
				{ kind: "table", table: "contact" },
			],
		},
		shows: [
			"  (symbol-string) Account Name | Account · name · text 160",
			"+ (symbol-enum) budgetstatus | used by 3 columns",
			"+ (table) Contact | contact",
		],
	},
	"a filter in force": {
		path: "",
		view: { filter: { text: "lead" } },
		shows: [
			"+ (star-full) Favourites | 0",
			"+ (database) Tables | 5 · filtered: lead (2)",
			"+ (symbol-enum) Global choices | 1",
		],
	},
	"tables that pass the filter": {
		path: "Tables",
		view: { filter: { text: "lead" } },
		shows: ["+ (table) accountleads | ", "+ (table) Lead | lead"],
	},
	"no table passes the filter": {
		path: "Tables",
		view: { filter: { text: "zzz" } },
		shows: ["  (filter) No table matches the filter | Clear filter"],
	},
};

describe("Schema tree", () => {
	for (const [name, { path, shows, view }] of Object.entries(cases)) {
		it(name, () => {
			assert.deepEqual(outline(path, viewOfSchema(sampleSchema, view)), shows);
		});
	}
});
