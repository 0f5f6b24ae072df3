import { adminUser, secondUser } from "../../../src/sandbox/service/identity.ts";
import type { SandboxInMemory } from "../../support/sandbox/sandboxInMemory.ts";
import { guid, writeCases } from "../../support/sandbox/writeCases.ts";

const [one, two, three] = [guid("1"), guid("2"), guid("3")];
const account = `accounts(${one})`;
const contact = `contacts(${one})`;
const root = "http://localhost/api/data/v9.2/";
const ref = (path: string): { readonly body: unknown } => ({ body: { "@odata.id": path } });

function prepare(sandbox: SandboxInMemory): void {
	sandbox.ok("POST", "accounts", { body: { accountid: one, name: "Fabrikam", accountnumber: "F-1" } });
	sandbox.ok("POST", "accounts", { body: { accountid: two, name: "Contoso" } });
	sandbox.ok("POST", "contacts", {
		body: { contactid: one, lastname: "Lind", "parentcustomerid_account@odata.bind": account },
	});
	sandbox.ok("POST", "contacts", { body: { contactid: two, lastname: "Berg" } });
	sandbox.ok("POST", "leads", { body: { leadid: one, lastname: "Lind" } });
	sandbox.ok("POST", `${account}/accountleads_association/$ref`, ref(`leads(${one})`));
	sandbox.now += 60 * 60 * 1000;
}

const [ofContactOne, ofContactTwo] = [`contact ${one}`, `contact ${two}`];
const bound = { parentcustomerid: one, parentcustomerid$target: "account" };
const free = { parentcustomerid: null, parentcustomerid$target: null };

describe("sandbox: associate and disassociate", () => {
	writeCases(prepare, [
		{
			name: "adds to a collection",
			request: `POST ${account}/contact_customer_accounts/$ref`,
			...ref(`${root}contacts(${two})`),
			status: 204,
			after: { [ofContactTwo]: { ...bound, modifiedon: "2026-03-15T11:30:00Z" } },
		},
		{
			name: "adds with PUT as well",
			request: `PUT ${account}/contact_customer_accounts/$ref`,
			...ref(`contacts(${two})`),
			status: 204,
			after: { [ofContactTwo]: bound },
		},
		{
			name: "moves what belonged to another",
			request: `POST accounts(${two})/contact_customer_accounts/$ref`,
			...ref(contact),
			status: 204,
			after: { [ofContactOne]: { ...bound, parentcustomerid: two } },
		},
		{
			name: "sets a lookup",
			request: `PUT ${account}/primarycontactid/$ref`,
			...ref(contact),
			status: 204,
			after: { [`account ${one}`]: { primarycontactid: one } },
		},
		{
			name: "sets a lookup of several tables",
			request: `PUT contacts(${two})/parentcustomerid_account/$ref`,
			...ref("accounts(accountnumber='F-1')"),
			status: 204,
			after: { [ofContactTwo]: bound },
		},
		{
			name: "removes by the key in the path",
			request: `DELETE ${account}/contact_customer_accounts(${one})/$ref`,
			status: 204,
			after: { [ofContactOne]: free },
		},
		{
			name: "removes by $id",
			request: `DELETE ${account}/contact_customer_accounts/$ref?$id=${root}contacts(${one})`,
			status: 204,
			after: { [ofContactOne]: free },
		},
		{
			name: "removes a lookup",
			request: `DELETE contacts(${one})/parentcustomerid_account/$ref`,
			status: 204,
			after: { [ofContactOne]: free },
		},
		{
			name: "leaves a link to another record",
			request: `DELETE accounts(${two})/contact_customer_accounts(${one})/$ref`,
			status: 204,
			after: { [ofContactOne]: bound },
		},
		{
			name: "refuses a record that is not there",
			request: `POST ${account}/contact_customer_accounts/$ref`,
			...ref(`contacts(${three})`),
			status: 404,
			code: "0x80040217",
		},
		{
			name: "refuses where the record of the path is not there",
			request: `POST accounts(${three})/contact_customer_accounts/$ref`,
			...ref(contact),
			status: 404,
			code: "0x80040217",
			after: { [ofContactOne]: bound },
		},
		{
			name: "refuses a record of another table",
			request: `POST ${account}/contact_customer_accounts/$ref`,
			...ref(account),
			status: 400,
			code: "0x80048d19",
		},
		{
			name: "refuses another origin",
			request: `POST ${account}/contact_customer_accounts/$ref`,
			...ref(`https://other.example/api/data/v9.2/contacts(${one})`),
			status: 400,
			code: "0x80048d19",
		},
		{
			name: "wants a reference",
			request: `POST ${account}/contact_customer_accounts/$ref`,
			body: { id: contact },
			status: 400,
			code: "0x80048d19",
		},
		{
			name: "wants to know what to remove",
			request: `DELETE ${account}/contact_customer_accounts/$ref`,
			status: 400,
			after: { [ofContactOne]: bound },
		},
		{ name: "adds to no lookup", request: `POST ${account}/primarycontactid/$ref`, ...ref(contact), status: 405 },
		{
			name: "refuses a link that is there twice",
			request: `POST ${account}/accountleads_association/$ref`,
			...ref(`leads(${one})`),
			status: 412,
			code: "0x80040237",
		},
		{
			name: "refuses the same link from its other side",
			request: `POST leads(${one})/accountleads_association/$ref`,
			...ref(account),
			status: 412,
			code: "0x80040237",
		},
		{
			name: "links many to many",
			request: `POST accounts(${two})/accountleads_association/$ref`,
			...ref(`leads(${one})`),
			status: 204,
		},
		{
			name: "removes a link of many to many",
			request: `DELETE ${account}/accountleads_association(${one})/$ref`,
			status: 204,
		},
		{
			name: "passes over what nobody may write",
			request: `PUT ${account}/createdby/$ref`,
			...ref(`systemusers(${secondUser.id})`),
			status: 204,
			after: { [`account ${one}`]: { createdby: adminUser.id } },
		},
		{
			name: "refuses to link what is not there",
			request: `POST ${account}/accountleads_association/$ref`,
			...ref(`leads(${three})`),
			status: 404,
			code: "0x80040217",
		},
	]);
});
