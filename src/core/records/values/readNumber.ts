import type { Outcome } from "../../base/outcome.ts";
import { isGivenBack } from "../../client/json/exactNumber.ts";
import type { ExactNumber } from "../../client/row.ts";
import { compareDecimals } from "../../schema/compareDecimals.ts";
import type { Column } from "../../schema/model.ts";
import type { ValueProblem } from "../valueProblem.ts";

type ReadNumber = Outcome<number | ExactNumber, ValueProblem>;

/** Far more characters than any column has digits. */
const longestNumber = 100;

/** What a 32-bit column holds, where the schema says nothing narrower. */
const integerRange = { min: "-2147483648", max: "2147483647" };

/** A number of any numeric column. The decimals are kept as they were typed: nothing is rounded on the way. */
export function readNumber(column: Column, text: string): ReadNumber {
	const { type } = column;
	const decimal = decimalText(text);
	if (!decimal.ok) return decimal;
	const isWhole = type === "Integer" || type === "BigInt";
	const places = decimal.value.split(".")[1]?.length ?? 0;
	if (isWhole && places > 0) return { ok: false, problem: { code: "notWhole" } };
	const allowed = decimalPlaces(column);
	if (allowed !== undefined && places > allowed) {
		return { ok: false, problem: { code: "tooManyDecimals", places: allowed } };
	}
	return (
		outOfRange(column, decimal.value) ?? {
			ok: true,
			value: isGivenBack(decimal.value) ? Number(decimal.value) : { exactNumber: decimal.value },
		}
	);
}

/** Of money the places may be those of the currency or of the organisation, which only the service knows. */
function decimalPlaces({ type, precision, precisionSource }: Column): number | undefined {
	return type !== "Money" || precisionSource === 0 ? precision : undefined;
}

function outOfRange({ type, minValue, maxValue }: Column, text: string): ReadNumber | undefined {
	const whole = type === "Integer" ? integerRange : undefined;
	const [min, max] = [minValue ?? whole?.min, maxValue ?? whole?.max];
	const below = min !== undefined && (compareDecimals(text, min) ?? 0) < 0;
	const above = max !== undefined && (compareDecimals(text, max) ?? 0) > 0;
	if (!below && !above) return undefined;
	const limits = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
	return { ok: false, problem: { code: "outOfRange", ...limits } };
}

/**
 * "-1234.5" of what people type and paste: with a currency's sign, with thousands set apart by blanks, apostrophes,
 * commas or points. A comma that could be either is asked about instead of guessed; a lone point is the decimal point,
 * as in the raw value that the person has before them.
 */
function decimalText(typed: string): Outcome<string, ValueProblem> {
	if (typed.length > longestNumber) return { ok: false, problem: { code: "notNumber" } };
	const text = typed
		.replace(/\p{Sc}/gu, "")
		.trim()
		.replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))/g, "")
		.replace("−", "-");
	if (/^[+-]?\d{1,3}(,\d{3})$/.test(text))
		return { ok: false, problem: { code: "ambiguousComma", text: typed.trim() } };
	const parts =
		/^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text) ??
		/^([+-]?)(\d{1,3}(?:,\d{3})+)\.(\d*)$/.exec(text) ??
		/^([+-]?)(\d{1,3}(?:,\d{3}){2,})$/.exec(text) ??
		/^([+-]?)(\d{1,3}(?:\.\d{3})+),(\d*)$/.exec(text) ??
		/^([+-]?)(\d{1,3}(?:\.\d{3}){2,})$/.exec(text) ??
		/^([+-]?)(\d+),(\d*)$/.exec(text);
	const [, sign = "", whole = "", fraction = ""] = parts ?? [];
	if (parts === null || whole + fraction === "") return { ok: false, problem: { code: "notNumber" } };
	return { ok: true, value: plainDecimal(sign, whole.replace(/[.,]/g, ""), fraction) };
}

/** Without what does not count: "+007.50" is 7.5. */
function plainDecimal(sign: string, whole: string, fraction: string): string {
	const digits = whole.replace(/^0+(?=\d)/, "") || "0";
	const places = fraction.replace(/0+$/, "");
	const number = places === "" ? digits : `${digits}.${places}`;
	return sign === "-" && number !== "0" ? `-${number}` : number;
}
