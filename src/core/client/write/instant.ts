import { daysSince1970 } from "../../base/daysSince1970.ts";

/**
 * The moment that a text of a date column names, in whole seconds since 1970: the service cuts fractions off. A day alone
 * is its midnight in UTC. Undefined where the text is no moment, also where it has a time and no zone.
 */
export function instant(text: string): number | undefined {
	const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|([+-])(\d\d):(\d\d)))?$/.exec(text);
	if (parts === null) return undefined;
	const part = (index: number): number => Number(parts[index] ?? 0);
	const ahead = (parts[7] === "-" ? -60 : 60) * (part(8) * 60 + part(9));
	return daysSince1970(part(1), part(2), part(3)) * 86_400 + part(4) * 3600 + part(5) * 60 + part(6) - ahead;
}
