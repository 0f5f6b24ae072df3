import type { DecimalText } from "./model.ts";

interface Decimal {
	readonly sign: -1 | 0 | 1;
	/** Without zeros at either end. */
	readonly digits: string;
	/** Places before the point: "123.4" has 3, "0.01" has -1. */
	readonly places: number;
}

/**
 * Order of two numbers as the schema writes them, exact whatever their size: negative, zero or positive as for `sort`.
 * Undefined where one of them is not a decimal number ("", "1,5", "NaN").
 */
export function compareDecimals(left: DecimalText, right: DecimalText): number | undefined {
	const a = parse(left);
	const b = parse(right);
	if (a === undefined || b === undefined) return undefined;
	if (a.sign !== b.sign) return a.sign - b.sign;
	if (a.places !== b.places) return a.sign * (a.places - b.places);
	if (a.digits === b.digits) return 0;
	// Both begin at the same place, so the order of the digits as text is the order of the numbers.
	return a.digits < b.digits ? -a.sign : a.sign;
}

function parse(text: DecimalText): Decimal | undefined {
	const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/.exec(text.trim());
	if (match === null) return undefined;
	const [, sign, whole = "", fraction = "", exponent = "0"] = match;
	const all = whole + fraction;
	if (all === "") return undefined;
	const first = all.search(/[1-9]/);
	if (first === -1) return { sign: 0, digits: "", places: 0 };
	return {
		sign: sign === "-" ? -1 : 1,
		digits: withoutTrailingZeros(all.slice(first)),
		places: whole.length - first + Number(exponent),
	};
}

/** A loop and not /0+$/, which takes quadratic time on long runs of zeros inside. */
function withoutTrailingZeros(digits: string): string {
	let end = digits.length;
	while (digits[end - 1] === "0") end -= 1;
	return digits.slice(0, end);
}
