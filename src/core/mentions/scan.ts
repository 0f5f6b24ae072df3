import type { LanguageRules, StringForm } from "./languageRules.ts";

export type TokenKind = "word" | "number" | "string" | "comment" | "mark";

/** Offsets are those of the scanned text. For a string, `inner*` are the limits of what stands between the quotes. */
export interface Token {
	readonly kind: TokenKind;
	readonly start: number;
	readonly end: number;
	readonly innerStart: number;
	readonly innerEnd: number;
	readonly form?: StringForm;
	/** Start and end of each hole, in pairs. */
	readonly holes?: readonly number[];
}

export interface Scan {
	readonly text: string;
	/** Without comments. */
	readonly tokens: readonly Token[];
	/** For each token the index of the open bracket around it, -1 at the top. */
	readonly opener: readonly number[];
	/** For a bracket the index of the one that matches it. */
	readonly partner: ReadonlyMap<number, number>;
	/** The string or comment that the offset stands in, if any. */
	readonly comment: Token | undefined;
}

const isWordStart = (code: number): boolean =>
	(code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 36 || code > 127;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/**
 * Splits a piece of source text into words, strings and marks, never failing: an unclosed string ends with its line, or
 * with the text where its form may have several lines. Code inside a string (a template's hole) is only scanned where
 * `offset` stands in it. Linear in the length of the text.
 */
export function scan(text: string, rules: LanguageRules, offset: number): Scan {
	return new Scanner(text, rules, offset).run();
}

class Scanner {
	readonly #text: string;
	readonly #rules: LanguageRules;
	readonly #offset: number;
	readonly #tokens: Token[] = [];
	readonly #opener: number[] = [];
	readonly #partner = new Map<number, number>();
	readonly #open: number[] = [];
	readonly #starts: ReadonlySet<number>;
	#comment: Token | undefined;

	constructor(text: string, rules: LanguageRules, offset: number) {
		this.#text = text;
		this.#rules = rules;
		this.#offset = offset;
		const openings = [...rules.lineComments, ...rules.blockComments.map(([open]) => open)];
		this.#starts = new Set([...openings, ...rules.strings.map(({ open }) => open)].map((open) => open.charCodeAt(0)));
	}

	run(): Scan {
		this.#range(0, this.#text.length);
		return {
			text: this.#text,
			tokens: this.#tokens,
			opener: this.#opener,
			partner: this.#partner,
			comment: this.#comment,
		};
	}

	#range(from: number, to: number): void {
		let at = from;
		while (at < to) {
			const code = this.#text.charCodeAt(at);
			if (code <= 32) at += 1;
			else if (this.#starts.has(code)) at = this.#commentOrString(at, to) ?? this.#wordOrMark(at, to, code);
			else at = this.#wordOrMark(at, to, code);
		}
	}

	#wordOrMark(at: number, to: number, code: number): number {
		const text = this.#text;
		let end = at + 1;
		if (isWordStart(code) || isDigit(code)) {
			let digits = isDigit(code);
			while (end < to) {
				const next = text.charCodeAt(end);
				if (!isWordStart(next) && !isDigit(next)) break;
				digits &&= isDigit(next);
				end += 1;
			}
			this.#push({ kind: digits ? "number" : "word", start: at, end, innerStart: at, innerEnd: end });
			return end;
		}
		this.#mark(at, code);
		return end;
	}

	#mark(at: number, code: number): void {
		const token: Token = { kind: "mark", start: at, end: at + 1, innerStart: at, innerEnd: at + 1 };
		if (code === 40 || code === 91 || code === 123) {
			this.#push(token);
			this.#open.push(this.#tokens.length - 1);
		} else if (code === 41 || code === 93 || code === 125) {
			this.#close(code === 41 ? 40 : code - 2);
			this.#push(token);
			const open = this.#closing;
			if (open >= 0) {
				this.#partner.set(open, this.#tokens.length - 1);
				this.#partner.set(this.#tokens.length - 1, open);
			}
		} else {
			this.#push(token);
		}
	}

	#closing = -1;

	/** Takes the matching open bracket off the stack; one that was never opened in this text is ignored. */
	#close(openCode: number): void {
		this.#closing = -1;
		for (let depth = this.#open.length - 1; depth >= 0 && depth >= this.#open.length - 3; depth -= 1) {
			const index = this.#open[depth] ?? -1;
			if (this.#text.charCodeAt(this.#tokens[index]?.start ?? 0) !== openCode) continue;
			this.#open.length = depth;
			this.#closing = index;
			return;
		}
	}

	#push(token: Token): void {
		this.#opener.push(this.#open.at(-1) ?? -1);
		this.#tokens.push(token);
	}

	/** The end of the comment or string that begins here, or undefined where none does. */
	#commentOrString(at: number, to: number): number | undefined {
		const text = this.#text;
		for (const open of this.#rules.lineComments) {
			if (!text.startsWith(open, at)) continue;
			const line = text.indexOf("\n", at);
			return this.#endComment(at, line < 0 || line > to ? to : line, open.length);
		}
		for (const [open, close] of this.#rules.blockComments) {
			if (!text.startsWith(open, at)) continue;
			const end = text.indexOf(close, at + open.length);
			return this.#endComment(at, end < 0 || end > to ? to : end + close.length, open.length);
		}
		const form = this.#rules.strings.find(({ open }) => text.startsWith(open, at));
		return form === undefined ? undefined : this.#string(at, to, form);
	}

	#endComment(start: number, end: number, open: number): number {
		if (this.#offset >= start && this.#offset <= end)
			this.#comment = { kind: "comment", start, end, innerStart: start + open, innerEnd: end };
		return end;
	}

	#string(at: number, to: number, form: StringForm): number {
		const start = this.#takePrefix(at);
		const text = this.#text;
		const holes: number[] = [];
		const hole = this.#holesOf(form, start, at);
		let end = at + form.open.length;
		while (end < to) {
			const char = text[end];
			if (char === form.escape) end += 2;
			else if (text.startsWith(form.close, end)) {
				if (form.doubled !== true || !text.startsWith(form.close, end + form.close.length)) break;
				end += 2 * form.close.length;
			} else if (char === "\n" && form.multiline !== true) break;
			else if (hole !== undefined && text.startsWith(hole[0], end)) end = this.#hole(end, to, hole, holes);
			else end += 1;
		}
		const innerEnd = Math.min(end, to);
		const close = text.startsWith(form.close, innerEnd) ? innerEnd + form.close.length : innerEnd;
		for (let index = 0; index < holes.length; index += 2) {
			const from = holes[index] ?? 0;
			const until = holes[index + 1] ?? 0;
			if (this.#offset > from && this.#offset < until) {
				this.#range(from + (hole?.[0].length ?? 1), until - 1);
				return close;
			}
		}
		this.#push({ kind: "string", start, end: close, innerStart: at + form.open.length, innerEnd, form, holes });
		return close;
	}

	/** "f" and "rb" before a quote were read as a word: they belong to the string. */
	#takePrefix(at: number): number {
		const last = this.#tokens.at(-1);
		if (this.#rules.prefixes === undefined || last?.kind !== "word" || last.end !== at) return at;
		if (!this.#rules.prefixes.test(this.#text.slice(last.start, last.end))) return at;
		this.#tokens.pop();
		this.#opener.pop();
		return last.start;
	}

	#holesOf(form: StringForm, start: number, at: number): readonly [string, string] | undefined {
		if (this.#rules.prefixes === undefined) return form.hole;
		return /f/i.test(this.#text.slice(start, at)) ? form.hole : undefined;
	}

	/** The end of the hole that begins here; a doubled opening ("{{") is text. */
	#hole(at: number, to: number, [open, close]: readonly [string, string], holes: number[]): number {
		const text = this.#text;
		if (open === "{" && text[at + 1] === "{") return at + 2;
		const opening = open.at(-1);
		let depth = 1;
		let end = at + open.length;
		for (; end < to && depth > 0; end += 1) {
			if (text[end] === opening) depth += 1;
			else if (text[end] === close) depth -= 1;
			else if (text[end] === "\n" && open === "{") break;
		}
		holes.push(at, end);
		return end;
	}
}

/** Stands for what is not known inside a text: a template's hole, a variable between two strings. */
export const unknownChar = "\u0001";

/** What a string says, at its own length: escapes become blanks, holes become `unknownChar`. */
export function stringContent(text: string, { innerStart, innerEnd, form, holes }: Token): string {
	let content = text.slice(innerStart, innerEnd);
	for (let index = (holes?.length ?? 0) - 2; index >= 0; index -= 2) {
		const from = (holes?.[index] ?? 0) - innerStart;
		const to = (holes?.[index + 1] ?? 0) - innerStart;
		content = content.slice(0, from) + unknownChar.repeat(to - from) + content.slice(to);
	}
	if (form?.escape === "\\" && content.includes("\\")) {
		content = content.replace(/\\["'`]/g, (pair) => ` ${pair[1] ?? ""}`).replace(/\\[nrt]/g, "  ");
	}
	if (form?.escape === "`" && content.includes("`")) content = content.replaceAll("`", " ");
	if (form?.doubled === true) content = content.replaceAll(form.close + form.close, ` ${form.close}`);
	return content;
}
