/** One of several workers that write at the same time, each with a client of its own, and a model of what was acknowledged. */
import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import type { ClientProblem, MayHaveBeenApplied } from "../../../../src/core/client/clientProblem.ts";
import type { BatchItem } from "../../../../src/core/client/batchItem.ts";
import type { ClientResult, DataverseClient, Written } from "../../../../src/core/client/dataverseClient.ts";
import type { Fetch } from "../../../../src/core/client/fetch.ts";
import { etagOf } from "../../../../src/core/client/readRow.ts";
import type { Row } from "../../../../src/core/client/row.ts";
import type { RunningSandbox } from "../../../../src/sandbox/server/startSandbox.ts";
import type { Fuzz } from "../../fuzz.ts";
import { sandboxClient } from "../sandboxClient.ts";
import type { ModelRecord, SharedCounter, Tally } from "./modelRecord.ts";

export const accounts = { entitySet: "accounts", primaryIdColumn: "accountid" } as const;
const json = { "Content-Type": "application/json" };

export interface FuzzParts {
	readonly sandbox: RunningSandbox;
	readonly chance: Fuzz;
	readonly tally: Tally;
	readonly newId: () => string;
	readonly shared: readonly SharedCounter[];
	/** Real milliseconds after which nothing that was given up can still arrive. */
	readonly late: number;
}

/** The id of an account that was read. */
export function accountId({ accountid }: Row): string {
	assert.ok(typeof accountid === "string", "an id");
	return accountid;
}

type Changes = Partial<Pick<ModelRecord, "name" | "telephone1" | "revenue">>;

export class FuzzWorker {
	readonly name: string;
	readonly records = new Map<string, ModelRecord>();
	readonly contacts: readonly string[];
	readonly leads: readonly string[];
	/** Last names of contacts that were made inside of an account, by its id: they go with it. */
	readonly inside = new Map<string, string>();
	readonly #parts: FuzzParts;
	readonly #client: DataverseClient;
	#serial = 0;
	/** An attempt of the present operation was given up and may still arrive. */
	#isLate = false;

	constructor(name: string, parts: FuzzParts, linkable: { contacts: readonly string[]; leads: readonly string[] }) {
		this.name = name;
		this.#parts = parts;
		this.contacts = linkable.contacts;
		this.leads = linkable.leads;
		const noticing: Fetch = async (url, init) => {
			try {
				return await fetch(url, init);
			} catch (error) {
				if (init.signal.aborted) this.#isLate = true;
				throw error;
			}
		};
		this.#client = sandboxClient(parts.sandbox, { fetch: noticing, timeout: 60_000, newId: parts.newId });
	}

