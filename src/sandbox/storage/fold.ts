/**
 * The form in which texts are compared: the service ignores case in every comparison. SQLite folds only ASCII, so the
 * folded text is stored beside the value, and every comparison folds its other side with this same function.
 */
export function fold(text: string): string {
	return text.toLowerCase();
}
