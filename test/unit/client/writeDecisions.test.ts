import assert from "node:assert/strict";
import type { ClientResult, Written } from "../../../src/core/client/dataverseClient.ts";
import type { Exchange } from "../../../src/core/client/exchange/exchange.ts";
import { exchangeRig } from "../../support/client/clientRig.ts";
import type { ScriptedReply } from "../../support/client/scriptedFetch.ts";
import {
	done,
	etag,
	found,
	id,
	lost,
	refused,
	scriptedWrites,
	unreachable,
} from "../../support/client/scriptedWrites.ts";

const { create, createOnce, link, remove, unlink, update, updateAny, updateOnce, upsert } = scriptedWrites;

/** "saved", "saved by reading", or the most special word for the problem. */
function endOf(result: ClientResult<Written>): string {
	if (result.ok) return result.value.confirmedByReading === true ? "saved by reading" : "saved";
	const { problem } = result;
	if (problem.code === "mayHaveBeenApplied") return problem.reason;
	return problem.code === "service" ? (problem.precondition ?? String(problem.status)) : problem.code;
}

interface Case {
	readonly what: string;
	readonly run: (exchange: Exchange) => Promise<ClientResult<Written>>;
	/** The last one is given for ever. */
	readonly replies: readonly ScriptedReply[];
	readonly ends: string;
	/** Methods of the requests, in order. */
	readonly sent: string;
}

const noCode = refused(412, "");
const version = refused(412, "0x80060882");
const exists = refused(412, "0x80040237");
const duplicate = refused(500, "0x80040333");
const mine = found({ name: "mine" });
const theirs = found({ name: "theirs" });
const unchanged = found({ "@odata.etag": etag, name: "before" });
const absent = refused(404, "0x80040217");
const forbidden = refused(403, "0x80040220");

