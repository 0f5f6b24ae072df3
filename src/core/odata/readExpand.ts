import { charCode } from "./charCodes.ts";
import type { OptionContext } from "./optionContext.ts";
import type { ExpandItem, PathSegment, QueryOption } from "./nodes.ts";
import { readList } from "./readList.ts";
import { readNestedOptions } from "./readNestedOptions.ts";
import { readAnnotation, takeSystemName, unknownSegment } from "./readPathSegments.ts";
import type { Reader } from "./reader.ts";
import { readStarOrName } from "./readSelect.ts";

/** `primarycontactid($select=fullname),tasks/$ref,*($levels=2)`. */
export function readExpandItems(reader: Reader): readonly ExpandItem[] {
	return readList(reader, readExpandItem);
}

const noOptions: readonly QueryOption[] = [];

export function readExpandItem(reader: Reader): ExpandItem {
	const start = reader.at(reader.pos);
	const segments: PathSegment[] = [];
	let last = readSegment(reader);
	segments.push(last);
	while (last.kind !== "system" && reader.peek() === charCode.slash) {
		reader.pos += 1;
		const isAfterStar = last.kind === "star";
		const place = reader.pos;
		last = readSegment(reader);
		if (isAfterStar && !(last.kind === "system" && last.name === "$ref")) {
			reader.problem("unexpectedSegment", place, reader.pos);
		}
		segments.push(last);
	}
	// Types lead to a navigation property; alone they are nothing to expand.
	if (segments.every(({ kind }) => kind === "qualifiedName")) {
		reader.problem("expectedToken", reader.pos, reader.pos, "/");
	}
	const options = reader.peek() === charCode.open ? readNestedOptions(reader, contextOf(last)) : noOptions;
	return { kind: "expandItem", start, end: reader.at(reader.pos), segments, options };
}

function readSegment(reader: Reader): PathSegment {
	const start = reader.pos;
	const code = reader.peek();
	if (code === charCode.at) return readAnnotation(reader);
	if (code !== charCode.dollar) return readStarOrName(reader, false);
	for (const name of ["$ref", "$count", "$value"] as const) {
		if (takeSystemName(reader, name)) {
			return { kind: "system", start: reader.at(start), end: reader.at(reader.pos), name };
		}
	}
	return unknownSegment(reader);
}

function contextOf(last: PathSegment): OptionContext {
	if (last.kind === "star") return "expandAll";
	if (last.kind !== "system") return "expand";
	return last.name === "$count" ? "expandCount" : "expandReferences";
}
