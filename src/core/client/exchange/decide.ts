import type { ClientProblem, MayHaveBeenApplied } from "../clientProblem.ts";
import type { Answer } from "./answerFacts.ts";
import type { AttemptOutcome } from "./attempt.ts";
import { backOff } from "./backOff.ts";
import type { ExchangeRequest } from "./exchange.ts";
import { isServiceError, readServiceProblem, type ServiceRefusal } from "./readServiceProblem.ts";
import { retryAfter } from "./retryAfter.ts";

/** What has become of a request so far. */
export interface Course {
	/** Attempts that were made, without those that met a limit. */
	readonly attempts: number;
	/** An attempt of a write was lost: it may have been applied. */
	readonly unsure: boolean;
	/** The service failed in an attempt of a write and says so, or one was lost: the next may meet its echo. */
	readonly echo: boolean;
	/** The token was renewed once. */
	readonly renewed: boolean;
	/** Times that a limit was met, and seconds that were waited for them. */
	readonly limits: number;
	readonly limitSeconds: number;
	readonly redirects: number;
}

export const newCourse: Course = {
	attempts: 0,
	unsure: false,
	echo: false,
	renewed: false,
	limits: 0,
	limitSeconds: 0,
	redirects: 0,
};

/** What does not change from attempt to attempt. */
export interface DecisionParts {
	readonly repeat: ExchangeRequest["repeat"];
	readonly write: boolean;
	/** An answer in several parts is one, whatever its status: each part has its own. */
	readonly isBatch: boolean;
	readonly unsure: Pick<MayHaveBeenApplied, "reason" | "check">;
	/** Most attempts, the first included. */
	readonly attempts: number;
	readonly now: () => number;
	readonly random: () => number;
}

export type Decision = { readonly course: Course } & (
	| { readonly kind: "done"; readonly answer: Answer }
	| { readonly kind: "fail"; readonly problem: ClientProblem }
	| { readonly kind: "renew" }
	| { readonly kind: "redirect"; readonly location: string }
	| { readonly kind: "wait"; readonly milliseconds: number; readonly reason: "limit" | "failure" }
);

/** A limit is waited for so often and so long in all (seconds); the person can give up any time before. */
const mostLimits = 20;
const longestLimits = 1800;
/** A service that will be away for longer than this (seconds) is not waited for: the problem says for how long. */
const longestFailure = 300;
const mostRedirects = 5;
/**
 * Of the errors of the service's own that come with 500, those that another attempt may not meet: a failure that nobody
 * expected, a deadlock, a transaction that was lost by one. A plug-in that stops a request would do so again, and have its
 * effects elsewhere again; a query that took too long would take as long.
 * https://learn.microsoft.com/troubleshoot/power-platform/dataverse/bulk-deleting-data/bulk-operation-errors
 */
const passingCodes: ReadonlySet<string> = new Set(["0x80040216", "0x80044150", "0x80040251", "0x80040255"]);
/** What the next attempt would meet as well: not there, no such version, a network that wants a sign-in of its own. */
const lasting: ReadonlySet<number> = new Set([501, 505, 511]);

/**
 * What follows from the outcome of an attempt. A write is never sent twice where it might be applied twice: what certainly
 * changed nothing (a limit, a token that is refused, no connection) is repeated always, what is uncertain only where the
 * operation says that it may be. The documentation has 429 and 503 for a service that did nothing; a 503 may also come from
 * something between that had passed the request on, so it counts as uncertain. A 500 with an error code is the service's
 * own, after it has rolled back: https://learn.microsoft.com/power-apps/developer/data-platform/event-framework
 */
export function decide(outcome: AttemptOutcome, before: Course, parts: DecisionParts): Decision {
	if (outcome.kind === "cancelled") {
		return { kind: "fail", problem: cancelled(parts.write), course: before };
	}
	if (outcome.kind === "lost") return afterLoss(outcome, counted(before), parts);
	const { status, headers } = outcome;
	// "Not modified" answers a read that was conditional. To a write it would be no success.
	const isSuccess = (status >= 200 && status < 300) || (status === 304 && !parts.write);
	if (isSuccess) return afterSuccess(outcome, counted(before), parts);
	const isParts = parts.isBatch && /^multipart\/mixed\b/i.test(headers["content-type"] ?? "");
	// The status is that of the part that failed: those before it were done, so a write is not sent again.
	if (isParts && parts.write) return { kind: "done", answer: outcome, course: counted(before) };
	if (status === 401 && !before.renewed) return { kind: "renew", course: { ...before, renewed: true } };
	const seconds = retryAfter(headers["retry-after"], parts.now());
	if (status === 429) return afterLimit(outcome, seconds, before, parts);
	const course = counted(before);
	if (isParts) return { kind: "done", answer: outcome, course };
	if (status >= 300 && status < 400) return afterRedirect(headers.location, course, parts);
	const refusal = readServiceProblem(status, outcome.text, seconds);
	return isPassing(refusal) ? afterServiceFailure(refusal, outcome.text, course, parts) : failed(refusal, course);
}

