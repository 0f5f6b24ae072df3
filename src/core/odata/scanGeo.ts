/**
 * The text of a geography or geometry literal (well-known text with an SRID), what stands in its quotes. Answers like
 * the other scanners: the end, or the complement of where it fails.
 */
import { charCode } from "./charCodes.ts";
import type { Reader } from "./reader.ts";
import { maximumDepth } from "./reader.ts";
import { scanNumber } from "./scanLiteral.ts";
import { skipDigits } from "./scanTemporal.ts";

type Scan = (reader: Reader, start: number) => number;

export const geoShapes = [
	"Collection",
	"LineString",
	"MultiLineString",
	"MultiPoint",
	"MultiPolygon",
	"Point",
	"Polygon",
] as const;
export type GeoShape = (typeof geoShapes)[number];

const point: Scan = (reader, start) => scanList(reader, start, scanPosition, 1, 1);
const line: Scan = (reader, start) => scanList(reader, start, scanPosition, 2);
const ring: Scan = (reader, start) => scanList(reader, start, scanPosition, 1);
const polygon: Scan = (reader, start) => scanList(reader, start, ring, 1);

/** What follows the name of each shape. A collection is no scanner of its own, since it holds shapes again. */
const shapeData: Readonly<Record<Exclude<GeoShape, "Collection">, Scan>> = {
	LineString: line,
	MultiLineString: (reader, start) => scanList(reader, start, line, 0),
	MultiPoint: (reader, start) => scanList(reader, start, point, 0),
	MultiPolygon: (reader, start) => scanList(reader, start, polygon, 0),
	Point: point,
	Polygon: polygon,
};

/** `SRID=0;Point(142.1 64.1)`, of that shape where one is given. */
export function scanGeo(reader: Reader, start: number, shape?: GeoShape): number {
	if (!startsWith(reader, start, "SRID=")) return ~start;
	const digits = skipDigits(reader, start + 5);
	if (digits === start + 5) return ~digits;
	const srid = Math.min(digits, start + 10);
	return reader.codeAt(srid) === charCode.semicolon ? scanShape(reader, srid + 1, shape, 0) : ~srid;
}

function scanShape(reader: Reader, start: number, wanted: GeoShape | undefined, depth: number): number {
	for (const shape of geoShapes) {
		if (wanted !== undefined && shape !== wanted) continue;
		if (shape === "Collection") {
			const name = "GeometryCollection";
			if (!startsWith(reader, start, `${name}(`)) continue;
			if (depth === maximumDepth) return ~start;
			return scanList(reader, start + name.length, (inner, pos) => scanShape(inner, pos, undefined, depth + 1), 1);
		}
		if (startsWith(reader, start, `${shape}(`)) return shapeData[shape](reader, start + shape.length);
	}
	return ~start;
}

/** Items in parentheses between commas. */
function scanList(reader: Reader, start: number, item: Scan, least: number, most = Infinity): number {
	if (reader.codeAt(start) !== charCode.open) return ~start;
	let pos = start + 1;
	if (least === 0 && reader.codeAt(pos) === charCode.close) return pos + 1;
	for (let count = 1; ; count += 1) {
		const end = item(reader, pos);
		if (end < 0) return end;
		const code = reader.codeAt(end);
		if (code === charCode.close && count >= least) return end + 1;
		if (code !== charCode.comma || count === most) return ~end;
		pos = end + 1;
	}
}

/** Longitude and latitude, and perhaps altitude and measure. */
function scanPosition(reader: Reader, start: number): number {
	let end = scanNumber(reader, start);
	for (let count = 1; end >= 0 && count < 4; count += 1) {
		if (reader.codeAt(end) !== charCode.blank) return count === 1 ? ~end : end;
		end = scanNumber(reader, end + 1);
	}
	return end;
}

/** In either case, as everywhere in well-known text. */
function startsWith(reader: Reader, start: number, word: string): boolean {
	if (start + word.length > reader.limit) return false;
	return reader.text.slice(start, start + word.length).toLowerCase() === word.toLowerCase();
}
