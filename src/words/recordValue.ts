/** Values of records as people read them, where the service has not formatted them: what was typed and is not saved yet. */
import { isExactNumber } from "../core/client/json/exactNumber.ts";
import { printJson } from "../core/client/json/printJson.ts";
import type { RowValue } from "../core/client/row.ts";
import type { Column } from "../core/schema/model.ts";
import { type Message, message } from "./message.ts";

export const valueWords = {
	empty: message("(empty)"),
	yes: message("yes"),
	no: message("no"),
} as const;

/** @param like the record's own value as the service formatted it: its currency, separators and places are taken over. */
export function valueText(column: Column | undefined, value: RowValue, like?: string): Message {
	if (value === null) return valueWords.empty;
	const plain = plainText(value);
	const { type, choice } = column ?? {};
	const label = (one: string): string | undefined =>
		choice?.options.find((option) => String(option.value) === one.trim())?.label?.trim();
	if (typeof value === "boolean") return text(label(value ? "1" : "0")) ?? (value ? valueWords.yes : valueWords.no);
	if (type === "MultiSelectPicklist")
		return message("{value}", { value: labelled(plain.split(","), label).join("; ") });
	if (choice !== undefined) return message("{value}", { value: label(plain) ?? plain });
	const isAmount = type === "Money" || type === "Decimal" || type === "Integer" || type === "BigInt";
	return message("{value}", { value: isAmount && like !== undefined ? formattedLike(plain, like) : plain });
}

/** The value as it stands in JSON, a text without its quotes. */
export function plainText(value: RowValue): string {
	if (typeof value === "string") return value;
	return isExactNumber(value) ? value.exactNumber : printJson(value);
}

/** "72000" like "€60,000.00" is "€72,000.00". The number alone where the example is negative or of another form. */
export function formattedLike(number: string, like: string): string {
	const example = /^([^\d(-]*)(\d(?:[\d.,'’\s]*\d)?)([^\d)-]*)$/.exec(like);
	const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(number);
	if (example === null || parts === null) return number;
	const [, before = "", digits = "", after = ""] = example;
	const [, sign = "", whole = "", fraction = ""] = parts;
	const [, decimal = "", shownPlaces = ""] = /([.,])(\d{1,2}|\d{4,})$/.exec(digits) ?? [];
	const group = /\d([.,'’\s])\d{3}/.exec(digits)?.[1] ?? (decimal === "," ? "." : ",");
	const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group);
	const places = fraction.padEnd(shownPlaces.length, "0");
	return `${sign}${before}${grouped}${places === "" ? "" : (decimal || ".") + places}${after}`;
}

function labelled(values: readonly string[], label: (value: string) => string | undefined): readonly string[] {
	return values.map((value) => label(value) ?? value);
}

function text(label: string | undefined): Message | undefined {
	return label === undefined || label === "" ? undefined : message("{value}", { value: label });
}
