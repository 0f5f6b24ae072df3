import type { Outcome } from "../../base/outcome.ts";
import type { ValueProblem } from "../valueProblem.ts";

const firstYear = 1753;

/** "2026-03-15" */
export function readDate(typed: string): Outcome<string, ValueProblem> {
	const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed.trim());
	const day = parts === null ? undefined : dayText(parts[1], parts[2], parts[3]);
	if (day === undefined) return { ok: false, problem: { code: "notDate" } };
	return Number(day.slice(0, 4)) < firstYear ? { ok: false, problem: { code: "tooEarly" } } : { ok: true, value: day };
}

/**
 * "2026-03-15T10:30:00Z", also with a blank for the T and without seconds, zone or time: it is taken as UTC, which is what
 * the service keeps. A text with another zone is refused, so that nobody's hours are shifted unseen.
 */
export function readDateTime(typed: string): Outcome<string, ValueProblem> {
	const parts = /^(\S+?)(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*Z?)?$/i.exec(typed.trim());
	if (parts === null) return { ok: false, problem: { code: "notDateTime" } };
	const [, day = "", hour = "0", minute = "00", second = "00"] = parts;
	const date = readDate(day);
	if (!date.ok) return date.problem.code === "notDate" ? { ok: false, problem: { code: "notDateTime" } } : date;
	if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
		return { ok: false, problem: { code: "notDateTime" } };
	}
	return { ok: true, value: `${date.value}T${hour.padStart(2, "0")}:${minute}:${second}Z` };
}

function dayText(year = "", month = "", day = ""): string | undefined {
	const [y, m, d] = [Number(year), Number(month), Number(day)];
	if (m < 1 || m > 12 || d < 1 || d > daysOf(y, m)) return undefined;
	return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function daysOf(year: number, month: number): number {
	if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
	return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
