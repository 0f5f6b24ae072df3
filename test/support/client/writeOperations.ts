/** Every form of every writing operation, each with how to tell from the database how often it was applied. */
import type { ClientResult, DataverseClient, Written } from "../../../src/core/client/dataverseClient.ts";
import type { Row } from "../../../src/core/client/row.ts";
import type { SandboxRows } from "./sandboxClient.ts";

export interface WriteOperation {
	readonly name: string;
	/** The method it is sent by, for faults that concern it alone. */
	readonly method: "POST" | "PATCH" | "PUT" | "DELETE";
	/** It is never sent again once an answer was lost. */
	readonly once?: boolean;
	/** A repetition may be applied beside an attempt that is still under way: nothing in it tells versions apart. */
	readonly anyVersion?: boolean;
	/** The answer has the record in it, so that it can be cut. */
	readonly answers?: boolean;
	/** Makes what it needs, and gives the operation for just that. */
	prepare(rows: SandboxRows, id: () => string): Promise<PreparedWrite>;
}

export interface PreparedWrite {
	run(client: DataverseClient, options: { readonly timeout?: number }): Promise<ClientResult<Written>>;
	/** How often it was applied, by versions where there are any. */
	applied(): Promise<number>;
}

const accounts = { entitySet: "accounts", primaryIdColumn: "accountid" } as const;
const leads = { entitySet: "leads", primaryIdColumn: "leadid" } as const;
const contacts = { entitySet: "contacts", primaryIdColumn: "contactid" } as const;

/** How many records have that name. */
async function named(rows: SandboxRows, name: string): Promise<number> {
	return (await rows.all(`accounts?$select=name&$filter=name eq '${name}'`)).length;
}

interface Account {
	readonly id: string;
	readonly etag: string;
	readonly target: typeof accounts & { readonly key: string };
	/** Times that it was changed since, by the counter of the sandbox. */
	readonly changes: () => Promise<number>;
}

async function newAccount(rows: SandboxRows, id: string, more: Row = {}): Promise<Account> {
	await rows.send("POST", "accounts", { accountid: id, name: "before", ...more });
	const version = async (): Promise<{ etag: string; number: number }> => {
		const row = await rows.one(`accounts(${id})?$select=versionnumber`);
		return { etag: await rows.etag(`accounts(${id})`), number: Number(row?.versionnumber) };
	};
	const before = await version();
	return {
		id,
		etag: before.etag,
		target: { ...accounts, key: id },
		changes: async () => (await version()).number - before.number,
	};
}

function creating(
	name: string,
	method: "POST" | "PATCH",
	table: { readonly primaryIdColumn?: string; readonly takesClientIds?: boolean },
	more: Row = {},
): WriteOperation {
	return {
		name,
		method,
		answers: true,
		...(table.takesClientIds === false && { once: true }),
		prepare: (rows, id) => {
			const own = `new ${id()}`;
			return Promise.resolve({
				run: (client, options) =>
					client.create(
						{ entitySet: "accounts", ...table },
						{ name: own, ...more },
						{ ...options, returnRecord: true },
					),
				applied: () => named(rows, own),
			});
		},
	};
}

function updating(
	name: string,
	ifMatch: (etag: string) => string | undefined,
	more: Partial<WriteOperation> = {},
): WriteOperation {
	return {
		name,
		method: "PATCH",
		answers: true,
		...more,
		prepare: async (rows, id) => {
			const { etag, target, changes } = await newAccount(rows, id());
			const version = ifMatch(etag);
			const given = version === undefined ? {} : { ifMatch: version };
			return {
				run: (client, options) =>
					client.update(target, { name: "after", revenue: 1.239 }, { ...options, ...given, returnRecord: true }),
				applied: changes,
			};
		},
	};
}

function deleting(name: string, withVersion: boolean): WriteOperation {
	return {
		name,
		method: "DELETE",
		prepare: async (rows, id) => {
			const { id: key, etag, target } = await newAccount(rows, id());
			return {
				run: (client, options) => client.delete(target, { ...options, ...(withVersion && { ifMatch: etag }) }),
				applied: async () => ((await rows.one(`accounts(${key})?$select=name`)) === undefined ? 1 : 0),
			};
		},
	};
}

