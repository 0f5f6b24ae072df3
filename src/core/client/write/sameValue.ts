import { decimalValue } from "../json/decimalValue.ts";
import { isExactNumber } from "../json/exactNumber.ts";
import { isGuid } from "../recordPath.ts";
import type { RowValue } from "../row.ts";
import { instant } from "./instant.ts";

/**
 * Whether a value that was written and one that was read are the same to the service, which keeps values in a form of its
 * own. Where it is not sure they are not the same: a write is then reported as uncertain, and never as saved by mistake.
 */
export function sameValue(written: RowValue, read: RowValue): boolean {
	if (isEmpty(written) || isEmpty(read)) return isEmpty(written) && isEmpty(read);
	const left = numberText(written);
	const right = numberText(read);
	if (left !== undefined && right !== undefined) return sameNumber(left, right);
	if (typeof written === "string" && typeof read === "string") return sameText(written, read);
	return written === read;
}

/** An empty text is kept as null. */
function isEmpty(value: RowValue): boolean {
	return value === null || value === "";
}

function numberText(value: RowValue): string | undefined {
	if (typeof value === "number") return String(value);
	return isExactNumber(value) ? value.exactNumber : undefined;
}

/**
 * Amounts and decimals come back rounded to the digits of their column or currency. Fewer than two digits are not taken
 * for rounding: 0.5 written and 1 read are more likely two people's values than one.
 */
function sameNumber(written: string, read: string): boolean {
	if (decimalValue(written) === decimalValue(read)) return true;
	const digits = /\.(\d+)$/.exec(read)?.[1]?.length ?? 0;
	const difference = Math.abs(Number(written) - Number(read));
	// Half a unit of the last digit read, and a little for what doubles cannot say.
	return written.includes(".") && difference <= Math.min(0.5 * 10 ** -digits, 0.005) * (1 + 1e-9);
}

function sameText(written: string, read: string): boolean {
	if (written === read) return true;
	if (isGuid(bare(written)) && isGuid(bare(read))) return bare(written) === bare(read);
	if (isChoices(written) && isChoices(read)) return sorted(written) === sorted(read);
	const moment = instant(written);
	if (moment !== undefined && moment === instant(read)) return true;
	return trimmed(written) === trimmed(read);
}

function bare(text: string): string {
	return text.replace(/^\{(.*)\}$/, "$1").toLowerCase();
}

/** Several options of a multi-select choice. */
function isChoices(text: string): boolean {
	return /^-?\d+(?:\s*,\s*-?\d+)+$/.test(text);
}

function sorted(choices: string): string {
	return choices
		.split(",")
		.map((option) => option.trim())
		.sort()
		.join(",");
}

/** Blanks at the end and the kind of line ends do not survive every form and plug-in. */
function trimmed(text: string): string {
	return text.replaceAll("\r\n", "\n").trimEnd();
}
