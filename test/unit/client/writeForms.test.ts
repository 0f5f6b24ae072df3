import assert from "node:assert/strict";
import type { Exchange } from "../../../src/core/client/exchange/exchange.ts";
import { associate } from "../../../src/core/client/write/associate.ts";
import { createRecord } from "../../../src/core/client/write/createRecord.ts";
import { deleteRecord } from "../../../src/core/client/write/deleteRecord.ts";
import { disassociate } from "../../../src/core/client/write/disassociate.ts";
import { updateRecord } from "../../../src/core/client/write/updateRecord.ts";
import { upsertRecord } from "../../../src/core/client/write/upsertRecord.ts";
import { exchangeRig } from "../../support/client/clientRig.ts";
import type { ScriptedReply } from "../../support/client/scriptedFetch.ts";
import {
	contact,
	done,
	etag,
	found,
	id,
	lost,
	scriptedWrites,
	table,
	target,
} from "../../support/client/scriptedWrites.ts";

const { create, createOnce, link, remove, unlink, update, updateAny, updateOnce, upsert } = scriptedWrites;
const theirs = found({ name: "theirs" });

describe("A write as it is sent and answered", () => {
	it("sends each form of it as the documentation has it", async () => {
		const forms: readonly (readonly [(exchange: Exchange) => Promise<unknown>, string, string | undefined])[] = [
			[create, "PATCH accounts(id-1) if-none-match=*", '{"name":"mine"}'],
			[
				(exchange) => createRecord(exchange, table, { accountid: id, name: "x" }),
				`PATCH accounts(${id}) if-none-match=*`,
				'{"name":"x"}',
			],
			[
				(exchange) => createRecord(exchange, table, { contacts: [] }),
				"POST accounts",
				'{"contacts":[],"accountid":"id-1"}',
			],
			[
				(exchange) => createRecord(exchange, table, { name: "x" }, { suppressDuplicateDetection: false }),
				"POST accounts",
				'{"name":"x","accountid":"id-1"}',
			],
			[(exchange) => createRecord(exchange, { entitySet: "accounts" }, { name: "x" }), "POST accounts", '{"name":"x"}'],
			[update, `PATCH accounts(${id}) if-match=W/"1"`, '{"name":"mine"}'],
			[updateAny, `PATCH accounts(${id}) if-match=*`, '{"name":"mine"}'],
			[updateOnce, `PATCH accounts(${id}) if-match=*`, '{"name":"mine"}'],
			[upsert, `PATCH accounts(${id})`, '{"name":"mine"}'],
			[remove, `DELETE accounts(${id}) if-match=W/"1"`, undefined],
			[
				(exchange) => deleteRecord(exchange, { entitySet: "accounts", key: { a: "O'N/x", b: 5 } }),
				"DELETE accounts(a='O''N%2Fx',b=5)",
				undefined,
			],
			[
				link,
				`POST accounts(${id})/accountleads_association/$ref`,
				`{"@odata.id":"https://contoso.crm4.dynamics.com/api/data/v9.2/contacts(${id})"}`,
			],
			[
				(exchange) => associate(exchange, target, "primarycontactid", contact, { lookup: true }),
				`PUT accounts(${id})/primarycontactid/$ref`,
				`{"@odata.id":"https://contoso.crm4.dynamics.com/api/data/v9.2/contacts(${id})"}`,
			],
			[unlink, `DELETE accounts(${id})/primarycontactid/$ref`, undefined],
			[
				(exchange) => disassociate(exchange, target, "leads", contact),
				`DELETE accounts(${id})/leads(${id})/$ref`,
				undefined,
			],
			[
				(exchange) => disassociate(exchange, target, "leads", { entitySet: "leads", key: { a: "x" } }),
				`DELETE accounts(${id})/leads/$ref?$id=https%3A%2F%2Fcontoso.crm4.dynamics.com%2Fapi%2Fdata%2Fv9.2%2Fleads(a%3D%27x%27)`,
				undefined,
			],
		];
		for (const [run, line, body] of forms) {
			let ids = 0;
			// The ids of requests are made by the same source: they do not count here.
			const { exchange, seen } = exchangeRig([done], { newId: () => `id-${(ids += 1)}` });
			await run(exchange);
			const [request] = seen;
			assert.ok(request !== undefined);
			const conditions = ["if-match", "if-none-match"].flatMap((name) =>
				request.headers[name] === undefined ? [] : [` ${name}=${request.headers[name]}`],
			);
			const path = request.url.replace(exchange.serviceRoot, "");
			assert.equal(`${request.method} ${path}${conditions.join("")}`, line);
			assert.equal(request.body, body, line);
		}
	});

	it("says where to look, as the same user and in the state after all writes", async () => {
		const { exchange, seen } = exchangeRig([lost, lost, theirs], { attempts: 2 });
		const options = { ifMatch: etag, caller: { systemUserId: id }, bypassBusinessLogic: ["CustomSync"] as const };
		const result = await updateRecord(exchange, target, { name: "mine" }, options);
		assert.ok(!result.ok && result.problem.code === "mayHaveBeenApplied");
		const { check, mine: own, theirs: other, attempts } = result.problem;
		assert.deepEqual([check, own, other?.name, attempts], [`accounts(${id})`, { name: "mine" }, "theirs", 2]);
		const [write, , read] = seen;
		assert.equal(write?.headers["mscrm.bypassbusinesslogicexecution"], "CustomSync");
		assert.deepEqual(
			[read?.headers.mscrmcallerid, read?.headers.consistency, read?.headers["mscrm.bypassbusinesslogicexecution"]],
			[id, "Strong", undefined],
		);
		const once = exchangeRig([lost]);
		const unknown = await createOnce(once.exchange);
		assert.ok(!unknown.ok && unknown.problem.code === "mayHaveBeenApplied");
		const filter = encodeURIComponent("name eq 'O''Neill' and revenue eq 5");
		assert.equal(unknown.problem.check, `accounts?$filter=${filter}&$top=10`);
	});

	it("believes the address of a record only where it is of this environment", async () => {
		const create_ = (headers: Record<string, string>) =>
			createRecord(exchangeRig([{ status: 204, headers }]).exchange, { entitySet: "accounts" }, { name: "x" });
		const told = await create_({
			"OData-EntityId": `https://contoso.api.crm4.dynamics.com/api/data/v9.2/accounts(${id})`,
		});
		assert.deepEqual(told, { ok: true, value: { id } });
		const foreign = await create_({ "OData-EntityId": `https://example.com/api/data/v9.2/accounts(${id})` });
		assert.deepEqual(foreign, { ok: true, value: {} });
	});

	it("gives back the record and its version where it was asked for, and calls no answer a failure for its form", async () => {
		const { exchange, seen } = exchangeRig([found({ name: "mine" })]);
		const result = await updateRecord(exchange, target, { name: "mine" }, { ifMatch: etag, returnRecord: true });
		assert.ok(result.ok);
		assert.deepEqual([result.value.id, result.value.etag, result.value.record?.name], [id, 'W/"2"', "mine"]);
		assert.match(seen[0]?.headers.prefer ?? "", /return=representation/);
		const odd = await updateRecord(exchangeRig([{ status: 200, text: "[" }]).exchange, target, {}, { ifMatch: etag });
		assert.deepEqual(odd, { ok: true, value: { id } });
	});

	it("tells of an upsert what is known", async () => {
		const created = async (reply: ScriptedReply, only?: "create" | "update"): Promise<boolean | undefined> => {
			const result = await upsertRecord(exchangeRig([reply]).exchange, target, {}, only === undefined ? {} : { only });
			assert.ok(result.ok);
			return result.value.created;
		};
		assert.equal(await created({ status: 201, text: "{}" }), true);
		assert.equal(await created({ status: 200, text: "{}" }), false);
		assert.equal(await created({ status: 204 }), undefined);
		assert.equal(await created({ status: 204 }, "create"), true);
		assert.equal(await created({ status: 204 }, "update"), false);
	});

	it("asks nothing more of a person who gave up", async () => {
		const given = new AbortController();
		const { exchange, seen } = exchangeRig(["silence"]);
		const running = updateRecord(exchange, target, { name: "mine" }, { ifMatch: etag, signal: given.signal });
		for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
		given.abort();
		const result = await running;
		assert.ok(!result.ok && result.problem.code === "cancelled" && result.problem.mayHaveBeenApplied === true);
		assert.equal(seen.length, 1);
	});
});