	/** One operation of a random kind, to its end and beyond: where it is uncertain, the model finds out what it did. */
	async step(): Promise<void> {
		const { chance, tally } = this.#parts;
		const present = [...this.records.values()];
		const [kind, run] = chance.pick(this.#possible(present));
		tally.add(kind);
		await run();
		await this.#drain();
	}

	/** A worker has neither too few records to write to, nor so many that reading them all takes long. */
	#possible(present: readonly ModelRecord[]): readonly (readonly [string, () => Promise<void>])[] {
		if (present.length < 3) return this.#making();
		const record = this.#parts.chance.pick(present);
		const deleting = ["delete", () => this.#delete(record, true)] as const;
		const more = present.length < 40 ? [] : Array.from({ length: 5 }, () => deleting);
		return [...this.#making(), ...this.#changing(record), ...more];
	}

	#making(): readonly (readonly [string, () => Promise<void>])[] {
		return [
			["create", () => this.#create({})],
			["create inside", () => this.#create({ inside: true })],
			["create once", () => this.#create({ once: true })],
			["upsert new", () => this.#upsertNew()],
			["action", () => this.#action()],
			["function", () => this.#function()],
			["increment", () => this.#increment()],
			["increment", () => this.#increment()],
		];
	}

	#changing(record: ModelRecord): readonly (readonly [string, () => Promise<void>])[] {
		return [
			["update", () => this.#update(record, "version")],
			["update", () => this.#update(record, "version")],
			["update", () => this.#update(record, "version")],
			["update any", () => this.#update(record, "*")],
			["update once", () => this.#update(record, undefined)],
			["upsert", () => this.#upsert(record)],
			["delete", () => this.#delete(record, true)],
			["delete any", () => this.#delete(record, false)],
			["link", () => this.#link(record)],
			["link", () => this.#link(record)],
			["lookup", () => this.#lookup(record)],
			["batch", () => this.#batch(record)],
			["query", () => this.#query()],
		];
	}

	async #create({ inside = false, once = false }): Promise<void> {
		const { newId } = this.#parts;
		const values = this.#values();
		const lastname = `inside ${values.name}`;
		const record = {
			...values,
			address1_county: this.name,
			...(inside && { contact_customer_accounts: [{ lastname }] }),
		};
		const table = { ...accounts, ...(once && { takesClientIds: false }) };
		const given = !once && this.#parts.chance.below(3) === 0 ? newId() : undefined;
		const result = await this.#client.create(table, given === undefined ? record : { ...record, accountid: given });
		const made = ({ id, etag }: Written): void => {
			assert.ok(id !== undefined, "the id of a new record");
			this.records.set(id, { ...values, id, contact: null, leads: new Set(), etag });
			if (inside) this.inside.set(id, lastname);
		};
		await this.#end(result, made, async (problem) => {
			const found = await this.#look(problem);
			const rows = found === undefined ? [] : Array.isArray(found.value) ? (found.value as readonly Row[]) : [found];
			assert.ok(rows.length <= 1, "no second record");
			const [row] = rows;
			if (row !== undefined) assert.equal(row.name, values.name);
			return row === undefined ? undefined : { id: accountId(row) };
		});
	}

	async #upsertNew(): Promise<void> {
		const values = this.#values();
		const id = this.#parts.newId();
		const only = this.#parts.chance.below(2) === 0 ? ({ only: "create" } as const) : {};
		const result = await this.#client.upsert({ ...accounts, key: id }, { ...values, address1_county: this.name }, only);
		await this.#end(
			result,
			({ etag }) => void this.records.set(id, { ...values, id, contact: null, leads: new Set(), etag }),
			async (problem) => ((await this.#look(problem)) === undefined ? undefined : {}),
		);
	}

	async #update(record: ModelRecord, how: "version" | "*" | undefined): Promise<void> {
		const changes = this.#changes();
		const ifMatch = how === "version" ? await this.#version(record) : how;
		if (how === "version" && ifMatch === undefined) return;
		const target = { ...accounts, key: record.id };
		const returnRecord = this.#parts.chance.below(2) === 0;
		const result = await this.#client.update(target, changes, {
			...(ifMatch !== undefined && { ifMatch }),
			returnRecord,
		});
		await this.#changed(record, changes, result);
	}

	async #upsert(record: ModelRecord): Promise<void> {
		const changes = this.#changes();
		const only = this.#parts.chance.below(2) === 0 ? ({ only: "update" } as const) : {};
		await this.#changed(record, changes, await this.#client.upsert({ ...accounts, key: record.id }, changes, only));
	}

	async #changed(record: ModelRecord, changes: Changes, result: ClientResult<Written>): Promise<void> {
		record.etag = undefined;
		await this.#end(
			result,
			({ etag }) => void Object.assign(record, changes, { etag }),
			async (problem) => {
				const row = await this.#look(problem);
				assert.ok(row !== undefined, "the record is there");
				const isNew = row.name === changes.name;
				const expected = isNew ? { ...record, ...changes } : record;
				assert.deepEqual(
					[row.name, row.telephone1],
					[expected.name, expected.telephone1],
					"all of the change or nothing",
				);
				return isNew ? {} : undefined;
			},
		);
	}

	async #delete(record: ModelRecord, withVersion: boolean): Promise<void> {
		const ifMatch = withVersion ? await this.#version(record) : undefined;
		if (withVersion && ifMatch === undefined) return;
		const target = { ...accounts, key: record.id };
		record.etag = undefined;
		const result = await this.#client.delete(target, ifMatch === undefined ? {} : { ifMatch });
		await this.#end(
			result,
			() => {
				this.records.delete(record.id);
				this.inside.delete(record.id);
			},
			async (problem) => ((await this.#look(problem)) === undefined ? {} : undefined),
		);
	}

	async #link(record: ModelRecord): Promise<void> {
		const lead = this.#parts.chance.pick(this.leads);
		const target = { ...accounts, key: record.id };
		const related = { entitySet: "leads", primaryIdColumn: "leadid", key: lead };
		const isNew = !record.leads.has(lead);
		record.etag = undefined;
		const property = "accountleads_association";
		const result = isNew
			? await this.#client.associate(target, property, related)
			: await this.#client.disassociate(target, property, related);
		await this.#end(
			result,
			() => {
				if (isNew) record.leads.add(lead);
				else record.leads.delete(lead);
			},
			async (problem) => {
				const found = await this.#look(problem);
				const links = (found?.value as readonly unknown[] | undefined)?.length ?? 0;
				return links > 0 === isNew ? {} : undefined;
			},
		);
	}

	async #lookup(record: ModelRecord): Promise<void> {
		const target = { ...accounts, key: record.id };
		const contact = record.contact === null ? this.#parts.chance.pick(this.contacts) : null;
		const related = { entitySet: "contacts", primaryIdColumn: "contactid", key: contact ?? "" };
		record.etag = undefined;
		const result =
			contact === null
				? await this.#client.disassociate(target, "primarycontactid")
				: await this.#client.associate(target, "primarycontactid", related, { lookup: true });
		await this.#end(
			result,
			() => void (record.contact = contact),
			async (problem) => (((await this.#look(problem)) === undefined) === (contact === null) ? {} : undefined),
		);
	}

	/** A change set that makes one record and changes another, and a read behind it. */
	async #batch(record: ModelRecord): Promise<void> {
		const values = this.#values();
		const changes = this.#changes();
		const id = this.#parts.newId();
		const patch = (key: string, body: Row, condition: Record<string, string>) =>
			({
				method: "PATCH",
				path: `accounts(${key})`,
				headers: { ...json, ...condition },
				body: JSON.stringify(body),
			}) as const;
		const items: readonly BatchItem[] = [
			{
				changeSet: [
					patch(id, { ...values, address1_county: this.name }, { "If-None-Match": "*" }),
					patch(record.id, changes, { "If-Match": "*" }),
				],
			},
			{ method: "GET", path: `accounts(${record.id})?$select=name` },
		];
		record.etag = undefined;
		const result = await this.#client.batch(items, { continueOnError: true });
		const apply = (): void => {
			this.records.set(id, { ...values, id, contact: null, leads: new Set() });
			Object.assign(record, changes);
		};
		if (result.ok) {
			const [set] = result.value;
			assert.ok(set !== undefined && "changeSet" in set, "the result of the change set");
			if (set.changeSet.ok) apply();
			else this.#refused(set.changeSet.problem);
			return;
		}
		await this.#end(result, apply, async () => ((await this.#both([id], record, changes.name)) ? {} : undefined));
	}

	/** An action that makes two records. */
	async #action(): Promise<void> {
		const made = [this.#values(), this.#values()].map((values) => ({ ...values, id: this.#parts.newId() }));
		const result = await this.#client.execute({
			kind: "action",
			name: "Microsoft.Dynamics.CRM.CreateMultiple",
			bound: { entitySet: "accounts" },
			parameters: {
				Targets: made.map(({ id, ...values }) => ({
					"@odata.type": "Microsoft.Dynamics.CRM.account",
					accountid: id,
					...values,
					address1_county: this.name,
				})),
			},
		});
		await this.#end(
			result,
			() => {
				for (const values of made) this.records.set(values.id, { ...values, contact: null, leads: new Set() });
			},
			async () => ((await this.#both(made.map(({ id }) => id))) ? {} : undefined),
		);
	}

	/** Whether all of several writes were applied; fails the test where some were. */
	async #both(ids: readonly string[], changed?: ModelRecord, name?: string): Promise<boolean> {
		await this.#drain();
		const rows = await Promise.all(ids.map((id) => this.#get(`accounts(${id})`)));
		const there = rows.map((row) => row !== undefined);
		if (changed !== undefined) there.push((await this.#get(`accounts(${changed.id})`))?.name === name);
		assert.equal(new Set(there).size, 1, "all or nothing");
		return there[0] === true;
	}

	async #function(): Promise<void> {
		const result = await this.#client.execute({ kind: "function", name: "WhoAmI" });
		if (!result.ok) this.#refused(result.problem);
	}

	/** Reads all that the worker has, in pages, and finds just that. */
	async #query(): Promise<void> {
		const path = `accounts?$select=name&$filter=address1_county eq '${this.name}'`;
		const names = new Map<string, unknown>();
		for await (const page of this.#client.query(path, { pageSize: 7 })) {
			if (!page.ok) {
				this.#refused(page.problem);
				return;
			}
			for (const { accountid, name } of page.value.rows) {
				assert.ok(typeof accountid === "string" && !names.has(accountid), "each row once");
				names.set(accountid, name);
			}
		}
		assert.deepEqual(names, new Map([...this.records].map(([id, { name }]) => [id, name])));
	}

	/** Reads a record of all workers, adds one, and writes it under the version that was read. */
	async #increment(): Promise<void> {
		const counter = this.#parts.chance.pick(this.#parts.shared);
		const target = { ...accounts, key: counter.id };
		const read = await this.#client.retrieve(target, "$select=numberofemployees");
		if (!read.ok) {
			this.#refused(read.problem);
			return;
		}
		const next = Number(read.value.numberofemployees) + 1;
		const mark = `${this.name} ${this.#next()}`;
		const changes = { numberofemployees: next, telephone1: mark };
		const result = await this.#client.update(target, changes, { ifMatch: etagOf(read.value) ?? "" });
		if (result.ok) counter.added += 1;
		else if (result.problem.code === "mayHaveBeenApplied") {
			counter.uncertain += 1;
			this.#parts.tally.add(`uncertain: ${result.problem.reason}`);
		} else this.#refused(result.problem);
	}

	/**
	 * Brings the model up to date: what was acknowledged is applied, what was refused is not, and of what is uncertain
	 * `find` has to see which of both it is.
	 */
	async #end(
		result: ClientResult<unknown>,
		apply: (written: Written) => void,
		find: (problem: MayHaveBeenApplied) => Promise<Written | undefined>,
	): Promise<void> {
		const { tally } = this.#parts;
		if (result.ok) {
			const written = (result.value ?? {}) as Written;
			if (written.confirmedByReading === true) tally.add("confirmed by reading");
			apply(written);
			return;
		}
		const { problem } = result;
		if (problem.code !== "mayHaveBeenApplied") {
			this.#refused(problem);
			return;
		}
		tally.add(`uncertain: ${problem.reason}`);
		await this.#drain();
		const found = await find(problem);
		tally.add(found === undefined ? "uncertain and not applied" : "uncertain and applied");
		if (found !== undefined) apply(found);
	}

	/** Certain not to have been applied, and explained by one of the faults. */
	#refused(problem: ClientProblem): void {
		// A token is renewed once: two that expire in a row are a refusal.
		const isFault = problem.code === "service" && (problem.status >= 500 || [401, 403].includes(problem.status));
		assert.ok(isFault || problem.code === "conflict", JSON.stringify(problem));
		this.#parts.tally.add(problem.code === "service" ? `refused: ${problem.status}` : "conflict");
	}

	/** What the check of an uncertain write shows; undefined where there is nothing. */
	async #look({ check }: MayHaveBeenApplied): Promise<Row | undefined> {
		assert.ok(check !== undefined, "something to look at");
		return await this.#get(check);
	}

	async #get(path: string): Promise<Row | undefined> {
		for (;;) {
			const result = await this.#client.send({ method: "GET", path });
			if (result.ok) return result.value.text === "" ? undefined : (JSON.parse(result.value.text) as Row);
			if (result.problem.code === "service" && result.problem.status === 404) return undefined;
			this.#refused(result.problem);
		}
	}

	async #version(record: ModelRecord): Promise<string | undefined> {
		if (record.etag !== undefined) return record.etag;
		const read = await this.#client.retrieve({ ...accounts, key: record.id }, "$select=name");
		if (read.ok) return etagOf(read.value);
		this.#refused(read.problem);
		return undefined;
	}

	/** Lets arrive what was given up: the service carries it out all the same. */
	async #drain(): Promise<void> {
		if (!this.#isLate) return;
		await delay(this.#parts.late);
		this.#isLate = false;
	}

	#next(): number {
		return (this.#serial += 1);
	}

	#values(): Required<Changes> & { readonly name: string } {
		const { below } = this.#parts.chance;
		return {
			name: `${this.name} ${this.#next()}`,
			telephone1: below(2) === 0 ? null : String(below(1000)),
			revenue: below(2) === 0 ? null : below(1_000_000) / 10_000,
		};
	}

	#changes(): Changes & { readonly name: string } {
		const { name, ...others } = this.#values();
		return this.#parts.chance.below(2) === 0 ? { name } : { name, ...others };
	}
}
