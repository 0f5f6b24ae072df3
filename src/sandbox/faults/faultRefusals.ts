/** What the service answers when it is asked to fail. One factory for each kind of failure. */
import * as words from "../../words/sandboxFaults.ts";
import { Refusal } from "../service/refusal.ts";
import type { FaultRule } from "./faultRule.ts";

/** The three limits of service protection. https://learn.microsoft.com/power-apps/developer/data-platform/api-limits */
export function limitExceeded({ limit = "requests", retryAfter = 1 }: FaultRule): Refusal {
	const headers = {
		"retry-after": String(retryAfter),
		"x-ms-ratelimit-burst-remaining-xrm-requests": "0",
		"x-ms-ratelimit-time-remaining-xrm-requests": "0",
	};
	switch (limit) {
		case "requests":
			return new Refusal(429, "0x80072322", words.tooManyRequests(6000), headers);
		case "time":
			return new Refusal(429, "0x80072321", words.tooMuchTime(), headers);
		case "concurrency":
			return new Refusal(429, "0x80072326", words.tooManyAtOnce(52), headers);
	}
}

export function serverFault(status: number, retryAfter: number | undefined): Refusal {
	const headers = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
	return new Refusal(status, status === 500 ? "0x80040216" : "", words.serverFault(status), headers);
}

/** @param what table, record or column as the rule names it. */
export function noRight(what: string): Refusal {
	return new Refusal(403, "0x80040220", words.noRight(what));
}
