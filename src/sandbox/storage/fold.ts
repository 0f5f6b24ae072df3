/**
 * The form in which texts are compared. The service compares as the collation of the environment's language does, and
 * that of English (United States) ignores case and accents: "Café" = "CAFE"
 * (https://learn.microsoft.com/power-platform/admin/language-collations). SQLite folds only ASCII, so the folded text is
 * stored beside the value, and every comparison folds its other side with this same function.
 *
 * The rule works letter by letter, so that the fold of a beginning is a beginning of the fold: decompose, drop the
 * combining marks of Latin, Greek and Cyrillic (U+0300 to U+036F), lower case, one form of the Greek sigma, compose.
 *
 * Files hold folded texts: another rule needs another `formatVersion` (openDatabase.ts) and a way from the old one.
 */
export function fold(text: string): string {
	if (isAscii.test(text)) return text.toLowerCase();
	return text.normalize("NFD").replace(marks, "").toLowerCase().replaceAll("ς", "σ").normalize("NFC");
}

const isAscii = /^[\0-\x7f]*$/;
const marks = /[\u0300-\u036f]+/g;