/**
 * The service is not there, or something between has waited in vain; gateways have statuses of their own for that, up to
 * 599.
 */
function isPassing({ status, precondition }: ServiceRefusal): boolean {
	return (status === 408 || (status >= 500 && !lasting.has(status))) && precondition === undefined;
}

/** The Web API never answers with a page: that comes from a proxy in its place, and says nothing about the request. */
function afterSuccess(answer: Answer, before: Course, parts: DecisionParts): Decision {
	if (!/^text\/html\b/i.test(answer.headers["content-type"] ?? "")) return { kind: "done", answer, course: before };
	const course = parts.write ? { ...before, unsure: true, echo: true } : before;
	const problem: ClientProblem = { code: "unreadable", what: "notJson" };
	return { kind: "fail", problem: unlessUnsure(problem, course, parts), course };
}

/** After the person gave up; nothing takes back what is under way. */
export function cancelled(mayHaveBeenApplied: boolean): ClientProblem {
	return { code: "cancelled", ...(mayHaveBeenApplied && { mayHaveBeenApplied }) };
}

/** The problem in the place of one that would say that nothing was changed, where that is not certain any more. */
export function unlessUnsure(
	problem: ClientProblem,
	{ unsure, attempts }: Course,
	parts: DecisionParts,
): ClientProblem {
	if (!unsure) return problem;
	return problem.code === "cancelled" ? cancelled(true) : { code: "mayHaveBeenApplied", ...parts.unsure, attempts };
}

function afterLoss(
	{ cause, sent, passing: mayPass }: Extract<AttemptOutcome, { kind: "lost" }>,
	before: Course,
	parts: DecisionParts,
): Decision {
	const isUnsure = parts.write && sent;
	const course = isUnsure ? { ...before, unsure: true, echo: true } : before;
	const mayRepeat = mayPass && (!sent || parts.repeat !== "never");
	if (mayRepeat && course.attempts < parts.attempts) return waiting(course, 0, parts);
	const problem: ClientProblem = { code: "network", cause, attempts: course.attempts };
	return { kind: "fail", problem: unlessUnsure(problem, course, parts), course };
}

function afterServiceFailure(refusal: ServiceRefusal, text: string, before: Course, parts: DecisionParts): Decision {
	const { status, serviceCode = "", retryAfter: asked = 0 } = refusal;
	const isOwn = status === 500 && isServiceError(text);
	const wouldBeTheSame = isOwn && !passingCodes.has(serviceCode.toLowerCase());
	const mayRepeat =
		parts.repeat !== "never" && !wouldBeTheSame && before.attempts < parts.attempts && asked <= longestFailure;
	// A batch is not taken back as a whole: what stood before the failure may be done.
	const isUnsure = parts.write && (!isOwn || parts.isBatch);
	const unsure = before.unsure || isUnsure;
	const course = { ...before, unsure, echo: before.echo || unsure || (parts.write && !wouldBeTheSame) };
	if (mayRepeat) return waiting(course, asked, parts);
	const problem: ClientProblem = { ...refusal, attempts: course.attempts };
	return { kind: "fail", problem: unlessUnsure(problem, course, parts), course };
}

/** The whole `Retry-After`; where there is none, seconds that double, as the documentation's own sample waits. */
function afterLimit(
	{ status, text }: Answer,
	asked: number | undefined,
	before: Course,
	parts: DecisionParts,
): Decision {
	const seconds = asked ?? Math.min(60, 2 ** (before.limits + 1));
	const course = { ...before, limits: before.limits + 1, limitSeconds: before.limitSeconds + seconds };
	if (course.limits <= mostLimits && course.limitSeconds <= longestLimits) {
		return { kind: "wait", milliseconds: seconds * 1000, reason: "limit", course };
	}
	const attempts = course.attempts + course.limits;
	const problem: ClientProblem = { ...readServiceProblem(status, text, asked), attempts };
	return { kind: "fail", problem: unlessUnsure(problem, course, parts), course };
}

/** Whether it is followed depends on where it leads: the exchange knows. */
function afterRedirect(location: string | undefined, course: Course, parts: DecisionParts): Decision {
	if (location !== undefined && course.redirects < mostRedirects) {
		const followed = { ...course, attempts: course.attempts - 1, redirects: course.redirects + 1 };
		return { kind: "redirect", location, course: followed };
	}
	const problem: ClientProblem = { code: "unreadable", what: "redirect" };
	return { kind: "fail", problem: unlessUnsure(problem, course, parts), course };
}

function waiting(course: Course, asked: number, { random }: DecisionParts): Decision {
	const milliseconds = Math.max(backOff(course.attempts, random()), asked * 1000);
	return { kind: "wait", milliseconds, reason: "failure", course };
}

/** A refusal by the service itself. After a lost attempt the operation has to judge it: it may be the echo. */
function failed(refusal: ServiceRefusal, course: Course): Decision {
	return { kind: "fail", problem: { ...refusal, attempts: course.attempts }, course };
}

function counted(course: Course): Course {
	return { ...course, attempts: course.attempts + 1 };
}