function upserting(
	name: string,
	isThere: boolean,
	only?: "create" | "update",
	more: Partial<WriteOperation> = {},
): WriteOperation {
	return {
		name,
		method: "PATCH",
		answers: true,
		...more,
		prepare: async (rows, id) => {
			const key = id();
			const present = isThere ? await newAccount(rows, key) : undefined;
			const target = { ...accounts, key };
			return {
				run: (client, options) =>
					client.upsert(target, { name: "after" }, { ...options, ...(only && { only }), returnRecord: true }),
				applied: async () =>
					present === undefined
						? (await rows.one(`accounts(${key})?$select=name`)) === undefined
							? 0
							: 1
						: present.changes(),
			};
		},
	};
}

/** Account, lead and contact that may be linked. */
async function linkable(
	rows: SandboxRows,
	id: () => string,
	linked: boolean,
): Promise<Record<"account" | "lead" | "contact", string>> {
	const ids = { account: id(), lead: id(), contact: id() };
	await rows.send("POST", "leads", { leadid: ids.lead, subject: "x", lastname: "x" });
	await rows.send("POST", "contacts", { contactid: ids.contact, lastname: "x" });
	await newAccount(rows, ids.account, linked ? { "primarycontactid@odata.bind": `contacts(${ids.contact})` } : {});
	if (linked) {
		const reference = { "@odata.id": `leads(${ids.lead})` };
		await rows.send("POST", `accounts(${ids.account})/accountleads_association/$ref`, reference);
	}
	return ids;
}

function linking(name: string, method: WriteOperation["method"], kind: "collection" | "lookup"): WriteOperation {
	const isNew = method !== "DELETE";
	return {
		name,
		method,
		prepare: async (rows, id) => {
			const { account, lead, contact } = await linkable(rows, id, !isNew);
			const target = { ...accounts, key: account };
			const [property, related] =
				kind === "lookup"
					? ["primarycontactid", { ...contacts, key: contact }]
					: ["accountleads_association", { ...leads, key: lead }];
			return {
				run: async (client, options) => {
					if (isNew)
						return await client.associate(target, property, related, { ...options, lookup: kind === "lookup" });
					return await client.disassociate(target, property, kind === "lookup" ? undefined : related, options);
				},
				applied: async () => {
					const links =
						kind === "lookup"
							? (await rows.one(`accounts(${account})?$select=_primarycontactid_value`))?._primarycontactid_value ===
								contact
								? 1
								: 0
							: (await rows.all(`accounts(${account})/accountleads_association?$select=leadid`)).length;
					return isNew ? links : 1 - links;
				},
			};
		},
	};
}

export const writeOperations: readonly WriteOperation[] = [
	creating("create", "PATCH", { primaryIdColumn: "accountid" }),
	creating(
		"create with a row inside",
		"POST",
		{ primaryIdColumn: "accountid" },
		{
			contact_customer_accounts: [{ lastname: "inside" }],
		},
	),
	creating("create where ids are refused", "POST", { primaryIdColumn: "accountid", takesClientIds: false }),
	updating("update of a version", (etag) => etag),
	updating("update of any version", () => "*", { anyVersion: true }),
	updating("update without a version", () => undefined, { once: true, anyVersion: true }),
	upserting("upsert that makes", false, undefined, { anyVersion: true }),
	upserting("upsert that changes", true, undefined, { anyVersion: true }),
	upserting("upsert that may only make", false, "create"),
	upserting("upsert that may only change", true, "update", { anyVersion: true }),
	deleting("delete of a version", true),
	deleting("delete of any version", false),
	linking("associate", "POST", "collection"),
	linking("associate by a lookup", "PUT", "lookup"),
	linking("disassociate", "DELETE", "collection"),
	linking("disassociate a lookup", "DELETE", "lookup"),
];
