/**
 * A number with at most so many digits after the point, halves away from zero. It goes through the decimal text, because
 * 1.005 * 100 is less than 100.5.
 */
export function roundTo(value: number, places: number): number {
	if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return value;
	const shifted = Math.round(Number(`${plainText(Math.abs(value))}e${places}`));
	return Math.sign(value) * Number(`${shifted}e-${places}`);
}

/** Small numbers print with an exponent, to which no second one can be joined. */
function plainText(value: number): string {
	return value < 1e-6 ? value.toFixed(20) : String(value);
}
