/** A number as JSON writes it (RFC 8259, 6). */
const jsonNumber = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/**
 * The value of a JSON number in one form: "-125e-2" for -1.25, -1.250 and -12.5E-1 alike, "0" for every zero. Undefined
 * where the text is no JSON number.
 */
export function decimalValue(text: string): string | undefined {
	const [, sign = "", whole, fraction = "", exponent = "0"] = jsonNumber.exec(text) ?? [];
	if (whole === undefined) return undefined;
	const digits = whole + fraction;
	let start = 0;
	while (digits[start] === "0") start += 1;
	if (start === digits.length) return "0";
	let end = digits.length;
	while (digits[end - 1] === "0") end -= 1;
	return `${sign}${digits.slice(start, end)}e${Number(exponent) - fraction.length + digits.length - end}`;
}
