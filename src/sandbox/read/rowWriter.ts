import type { SQLOutputValue } from "node:sqlite";
import type { StorageKind } from "../schema/sandboxTable.ts";
import { jsonText } from "./jsonText.ts";
import type { Page } from "./page.ts";
import type { ReadRow } from "./readRows.ts";
import { wireValue } from "./wireValue.ts";

/** Appends something of a row to its JSON. Made once for a shape of query; page by page it only appends. */
export type RowWriter = (out: string, row: ReadRow, page: Page) => string;

/** What stands before a value: `"name@term":"...",`, or nothing. */
export type AnnotationWriter = (value: SQLOutputValue, row: ReadRow, page: Page) => string;

export interface Property {
	readonly slot: number;
	/** The whole property where the row has no value: null has no annotations. */
	readonly ifNull: string;
	/** For rows that have a value. */
	readonly write: RowWriter;
}

/** Stretches of nulls that are kept as one text; rows of a table are empty in much the same places. */
const keptStretches = 2000;

/**
 * Writes properties one after the other. Most of the two hundred columns of a row are null, so neighbouring nulls are
 * appended as one text.
 */
export function propertiesWriter(properties: readonly Property[]): RowWriter {
	const stretches = new Map<number, string>();
	const nulls = (from: number, to: number): string => {
		const key = from * properties.length + to;
		let text = stretches.get(key);
		if (text === undefined) {
			text = properties
				.slice(from, to)
				.map(({ ifNull }) => ifNull)
				.join("");
			if (stretches.size >= keptStretches) stretches.clear();
			stretches.set(key, text);
		}
		return text;
	};
	return (out, row, page) => {
		let text = out;
		let done = 0;
		for (let index = 0; index < properties.length; index += 1) {
			const property = properties[index];
			if (property === undefined || row[property.slot] === null) continue;
			if (done < index) text += nulls(done, index);
			text = property.write(text, row, page);
			done = index + 1;
		}
		return done < properties.length ? text + nulls(done, properties.length) : text;
	};
}

/** @param lead what stands before the property: a comma, or nothing at the beginning of a row. */
export function valueWriter(
	lead: string,
	name: string,
	slot: number,
	kind: StorageKind,
	annotations: readonly AnnotationWriter[],
): RowWriter {
	if (annotations.length > 0) return annotatedWriter(lead, name, slot, kind, annotations);
	const key = `${lead}"${name}":`;
	// The kinds of nearly all columns are written right here: a call less for each value of a page.
	switch (kind) {
		case "text":
			return (out, row) => out + key + jsonText(row[slot] as string);
		case "guid":
		case "dateTime":
		case "date":
		case "choices": {
			const opened = `${key}"`;
			return (out, row) => out + opened + (row[slot] as string) + '"';
		}
		case "integer":
			return (out, row) => out + key + String(row[slot]);
		default: {
			const toText = wireValue(kind);
			return (out, row) => out + key + toText(row[slot] as SQLOutputValue);
		}
	}
}

function annotatedWriter(
	lead: string,
	name: string,
	slot: number,
	kind: StorageKind,
	annotations: readonly AnnotationWriter[],
): RowWriter {
	const key = `"${name}":`;
	const toText = wireValue(kind);
	return (out, row, page) => {
		const value = row[slot] as SQLOutputValue;
		let text = out + lead;
		for (const annotation of annotations) text += annotation(value, row, page);
		return text + key + toText(value);
	};
}

/** An annotation that is known before any row is. */
export function constantAnnotation(name: string, term: string, value: string): AnnotationWriter {
	const text = `"${name}@${term}":${jsonText(value)},`;
	return () => text;
}
