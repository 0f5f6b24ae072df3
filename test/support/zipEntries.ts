import { inflateRawSync } from "node:zlib";

/** The table of contents of a .zip file, as the specification of the format (APPNOTE 4.3.12 and 4.3.16) lays it out. */
export interface ZipEntry {
	readonly name: string;
	/** Bytes once unpacked. */
	readonly size: number;
	/** Unpacks it. */
	readonly data: () => Buffer;
}

/** All entries in a .zip without comment and below 4 GB. Throws where it is none. */
export function zipEntries(zip: Buffer): readonly ZipEntry[] {
	const end = zip.length - 22;
	if (end < 0 || zip.readUInt32LE(end) !== 0x06054b50) throw new Error("It does not end like a .zip file.");
	const entries: ZipEntry[] = [];
	let at = zip.readUInt32LE(end + 16);
	for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
		if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error(`There is no entry at byte ${at}.`);
		const nameLength = zip.readUInt16LE(at + 28);
		const nameAt = at + 46;
		const name = zip.toString("utf8", nameAt, nameAt + nameLength);
		const isPacked = zip.readUInt16LE(at + 10) === 8;
		const [length, header] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
		entries.push({ name, size: zip.readUInt32LE(at + 24), data: () => unpack(zip, header, length, isPacked) });
		at = nameAt + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
	}
	return entries;
}

/** What stands behind the header of one entry. The header's lengths of name and extra field differ from the table's. */
function unpack(zip: Buffer, header: number, length: number, isPacked: boolean): Buffer {
	const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
	const bytes = zip.subarray(start, start + length);
	return isPacked ? inflateRawSync(bytes) : bytes;
}
