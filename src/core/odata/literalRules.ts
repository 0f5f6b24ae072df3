/** The rules of OData's grammar that name a literal or the value of one, each with its scanner. */
import type { Parsed } from "./nodes.ts";
import { decodePercent } from "./decodePercent.ts";
import { flagPlus } from "./readNumeric.ts";
import { readJsonString, readPrefixed, readString } from "./readQuoted.ts";
import { Reader } from "./reader.ts";
import { type GeoShape, geoShapes, scanGeo } from "./scanGeo.ts";
import { scanBase64, scanEnumMembers, scanGuid, scanInteger, scanNumber } from "./scanLiteral.ts";
import { scanDate, scanDateTimeOffset, scanDuration, scanTimeOfDay, skipDigits } from "./scanTemporal.ts";

type Scan = (reader: Reader, start: number) => number;
export type ParseRule = (text: string) => Parsed<unknown>;

/** The whole text must be what the scanner finds. `payload`: as in a body, where nothing is encoded. */
function whole(scan: Scan, payload: boolean): ParseRule {
	return (text) => {
		const reader = new Reader(payload ? { text, problems: [] } : decodePercent(text));
		reader.isPayload = payload;
		const scanned = scan(reader, 0);
		const end = scanned < 0 ? ~scanned : scanned;
		flagPlus(reader, 0, end);
		if (scanned < 0) reader.problem("badLiteral", end, reader.limit);
		reader.pos = scanned < 0 ? reader.limit : end;
		reader.expectEnd();
		return { text, tree: undefined, problems: reader.finish() };
	};
}

/** A literal with quotes, read by one of the read functions. */
function quoted(read: (reader: Reader) => unknown): ParseRule {
	return (text) => {
		const reader = Reader.of(text);
		reader.inJson = true;
		const tree = read(reader);
		reader.expectEnd();
		return { text, tree, problems: reader.finish() };
	};
}

/** `duration'...'` and its like; the prefix of a duration and of an enumeration may be absent. */
function prefixed(prefix: RegExp, optional: boolean, inner?: Scan): ParseRule {
	return quoted((reader) => {
		const length = prefix.exec(reader.text)?.[0].length ?? 0;
		if (reader.codeAt(length) !== 39 || (length === 0 && !optional)) {
			reader.problem("expectedLiteral", length, reader.limit);
			reader.pos = reader.limit;
			return undefined;
		}
		const end = inner?.(reader, length + 1) ?? 0;
		if (end < 0) reader.problem("badLiteral", ~end, reader.limit);
		return length === 0 ? readString(reader) : readPrefixed(reader, length);
	});
}

/** Digits with an optional sign, at most so many. */
function integer(most: number): Scan {
	return (reader, start) => scanInteger(reader, start, most);
}

function word(...words: readonly string[]): Scan {
	return (reader, start) => {
		const found = words.find((candidate) => reader.text.startsWith(candidate, start));
		return found === undefined ? ~start : start + found.length;
	};
}

const ignoringCase =
	(scan: Scan): Scan =>
	(reader, start) =>
		scan(new Reader({ text: reader.text.toLowerCase(), problems: [] }), start);

const byte: Scan = (reader, start) => {
	const end = skipDigits(reader, start);
	return end === start ? ~start : Math.min(end, start + 3);
};

/** Which of the values reaches furthest, as a grammar with alternatives would find. */
const anyValue: Scan = (reader, start) => {
	const scans: readonly Scan[] = [
		word("true", "false"),
		scanGuid,
		scanDuration,
		scanDateTimeOffset,
		scanDate,
		scanTimeOfDay,
		scanEnumMembers,
		scanGeo,
		scanNumber,
		scanBase64,
	];
	let furthest = start;
	for (const scan of scans) {
		const end = scan(reader, start);
		if (end === reader.limit) return end;
		furthest = Math.max(furthest, end < 0 ? ~end : end);
	}
	return ~furthest;
};

const boolean = word("true", "false");
const enumName = /^[A-Za-z_][\w.]*/;

/** Numbers, dates and the like: as in a URL, and with `Value` as in a body. */
const inBoth: Readonly<Record<string, Scan>> = {
	decimal: scanNumber,
	double: scanNumber,
	single: scanNumber,
	sbyte: integer(3),
	int16: integer(5),
	int32: integer(10),
	int64: integer(19),
	dateTimeOffset: scanDateTimeOffset,
	timeOfDay: scanTimeOfDay,
};

const inUrl: Readonly<Record<string, Scan>> = {
	null: word("null"),
	boolean: ignoringCase(boolean),
	guid: scanGuid,
	date: scanDate,
	byte,
	nanInfinity: word("NaN", "-INF", "INF"),
};

const inBody: Readonly<Record<string, Scan>> = {
	booleanValue: boolean,
	guidValue: scanGuid,
	dateValue: scanDate,
	byteValue: byte,
	durationValue: scanDuration,
	binaryValue: scanBase64,
	enumValue: scanEnumMembers,
	primitiveValue: anyValue,
};

function geoRules(): readonly (readonly [string, ParseRule])[] {
	return geoShapes.flatMap((shape: GeoShape) => {
		const ofShape: Scan = (reader, start) => scanGeo(reader, start, shape);
		return [
			[`geography${shape}`, prefixed(/^geography/i, false, ofShape)],
			[`geometry${shape}`, prefixed(/^geometry/i, false, ofShape)],
			[`full${shape}Literal`, whole(ofShape, false)],
		] as const;
	});
}

/** By the name of the rule. */
export const literalRules: ReadonlyMap<string, ParseRule> = new Map([
	...Object.entries(inBoth).flatMap(([name, scan]): (readonly [string, ParseRule])[] => [
		[`${name}Literal`, whole(scan, false)],
		[`${name}Value`, whole(scan, true)],
		// The names that the temporal extension still uses.
		[`${name}ValueInUrl`, whole(scan, false)],
	]),
	...Object.entries(inUrl).map(([name, scan]) => [name, whole(scan, false)] as const),
	...Object.entries(inBody).map(([name, scan]) => [name, whole(scan, true)] as const),
	...geoRules(),
	["stringLiteral", quoted((reader) => readQuotedOnly(reader))],
	["stringInUrl", quoted(readJsonOnly)],
	["durationLiteral", prefixed(/^duration/i, true, scanDuration)],
	["binaryLiteral", prefixed(/^binary/i, false)],
	["enumLiteral", prefixed(enumName, true, scanEnumMembers)],
]);

function readQuotedOnly(reader: Reader): unknown {
	return reader.codeAt(0) === 39 ? readString(reader) : reader.missing("expectedLiteral", "string");
}

function readJsonOnly(reader: Reader): unknown {
	return reader.codeAt(0) === 34 ? readJsonString(reader) : reader.missing("expectedLiteral", "string");
}
