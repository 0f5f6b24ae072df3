import { createHash } from "node:crypto";

/**
 * The `MetadataId` of a thing, made from its name: the same in every sandbox and after every restart, so that a script
 * may keep it. It has the form of a name-based UUID (RFC 9562, version 5).
 *
 * @param kind keeps a table and a choice of one name apart.
 */
export function metadataId(
	kind: "table" | "column" | "relationship" | "choice" | "key" | "label",
	name: string,
): string {
	const hash = createHash("sha1").update(`${kind}:${name}`).digest();
	hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
	hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
	const text = hash.toString("hex", 0, 16);
	return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join("-");
}
