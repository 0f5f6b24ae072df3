import assert from "node:assert/strict";
import type { AttemptOutcome } from "../../../src/core/client/exchange/attempt.ts";
import { type Course, decide, type DecisionParts, newCourse } from "../../../src/core/client/exchange/decide.ts";

const now = Date.UTC(2026, 2, 15);
const own = '{"error":{"code":"0x80040216","message":"Broken."}}';

function answer(status: number, text = "", headers: Readonly<Record<string, string>> = {}): AttemptOutcome {
	return { kind: "answer", status, text, headers };
}

const lost: AttemptOutcome = { kind: "lost", cause: "reset", sent: true, passing: true };
const unsent: AttemptOutcome = { kind: "lost", cause: "refused", sent: false, passing: true };
const untrusted: AttemptOutcome = { kind: "lost", cause: "certificate", sent: false, passing: false };

const outcomes = {
	"200": answer(200),
	"204": answer(204),
	"304": answer(304),
	"302": answer(302, "", { location: "/x" }),
	"400": answer(400),
	"401": answer(401),
	"403": answer(403),
	"408": answer(408),
	"412": answer(412),
	"429": answer(429, "", { "retry-after": "17" }),
	"500": answer(500, own),
	"500 of a plug-in": answer(500, own.replace("0x80040216", "0x80040265")),
	"500 of a proxy": answer(500, "<html>"),
	"501": answer(501),
	"502": answer(502),
	"503": answer(503),
	"504": answer(504),
	"511": answer(511),
	"520": answer(520),
	lost,
	unsent,
	untrusted,
	cancelled: { kind: "cancelled" },
} as const satisfies Readonly<Record<string, AttemptOutcome>>;

type Name = keyof typeof outcomes;

function parts(more: Partial<DecisionParts>): DecisionParts {
	return {
		repeat: "safe",
		write: false,
		isBatch: false,
		unsure: { reason: "action" },
		attempts: 3,
		now: () => now,
		random: () => 0.5,
		...more,
	};
}

/** In one word or two: what is done, or the code of the problem, and "?" where an earlier attempt may have been applied. */
function briefly(name: Name, course: Partial<Course>, more: Partial<DecisionParts>): string {
	const decision = decide(outcomes[name], { ...newCourse, ...course }, parts(more));
	const echo = decision.course.echo ? "?" : "";
	if (decision.kind === "wait") return `wait ${decision.milliseconds}${echo}`;
	if (decision.kind !== "fail") return `${decision.kind}${echo}`;
	const { problem } = decision;
	const detail = problem.code === "service" ? problem.status : problem.code === "network" ? problem.cause : "";
	const applied = problem.code === "cancelled" && problem.mayHaveBeenApplied === true ? " late" : "";
	return `${problem.code} ${detail}`.trim() + applied + echo;
}

const read = {};
const safe = { write: true, repeat: "safe" } as const;
const conditional = { write: true, repeat: "conditional" } as const;
const never = { write: true, repeat: "never" } as const;

/** What follows from the first attempt: of a read, of a write that may be repeated, of one that may not. */
const first: Readonly<Record<Name, readonly [read: string, safe: string, never: string]>> = {
	"200": ["done", "done", "done"],
	"204": ["done", "done", "done"],
	"304": ["done", "unreadable", "unreadable"],
	"302": ["redirect", "redirect", "redirect"],
	"400": ["service 400", "service 400", "service 400"],
	"401": ["renew", "renew", "renew"],
	"403": ["service 403", "service 403", "service 403"],
	"408": ["wait 250", "wait 250?", "mayHaveBeenApplied?"],
	"412": ["service 412", "service 412", "service 412"],
	"429": ["wait 17000", "wait 17000", "wait 17000"],
	"500": ["wait 250", "wait 250?", "service 500?"],
	"500 of a plug-in": ["service 500", "service 500", "service 500"],
	"500 of a proxy": ["wait 250", "wait 250?", "mayHaveBeenApplied?"],
	"501": ["service 501", "service 501", "service 501"],
	"502": ["wait 250", "wait 250?", "mayHaveBeenApplied?"],
	"503": ["wait 250", "wait 250?", "mayHaveBeenApplied?"],
	"504": ["wait 250", "wait 250?", "mayHaveBeenApplied?"],
	"511": ["service 511", "service 511", "service 511"],
	"520": ["wait 250", "wait 250?", "mayHaveBeenApplied?"],
	lost: ["wait 250", "wait 250?", "mayHaveBeenApplied?"],
	unsent: ["wait 250", "wait 250", "wait 250"],
	untrusted: ["network certificate", "network certificate", "network certificate"],
	cancelled: ["cancelled", "cancelled late", "cancelled late"],
};

