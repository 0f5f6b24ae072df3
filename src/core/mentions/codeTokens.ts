import { type Scan, type Token, stringContent, unknownChar } from "./scan.ts";

/** One link of `root.member(...)[...]`: the name, and the bracket that follows it, if any. */
export interface ChainLink {
	readonly word: string;
	readonly index: number;
	/** Index of the bracket of its call or indexer. */
	readonly open: number | undefined;
}

/**
 * How many tokens one hover may look at while it follows variables and calls. Minified code would else be searched
 * through and through; what is not found by then stays open.
 */
const mostSteps = 40_000;

/** Questions about a scanned piece of code that need no grammar: what stands beside, around and before a token. */
export class CodeTokens {
	readonly scan: Scan;
	readonly #contents = new Map<number, string>();
	#steps = mostSteps;

	constructor(scanned: Scan) {
		this.scan = scanned;
	}

	get length(): number {
		return this.scan.tokens.length;
	}

	token(index: number): Token | undefined {
		return this.scan.tokens[index];
	}

	/** The text of a word or mark, "" outside the text and for strings. */
	word(index: number): string {
		const token = this.scan.tokens[index];
		return token === undefined || token.kind === "string" ? "" : this.scan.text.slice(token.start, token.end);
	}

	/** Whether this token is exactly that word, without making a string of it. */
	isWord(index: number, word: string): boolean {
		const token = this.scan.tokens[index];
		if (token?.kind !== "word" || token.end - token.start !== word.length) return false;
		return this.scan.text.startsWith(word, token.start);
	}

	/** Counts what looking around has cost; false when it is to be given up. */
	spend(steps: number): boolean {
		this.#steps -= steps;
		return this.#steps > 0;
	}

	isString(index: number): boolean {
		return this.scan.tokens[index]?.kind === "string";
	}

	isName(index: number): boolean {
		return this.scan.tokens[index]?.kind === "word";
	}

	content(index: number): string {
		const known = this.#contents.get(index);
		if (known !== undefined) return known;
		const token = this.scan.tokens[index];
		const content = token?.kind === "string" ? stringContent(this.scan.text, token) : "";
		this.#contents.set(index, content);
		return content;
	}

	/** The token in which the offset stands. */
	indexAt(offset: number): number {
		let low = 0;
		let high = this.scan.tokens.length - 1;
		while (low <= high) {
			const middle = (low + high) >> 1;
			const token = this.scan.tokens[middle];
			if (token === undefined || token.end <= offset) low = middle + 1;
			else if (token.start > offset) high = middle - 1;
			else return middle;
		}
		return -1;
	}

	/** The open bracket around a token, -1 at the top. */
	opener(index: number): number {
		return this.scan.opener[index] ?? -1;
	}

	/** The bracket that matches this one; for an unclosed one the end of the text. */
	closer(open: number): number {
		return this.scan.partner.get(open) ?? this.scan.tokens.length;
	}

	/** `a.b(..).c` before the token at `end`, root first; empty where something else stands there. */
	chainBefore(end: number): readonly ChainLink[] {
		const links: ChainLink[] = [];
		let at = this.word(end - 1) === "." && this.word(end - 2) === "?" ? end - 3 : end - 1;
		let open: number | undefined = this.#isBracket(end) ? end : undefined;
		for (let count = 0; count < 40; count += 1) {
			at = this.#skipTypeArguments(at);
			if (this.word(at) === "!") at -= 1;
			if (this.isName(at)) {
				links.unshift({ word: this.word(at), index: at, open });
				open = undefined;
				at -= 1;
			} else if (this.word(at) === ")" || this.word(at) === "]") {
				const start = this.scan.partner.get(at);
				if (start === undefined) break;
				if (open !== undefined && links.length === 0) links.unshift({ word: "", index: at, open });
				open = start;
				at = start - 1;
				continue;
			} else break;
			const before = this.#accessBefore(at);
			if (before === undefined) break;
			at = before;
		}
		return links;
	}