const cases: readonly Case[] = [
	{ what: "a version, without a code", run: update, replies: [noCode, theirs], ends: "conflict", sent: "PATCH GET" },
	{
		what: "a version, without words",
		run: update,
		replies: [{ status: 412 }, theirs],
		ends: "conflict",
		sent: "PATCH GET",
	},
	{
		what: "a version that cannot be read",
		run: update,
		replies: [version, forbidden],
		ends: "conflict",
		sent: "PATCH GET",
	},
	{ what: "the key of another record", run: update, replies: [exists], ends: "exists", sent: "PATCH" },
	{ what: "a duplicate rule, as documented", run: update, replies: [duplicate], ends: "duplicate", sent: "PATCH" },
	{
		what: "an echo without a code",
		run: update,
		replies: [lost, noCode, mine],
		ends: "saved by reading",
		sent: "PATCH PATCH GET",
	},
	{
		what: "an echo, then theirs",
		run: update,
		replies: [lost, version, theirs],
		ends: "changedSince",
		sent: "PATCH PATCH GET",
	},
	{
		what: "an echo that cannot be read",
		run: update,
		replies: [lost, version, forbidden],
		ends: "notReadable",
		sent: "PATCH PATCH GET",
	},
	{
		what: "an echo of a record that is gone",
		run: update,
		replies: [lost, absent],
		ends: "404",
		sent: "PATCH PATCH GET",
	},
	{
		what: "a right that is missing at second sight",
		run: update,
		replies: [lost, forbidden, theirs],
		ends: "403",
		sent: "PATCH PATCH GET",
	},
	{
		what: "a right that was lost meanwhile",
		run: update,
		replies: [lost, forbidden, mine],
		ends: "saved by reading",
		sent: "PATCH PATCH GET",
	},
	{
		what: "a 412 that nobody knows at second sight",
		run: update,
		replies: [lost, refused(412, "0x1"), theirs],
		ends: "changedSince",
		sent: "PATCH PATCH GET",
	},
	{
		what: "another's key at second sight",
		run: update,
		replies: [lost, exists, unchanged],
		ends: "exists",
		sent: "PATCH PATCH GET",
	},
	{
		what: "no connection, then a conflict",
		run: update,
		replies: [unreachable, version, theirs],
		ends: "conflict",
		sent: "PATCH PATCH GET",
	},
	{
		what: "a limit, then a conflict",
		run: update,
		replies: [{ status: 429 }, version, theirs],
		ends: "conflict",
		sent: "PATCH PATCH GET",
	},
	{ what: "no connection at all", run: update, replies: [unreachable], ends: "network", sent: "PATCH PATCH" },
	{
		what: "no answer at all, found as it was",
		run: update,
		replies: [lost, lost, unchanged],
		ends: "unanswered",
		sent: "PATCH PATCH GET",
	},
	{
		what: "no answer at all, found as it was to be",
		run: update,
		replies: [lost, lost, mine],
		ends: "saved by reading",
		sent: "PATCH PATCH GET",
	},
	{ what: "no answer to anything", run: update, replies: [lost], ends: "notReadable", sent: "PATCH PATCH GET GET" },
	{
		what: "a record without a secured column",
		run: update,
		replies: [lost, version, found({})],
		ends: "notReadable",
		sent: "PATCH PATCH GET",
	},
	{
		what: "any version, read and written over",
		run: updateAny,
		replies: [lost, theirs, done],
		ends: "saved",
		sent: "PATCH GET PATCH",
	},
	{
		what: "any version, already there",
		run: updateAny,
		replies: [lost, mine],
		ends: "saved by reading",
		sent: "PATCH GET",
	},
	{
		what: "any version of a table without versions",
		run: updateAny,
		replies: [lost, { status: 200, text: '{"name":"x"}' }],
		ends: "unconditional",
		sent: "PATCH GET",
	},
	{
		what: "any version, refused by another's key",
		run: updateAny,
		replies: [lost, theirs, exists, theirs],
		ends: "exists",
		sent: "PATCH GET PATCH GET",
	},
	{
		what: "any version, changed again and again",
		run: updateAny,
		replies: [
			lost,
			...["2", "3", "4", "5", "6"].flatMap((v) => [found({ "@odata.etag": v, name: "theirs" }), version]),
		],
		ends: "unanswered",
		sent: "PATCH GET PATCH GET PATCH GET PATCH GET PATCH GET",
	},
	{
		what: "no version, and no second attempt",
		run: updateOnce,
		replies: [lost, theirs],
		ends: "unconditional",
		sent: "PATCH GET",
	},
	{
		what: "no version, rolled back by the service",
		run: updateOnce,
		replies: [refused(500, "0x80040216"), theirs],
		ends: "500",
		sent: "PATCH GET",
	},
	{
		what: "a new record, echoed",
		run: create,
		replies: [lost, exists, theirs],
		ends: "saved by reading",
		sent: "PATCH PATCH GET",
	},
	{
		what: "a new record, echoed without a code",
		run: create,
		replies: [lost, noCode, theirs],
		ends: "saved by reading",
		sent: "PATCH PATCH GET",
	},
	{
		what: "a new record, refused by another's key",
		run: create,
		replies: [lost, exists, absent],
		ends: "exists",
		sent: "PATCH PATCH GET",
	},
	{
		what: "a new record, no answer and not there",
		run: create,
		replies: [lost, lost, absent],
		ends: "unanswered",
		sent: "PATCH PATCH GET",
	},
	{
		what: "a new record that cannot be read",
		run: create,
		replies: [lost, exists, forbidden],
		ends: "notReadable",
		sent: "PATCH PATCH GET",
	},
	{ what: "a record whose id the service makes", run: createOnce, replies: [lost], ends: "noClientId", sent: "POST" },
	{
		what: "a record whose id the service makes, gateway",
		run: createOnce,
		replies: [{ status: 502 }],
		ends: "noClientId",
		sent: "POST",
	},
	{
		what: "an upsert that is gone",
		run: upsert,
		replies: [lost, absent, done],
		ends: "saved",
		sent: "PATCH GET PATCH",
	},
	{
		what: "an upsert that is gone, and back",
		run: upsert,
		replies: [lost, absent, exists, theirs, done],
		ends: "saved",
		sent: "PATCH GET PATCH GET PATCH",
	},
	{
		what: "a delete, gone at second sight",
		run: remove,
		replies: [lost, absent],
		ends: "saved",
		sent: "DELETE DELETE",
	},
	{ what: "a delete, gone at first sight", run: remove, replies: [absent], ends: "404", sent: "DELETE" },
	{
		what: "a delete, still there in another version",
		run: remove,
		replies: [lost, version, theirs],
		ends: "conflict",
		sent: "DELETE DELETE GET",
	},
	{
		what: "a delete, blocked",
		run: remove,
		replies: [lost, refused(405, "0x80040227"), theirs],
		ends: "405",
		sent: "DELETE DELETE GET",
	},
	{
		what: "a delete, no answer, gone",
		run: remove,
		replies: [lost, lost, absent],
		ends: "saved by reading",
		sent: "DELETE DELETE GET",
	},
	{
		what: "a delete, no answer, still there",
		run: remove,
		replies: [lost, lost, theirs],
		ends: "unanswered",
		sent: "DELETE DELETE GET",
	},
	{ what: "a link that is there already", run: link, replies: [exists], ends: "exists", sent: "POST" },
	{
		what: "a link, echoed",
		run: link,
		replies: [lost, exists, { status: 200, text: `{"value":[{"contactid":"${id}"}]}` }],
		ends: "saved by reading",
		sent: "POST POST GET",
	},
	{
		what: "a link, refused and not there",
		run: link,
		replies: [lost, forbidden, { status: 200, text: '{"value":[]}' }],
		ends: "403",
		sent: "POST POST GET",
	},
	{
		what: "a link, no answer and not there",
		run: link,
		replies: [lost, lost, { status: 200, text: '{"value":[]}' }],
		ends: "unanswered",
		sent: "POST POST GET",
	},
	{
		what: "a lookup, cleared",
		run: unlink,
		replies: [lost, lost, done],
		ends: "saved by reading",
		sent: "DELETE DELETE GET",
	},
	{
		what: "a lookup, not cleared",
		run: unlink,
		replies: [lost, lost, { status: 200, text: `{"@odata.id":"https://x/contacts(${id})"}` }],
		ends: "unanswered",
		sent: "DELETE DELETE GET",
	},
];

describe("What is made of a write", () => {
	for (const { what, run, replies, ends, sent } of cases)
		it(`${ends}: ${what}`, async () => {
			const { exchange, seen } = exchangeRig(replies, { attempts: 2 });
			assert.equal(endOf(await run(exchange)), ends);
			assert.equal(seen.map(({ method }) => method).join(" "), sent);
		});
});