/** The same at the last attempt; for the write that may be repeated also after one that was lost. */
const last: Readonly<Record<Name, readonly [read: string, safe: string, afterLoss: string]>> = {
	"200": ["done", "done", "done?"],
	"204": ["done", "done", "done?"],
	"304": ["done", "unreadable", "mayHaveBeenApplied?"],
	"302": ["redirect", "redirect", "redirect?"],
	"400": ["service 400", "service 400", "service 400?"],
	"401": ["renew", "renew", "renew?"],
	"403": ["service 403", "service 403", "service 403?"],
	"408": ["service 408", "mayHaveBeenApplied?", "mayHaveBeenApplied?"],
	"412": ["service 412", "service 412", "service 412?"],
	"429": ["wait 17000", "wait 17000", "wait 17000?"],
	"500": ["service 500", "service 500?", "mayHaveBeenApplied?"],
	"500 of a plug-in": ["service 500", "service 500", "mayHaveBeenApplied?"],
	"500 of a proxy": ["service 500", "mayHaveBeenApplied?", "mayHaveBeenApplied?"],
	"501": ["service 501", "service 501", "service 501?"],
	"502": ["service 502", "mayHaveBeenApplied?", "mayHaveBeenApplied?"],
	"503": ["service 503", "mayHaveBeenApplied?", "mayHaveBeenApplied?"],
	"504": ["service 504", "mayHaveBeenApplied?", "mayHaveBeenApplied?"],
	"511": ["service 511", "service 511", "service 511?"],
	"520": ["service 520", "mayHaveBeenApplied?", "mayHaveBeenApplied?"],
	lost: ["network reset", "mayHaveBeenApplied?", "mayHaveBeenApplied?"],
	unsent: ["network refused", "network refused", "mayHaveBeenApplied?"],
	untrusted: ["network certificate", "network certificate", "mayHaveBeenApplied?"],
	cancelled: ["cancelled", "cancelled late", "cancelled late?"],
};

const names = Object.keys(outcomes) as Name[];

describe("What follows from an attempt", () => {
	for (const name of names) {
		it(`${name}, the first time`, () => {
			const found = [read, safe, never].map((kind) => briefly(name, {}, kind));
			assert.deepEqual(found, first[name]);
			assert.equal(briefly(name, {}, conditional), first[name][1]);
		});

		it(`${name}, the last time`, () => {
			const course = { attempts: 2 };
			const afterLoss = { ...course, unsure: true, echo: true };
			const found = [briefly(name, course, read), briefly(name, course, safe), briefly(name, afterLoss, safe)];
			assert.deepEqual(found, last[name]);
			assert.equal(briefly(name, afterLoss, conditional), last[name][2]);
		});
	}

	it("renews a token once", () => {
		assert.equal(briefly("401", { renewed: true }, read), "service 401");
	});

	it("waits as long as a limit asks, or twice as long each time where it does not", () => {
		const waits = [0, 1, 2, 3, 9].map((limits) => {
			const decision = decide(answer(429), { ...newCourse, limits }, parts(never));
			return decision.kind === "wait" ? decision.milliseconds : 0;
		});
		assert.deepEqual(waits, [2000, 4000, 8000, 16000, 60000]);
	});

	it("does not wait for limits for ever", () => {
		assert.equal(briefly("429", { limits: 19, limitSeconds: 1000 }, read), "wait 17000");
		assert.equal(briefly("429", { limits: 20, limitSeconds: 1000 }, read), "service 429");
		assert.equal(briefly("429", { limits: 1, limitSeconds: 1790 }, read), "service 429");
		assert.equal(briefly("429", { limits: 20, unsure: true, echo: true }, safe), "mayHaveBeenApplied?");
	});

	it("waits at most twice as long after each failure, and at least as long as it is asked to", () => {
		const wait = (attempts: number, random: number, headers = {}): unknown => {
			const given = parts({ attempts: 99, random: () => random });
			const decision = decide(answer(503, "", headers), { ...newCourse, attempts }, given);
			return decision.kind === "wait" && decision.milliseconds;
		};
		assert.deepEqual(
			[0, 1, 2, 3, 20].map((attempts) => wait(attempts, 1)),
			[500, 1000, 2000, 4000, 30000],
		);
		assert.equal(wait(3, 0), 0);
		assert.equal(wait(0, 1, { "retry-after": "5" }), 5000);
		assert.equal(wait(0, 1, { "retry-after": new Date(now + 9000).toUTCString() }), 9000);
	});

	it("takes the answer of a batch as one, whatever its status", () => {
		const multipart = answer(412, "--x", { "content-type": "multipart/mixed; boundary=x" });
		const kind = (isBatch: boolean, outcome: AttemptOutcome): string =>
			decide(outcome, newCourse, parts({ ...never, isBatch })).kind;
		assert.equal(kind(true, multipart), "done");
		assert.equal(kind(false, multipart), "fail");
		assert.equal(kind(true, answer(412, own, { "content-type": "application/json" })), "fail");
	});

	it("takes no batch for rolled back as a whole", () => {
		assert.equal(briefly("500", {}, { ...never, isBatch: true }), "mayHaveBeenApplied?");
		assert.equal(briefly("500", { attempts: 2 }, { isBatch: true }), "service 500");
	});

	it("takes the page of a proxy for no answer", () => {
		const page = answer(200, "<html>", { "content-type": "text/html; charset=utf-8" });
		const found = decide(page, newCourse, parts(read));
		assert.deepEqual(found.kind === "fail" && found.problem, { code: "unreadable", what: "notJson" });
		for (const kind of [never, safe, conditional]) {
			const written = decide(page, newCourse, parts(kind));
			assert.equal(written.kind === "fail" && written.problem.code, "mayHaveBeenApplied");
			assert.ok(written.course.echo, "an operation that can look, looks");
		}
	});

	it("does not wait for a service that says that it will be away for long", () => {
		const away = (seconds: string): string =>
			decide(answer(503, "", { "retry-after": seconds }), newCourse, parts(read)).kind;
		assert.deepEqual([away("300"), away("301")], ["wait", "fail"]);
	});

	it("follows no more than a few redirects", () => {
		assert.equal(briefly("302", { redirects: 5 }, read), "unreadable");
		const nowhere = decide(answer(302), newCourse, parts(read));
		assert.equal(nowhere.kind === "fail" && nowhere.problem.code, "unreadable");
	});
});
