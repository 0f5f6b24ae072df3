/** What stands where something secret was. */
const mark = "[removed]";

/** Names whose value is secret wherever it stands: in a form, a URL, JSON, a header or a sentence. */
const secretNames = [
	String.raw`(?:[a-z]+_)?token`,
	String.raw`client[_-]?(?:secret|assertion|info)`,
	"assertion",
	"secret",
	"device_code",
	"code_verifier",
	"password",
	"passphrase",
	"pwd",
].join("|");

/** Names whose value is secret in a form or URL; elsewhere they are everyday words ("code" of an error, "state" of a case). */
const formNames = "code|state|nonce|sig|session_state";

/** Where a name begins: not within a longer one, but after "%3F" or "%26" of a URL within a URL. */
const start = "(?:(?<![\\w-])|(?<=%(?:3F|26)))";

/** A value: whole where it is quoted, also in JSON that is a text of JSON; else up to a blank, "&" or quote. Once only. */
const value = [
	String.raw`(?!\[removed\])(?:"(?:[^"\\]|\\[\s\S])*(?:"|$)`,
	String.raw`\\"(?:\\\\\\"|[^\\]|\\(?!"))*(?:\\"|$)`,
	String.raw`'[^']*(?:'|$)`,
	String.raw`[^\s&"'<>]+)`,
].join("|");

/**
 * Texts that are credentials by their form or by the name before them. Each keeps its first group, where it has one. They
 * may take away too much; what must not happen is that they leave something.
 */
const patterns: readonly RegExp[] = [
	/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)/g,
	/(\b(?:proxy-)?authorization\\?["']?\s*[:=]\s*\\?["']?)[^\r\n"']+/gi,
	/(\b(?:set-)?cookie\\?["']?\s*[:=]\s*\\?["']?)[^\r\n"']+/gi,
	/(\b(?:bearer|basic)\s+)[^\s"',;<>]{6,}/gi,
	new RegExp(String.raw`(${start}(?:${secretNames})(?:\\?["'])?(?:\s*[:=]\s*|%3D))${value}`, "gi"),
	new RegExp(String.raw`(${start}(?:${formNames})(?:=|%3D))${value}`, "gi"),
	// A JWT, whole or cut: "eyJ" is how base64url writes the beginning of an object.
	/eyJ[\w-]{8,}(?:\.[\w-]*)*/g,
	// Refresh tokens and authorization codes of the identity service begin with a version: "0.A", "1.A", "M.C".
	/(?<![\w.-])(?:\d\.A|M\.[A-Z])[\w.*!$-]{20,}/g,
];

/** The text without what is secret by its form: tokens, codes, passwords, keys, headers with credentials. */
export function redact(text: string): string {
	let rest = text;
	for (const pattern of patterns)
		rest = rest.replace(pattern, (_, kept: unknown) => (typeof kept === "string" ? kept : "") + mark);
	return rest;
}

/** How many secrets of no known form are remembered; the oldest are forgotten first. */
const mostKnown = 500;
/** A shorter one would be found in every other word. */
const leastLength = 4;

/** Takes away what is secret by its form, and also secrets that have none but were told to it. */
export class Redactor {
	/** Each with the other ways in which it may stand in a text. */
	readonly #known = new Map<string, readonly string[]>();

	remember(secret: string): void {
		if (secret.length < leastLength || redact(secret) === mark) return;
		this.#known.delete(secret);
		this.#known.set(secret, spellingsOf(secret));
		const [oldest] = this.#known.keys();
		if (this.#known.size > mostKnown && oldest !== undefined) this.#known.delete(oldest);
	}

	redact(text: string): string {
		let rest = text;
		for (const spellings of this.#known.values())
			for (const spelling of spellings) rest = rest.replaceAll(spelling, mark);
		return redact(rest);
	}
}

/** As it is, in a URL, in a form, in JSON; the longest first, so that no end of it stays. */
function spellingsOf(secret: string): readonly string[] {
	const inUrl = encodeURIComponent(wellFormed(secret));
	const spellings = new Set([secret, inUrl, inUrl.replaceAll("%20", "+"), JSON.stringify(secret).slice(1, -1)]);
	return [...spellings].sort((one, other) => other.length - one.length);
}

/** Half a surrogate pair cannot be written in a URL. */
function wellFormed(text: string): string {
	return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");
}
