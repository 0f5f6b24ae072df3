/**
 * Text of a file or a service for a terminal: control characters, which could move the cursor or change colours, become a mark. JSON
 * escapes them by itself.
 */
export function printable(text: string): string {
	return text.replace(/\p{Cc}/gu, "\uFFFD");
}
