import { type DateFormat, dateFormat } from "./dateFormat.ts";
import { type NumberFormat, numberFormat } from "./numberFormat.ts";
import { zoneOffset } from "../service/zoneOffset.ts";

/** How one user reads dates and numbers. Costly to make, so made once for each language and time zone. */
export interface Formats {
	readonly dates: DateFormat;
	readonly numbers: NumberFormat;
}

export function createFormats(locale: string, timeZone: string): Formats {
	return { dates: dateFormat(locale, zoneOffset(timeZone)), numbers: numberFormat(locale) };
}
