/** A moment as date-time columns keep it, to the second: "2026-01-31T13:45:00Z". `milliseconds` since 1970. */
export function instant(milliseconds: number): string {
	return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
