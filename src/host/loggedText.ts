/** A value as a log writes it. Errors with their stack and their causes; never throws. */
export function loggedText(value: unknown, depth = 0): string {
	if (typeof value === "string") return value;
	if (value instanceof Error) {
		const own = value.stack ?? `${value.name}: ${value.message}`;
		return value.cause === undefined || depth > 4 ? own : `${own}\nCaused by: ${loggedText(value.cause, depth + 1)}`;
	}
	if (typeof value !== "object" || value === null) return String(value);
	try {
		return JSON.stringify(value);
	} catch {
		return Object.prototype.toString.call(value);
	}
}
