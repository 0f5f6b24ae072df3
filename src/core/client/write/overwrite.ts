import type { ClientResult, Written } from "../dataverseClient.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { recordPath } from "../recordPath.ts";
import type { WriteOptions } from "../requestOptions.ts";
import { readBack } from "./readBack.ts";
import { type LostProblem, sendWrite, type WriteEnd } from "./sendWrite.ts";
import { failed, holds, type Intent, uncertain } from "./writeProblem.ts";
import { foundWritten, writtenOf } from "./written.ts";

export interface OverwriteRules {
	/** An upsert makes the record where there is none. */
	readonly mayCreate: boolean;
	/** Written again over what reading has shown; otherwise only told. */
	readonly insists: boolean;
}

/** How often the state of the record may be another than the one just read. */
const mostRounds = 5;

/**
 * Writes over whatever version there is. Such a request carries nothing that would keep a repetition from undoing what
 * somebody else wrote in between, and so is never repeated as it is: after a lost answer the record is read. As it was to
 * be: done. Otherwise it is written over just the version that was read (or made, where there is none), which makes it a
 * conditional write like any other; each version that is written over was seen to lack our values. An
 * attempt that was given up may still arrive and write once more: nothing in it could keep it from that.
 */
export async function overwrite(
	exchange: Exchange,
	intent: Intent,
	options: WriteOptions,
	rules: OverwriteRules,
): Promise<ClientResult<Written>> {
	let condition: Condition = rules.mayCreate ? {} : { "If-Match": "*" };
	for (let round = 1; ; round += 1) {
		const end = await attempt(exchange, intent, options, condition);
		if (end.kind === "done") return done(exchange, intent, end, condition);
		const problem = whyToRead(end, round);
		if (problem === undefined) return failed(end.problem);
		const next = await lookAgain(exchange, intent, options, rules, problem);
		if ("ok" in next) return next;
		// Refused although the record is as it was read: something else is in the way, the key of another record.
		const isRefused = problem.code === "service" && isSame(condition, next.condition);
		if (isRefused) return failed(problem);
		if (round === mostRounds) return uncertain(intent, "unanswered", problem);
		condition = next.condition;
	}
}

/** The answer was lost, or the state that was read is not the state any more; otherwise the refusal stands. */
function whyToRead(end: Exclude<WriteEnd, { kind: "done" }>, round: number): LostProblem | undefined {
	if (end.kind === "lost") return end.problem;
	const { problem } = end;
	const isOvertaken = problem.code === "service" && (problem.status === 412 || problem.status === 404);
	return isOvertaken && round > 1 ? problem : undefined;
}

/** What came of it, or the condition under which it is written again. */
async function lookAgain(
	exchange: Exchange,
	intent: Intent,
	options: WriteOptions,
	{ mayCreate, insists }: OverwriteRules,
	last: LostProblem,
): Promise<ClientResult<Written> | { readonly condition: Condition }> {
	const found = await readBack(exchange, intent.target, options);
	if (found.kind === "unreadable") return uncertain(intent, "notReadable", last);
	const held = found.kind === "row" ? holds(intent, found.row) : "notAll";
	if (found.kind === "row" && held === "all") return foundWritten(intent.target, found);
	if (isFinal(last, insists)) return failed(last);
	if (found.kind === "absent") return mayCreate ? { condition: { "If-None-Match": "*" } } : failed(found.problem);
	if (held === "unknown") return uncertain(intent, "notReadable", last, found);
	if (insists && found.etag !== undefined) return { condition: { "If-Match": found.etag } };
	return uncertain(intent, "unconditional", last, found);
}

/** A refusal that would be met again. A failure of the service that it has rolled back is tried again by who insists. */
function isFinal(last: LostProblem, insists: boolean): boolean {
	if (last.code !== "service" || last.status === 412 || last.status === 404) return false;
	return last.status < 500 || !insists;
}

type Condition = Readonly<Partial<Record<"If-Match" | "If-None-Match", string>>>;

function isSame(left: Condition, right: Condition): boolean {
	return left["If-Match"] === right["If-Match"] && left["If-None-Match"] === right["If-None-Match"];
}

async function attempt(
	exchange: Exchange,
	{ target, mine }: Intent,
	options: WriteOptions,
	condition: Condition,
): Promise<WriteEnd> {
	const url = recordPath(target);
	const isBound = condition["If-None-Match"] !== undefined || (condition["If-Match"] ?? "*") !== "*";
	const repeat = isBound ? "conditional" : "never";
	return await sendWrite(exchange, { method: "PATCH", url, condition, body: mine, options, repeat, check: url });
}

/** Whether it was made or changed: by the status where the record comes back, by the condition where there was one. */
function done(
	exchange: Exchange,
	{ target }: Intent,
	{ answer }: Extract<WriteEnd, { kind: "done" }>,
	condition: Condition,
): ClientResult<Written> {
	const written = writtenOf(exchange, answer, target);
	if (condition["If-Match"] !== undefined) return { ok: true, value: { ...written, created: false } };
	if (condition["If-None-Match"] !== undefined || answer.status === 201) {
		return { ok: true, value: { ...written, created: true } };
	}
	return { ok: true, value: { ...written, ...(answer.status === 200 && { created: false }) } };
}
