/**
 * Refusals of values. One factory for each kind of failure; codes as in
 * https://learn.microsoft.com/power-apps/developer/data-platform/reference/web-service-error-codes
 */
import { badPayload, unexpectedNode } from "../../words/sandboxWrite.ts";
import * as words from "../../words/sandboxValues.ts";
import type { SandboxColumn } from "../schema/sandboxTable.ts";
import { Refusal } from "../service/refusal.ts";

const badPayloadCode = "0x80048d19";

/** @param set the entity set that the request names; empty for an update. */
export function notConvertible(set: string, literal: string, type: string): Refusal {
	return new Refusal(400, badPayloadCode, badPayload(set, words.notConvertible(literal, type)));
}

/** An object or a list where a plain value belongs. */
export function notPlainValue(set: string, node: "StartObject" | "StartArray"): Refusal {
	return new Refusal(400, badPayloadCode, badPayload(set, unexpectedNode(node, "PrimitiveValue")));
}

export function textTooLong({ logicalName, table }: SandboxColumn, maxLength: number): Refusal {
	return new Refusal(400, "0x80044331", words.textTooLong(logicalName, table, maxLength));
}

export function textWithNull({ logicalName }: SandboxColumn): Refusal {
	return new Refusal(400, "0x80040203", words.textWithNull(logicalName));
}

export function unknownOption({ logicalName, table }: SandboxColumn, value: string, accepted: string): Refusal {
	return new Refusal(400, "0x8004431a", words.unknownOption(value, logicalName, table, accepted));
}

/** Whole numbers have a code of their own. */
export function numberOutOfRange(
	{ logicalName, table, type }: SandboxColumn,
	value: string,
	range: { readonly min: string; readonly max: string },
): Refusal {
	const [code, name] = rangeFacts[type ?? ""] ?? rangeFacts.Decimal;
	return new Refusal(400, code, words.numberOutOfRange(value, name, logicalName, table, range));
}

const rangeFacts: Readonly<Record<string, readonly [string, string]>> & {
	readonly Decimal: readonly [string, string];
} = {
	Integer: ["0x8004432f", "System.Int32"],
	BigInt: ["0x8004432f", "System.Int64"],
	Decimal: ["0x80044330", "System.Decimal"],
	Double: ["0x80044330", "System.Double"],
	Money: ["0x80044330", "Microsoft.Xrm.Sdk.Money"],
};

export function dateTooEarly(actual: string): Refusal {
	return new Refusal(400, "0x80040239", words.dateTooEarly(actual));
}
