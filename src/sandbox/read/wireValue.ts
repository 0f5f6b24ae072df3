import type { SQLOutputValue } from "node:sqlite";
import type { StorageKind } from "../schema/sandboxTable.ts";
import { jsonText } from "./jsonText.ts";

/** The JSON of a stored value that is not null. */
export type WireValue = (value: SQLOutputValue) => string;

/**
 * How values of a kind are written. A value of another SQLite type than its kind has cannot come from the sandbox; it
 * is written as null, so that the answer stays JSON.
 */
export function wireValue(kind: StorageKind): WireValue {
	switch (kind) {
		case "text":
			return (value) => (typeof value === "string" ? jsonText(value) : "null");
		case "guid":
		case "dateTime":
		case "date":
		case "choices":
			return (value) => (typeof value === "string" ? `"${value}"` : "null");
		case "integer":
			return (value) => (typeof value === "number" ? `${value}` : "null");
		case "long":
		case "any":
			// Both are stored or read as the very text that JSON wants.
			return (value) => (typeof value === "string" ? value : "null");
		case "decimal":
		case "double":
			return (value) => (typeof value === "number" ? decimalText(value) : "null");
		case "boolean":
			return (value) => (value === 1 ? "true" : "false");
		case "binary":
			return (value) => (value instanceof Uint8Array ? `"${Buffer.from(value).toString("base64")}"` : "null");
	}
}

/** With a point, also where the number is whole, as the service writes money and decimals: 45000.0. */
export function decimalText(value: number): string {
	return Number.isInteger(value) && Math.abs(value) < 1e21 ? `${value}.0` : `${value}`;
}