	#isBracket(index: number): boolean {
		return this.word(index) === "(" || this.word(index) === "[";
	}

	/** Past ".", "?.", "->" or "::" backwards; undefined where there is none. */
	#accessBefore(at: number): number | undefined {
		const mark = this.word(at);
		if (mark === ".") return this.word(at - 1) === "?" || this.word(at - 1) === "!" ? at - 2 : at - 1;
		if (mark === ":" && this.word(at - 1) === ":") return at - 2;
		return mark === ">" && this.word(at - 1) === "-" ? at - 2 : undefined;
	}

	/** `GetAttributeValue<string>(`: from the ">" to before the "<". */
	#skipTypeArguments(at: number): number {
		if (this.word(at) !== ">" || this.word(at - 1) === "=" || this.word(at - 1) === "-") return at;
		let depth = 0;
		for (let index = at; index > at - 16 && index >= 0; index -= 1) {
			const word = this.word(index);
			if (word === ">") depth += 1;
			else if (word === "<") depth -= 1;
			if (depth === 0) return index - 1;
			if (word === ";" || word === ")") return at;
		}
		return at;
	}

	/** Indexes of the strings that stand directly in a bracket, among the first 400 tokens of it. */
	directStrings(open: number): readonly number[] {
		const found: number[] = [];
		const end = Math.min(this.closer(open), open + 400);
		for (let index = open + 1; index < end && found.length < 24; index += 1) {
			if (this.opener(index) === open && this.isString(index)) found.push(index);
		}
		this.spend(end - open);
		return found;
	}

	/** How many commas stand before the token in its bracket. */
	argumentIndex(index: number): number {
		const open = this.opener(index);
		let commas = 0;
		for (let at = index - 1; at > open; at -= 1) {
			if (this.opener(at) === open && this.word(at) === ",") commas += 1;
		}
		return commas;
	}

	/**
	 * The text that a string is a part of: strings joined by "+", or listed line by line where they are markup, with
	 * `unknownChar` for what stands between them. `shift` is where the string's own content begins in it.
	 */
	joined(index: number): { readonly text: string; readonly shift: number } {
		const own = this.content(index);
		const before: string[] = [];
		const markup = /^\s*<|>\s*$/.test(own);
		for (let at = index - 1, steps = 0; at >= 0 && steps < 60; steps += 1) {
			const step = this.#joinBefore(at, markup);
			if (step === undefined) break;
			before.unshift(step.text);
			at = step.next;
		}
		const after: string[] = [];
		for (let at = index + 1, steps = 0; at < this.length && steps < 60; steps += 1) {
			const step = this.#joinAfter(at, markup);
			if (step === undefined) break;
			after.push(step.text);
			at = step.next;
		}
		const head = before.join("");
		return { text: head + own + after.join(""), shift: head.length };
	}

	#joinBefore(at: number, markup: boolean): { readonly text: string; readonly next: number } | undefined {
		const word = this.word(at);
		if (this.isString(at)) return { text: this.content(at), next: at - 1 };
		if (word === "+" || (markup && word === ",")) {
			if (this.isString(at - 1)) return { text: this.content(at - 1), next: at - 2 };
			const chain = this.chainBefore(at);
			const start = chain[0]?.index ?? at;
			return start < at && word === "+" ? { text: unknownChar, next: start - 1 } : undefined;
		}
		return undefined;
	}

	#joinAfter(at: number, markup: boolean): { readonly text: string; readonly next: number } | undefined {
		const word = this.word(at);
		if (this.isString(at)) return { text: this.content(at), next: at + 1 };
		if (word !== "+" && !(markup && word === ",")) return undefined;
		if (this.isString(at + 1)) return { text: this.content(at + 1), next: at + 2 };
		if (word !== "+" || !this.isName(at + 1)) return undefined;
		let next = at + 2;
		while (this.word(next) === "." || this.isName(next)) next += 1;
		if (this.word(next) === "(" || this.word(next) === "[") next = this.closer(next) + 1;
		return { text: unknownChar, next };
	}
}
