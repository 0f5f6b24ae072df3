import { charCode, isBlank, isNameFollow, isNameStart, skipNameFollow } from "./charCodes.ts";
import { type DecodedText, decodePercent } from "./decodePercent.ts";
import type { Identifier, Missing } from "./nodes.ts";
import type { OffsetMap } from "./offsetMap.ts";
import { isHarmless, mostProblems, type Problem, type ProblemCode } from "./problem.ts";

/**
 * How deep a tree may become, parentheses, arguments, nested options and chains of arithmetic alike. Real queries stay
 * under 20; those who read a tree by recursion may rely on it.
 */
export const maximumDepth = 200;

/**
 * The text that is being parsed and the place in it. Places are offsets of the decoded text; nodes and problems get the
 * offsets of the text as given from `at`. Every parse function begins at `pos`, leaves `pos` behind what it took, blanks
 * after that excluded, and never goes back behind its beginning.
 */
export class Reader {
	readonly text: string;
	pos = 0;
	/** Where what is being read ends: the end of a segment, of an option, of the text. */
	limit: number;
	depth = 0;
	/** True in the path of a request, where a `/` inside a string must be encoded. */
	inPath = false;
	/** True for values as they stand in bodies: nothing is encoded, and a sign may be `+`. */
	isPayload = false;
	/** True inside JSON, where double quotes enclose a string. */
	inJson = false;
	/** True where a bare qualified name is a type or an aggregate: `cast(...)`, `aggregate(...)`. */
	typesAllowed = false;
	readonly #problems: Problem[];
	readonly #offsets: OffsetMap | undefined;
	/** True from "too deep" to the end of that value: what follows would only be its consequence. */
	#abandoned = false;
	#sorted = true;

	constructor({ text, offsets, problems }: DecodedText) {
		this.text = text;
		this.limit = text.length;
		this.#offsets = offsets;
		this.#problems = [...problems];
		this.#sorted = problems.length === 0;
	}

	static of(text: string): Reader {
		return new Reader(decodePercent(text));
	}

	/** The offset of the text as given. */
	at(pos: number): number {
		return this.#offsets === undefined ? pos : this.#offsets.offsetAt(pos);
	}

	/** Whether the character there was percent-encoded. */
	isEncoded(pos: number): boolean {
		return this.#offsets !== undefined && this.at(pos + 1) - this.at(pos) > 1;
	}

	/** The code at `pos`, -1 at the limit. */
	peek(): number {
		return this.pos < this.limit ? this.text.charCodeAt(this.pos) : -1;
	}

	codeAt(pos: number): number {
		return pos < this.limit ? this.text.charCodeAt(pos) : -1;
	}

	get ended(): boolean {
		return this.pos >= this.limit;
	}

	/** Passes the character over if it is there. */
	take(code: number): boolean {
		if (this.peek() !== code) return false;
		this.pos += 1;
		return true;
	}

	skipBlanks(): void {
		while (this.pos < this.limit && isBlank(this.text.charCodeAt(this.pos))) this.pos += 1;
	}

	/** Where the name that begins at `pos` ends; `pos` itself where none begins. */
	nameEnd(pos: number): number {
		if (!isNameStart(this.codeAt(pos))) return pos;
		return skipNameFollow(this.text, pos + 1, this.limit);
	}

	/** Where the name with dots that begins at `pos` ends. A dot without a name behind it does not belong to it. */
	qualifiedNameEnd(pos: number): number {
		const end = this.nameEnd(pos);
		return end > pos ? this.dottedEnd(end) : end;
	}

	/** The same where the end of the first part is known. */
	dottedEnd(nameEnd: number): number {
		let end = nameEnd;
		while (this.codeAt(end) === charCode.dot) {
			const next = this.nameEnd(end + 1);
			if (next === end + 1) break;
			end = next;
		}
		return end;
	}

	/** Passes over a word in lower case, whatever case it is written in, that is not the beginning of a longer one. */
	takeWord(word: string): boolean {
		const end = this.pos + word.length;
		for (let index = 0; index < word.length; index += 1) {
			const code = this.codeAt(this.pos + index);
			if ((code >= 65 && code <= 90 ? code | 32 : code) !== word.charCodeAt(index)) return false;
		}
		if (isNameFollow(this.codeAt(end))) return false;
		this.pos = end;
		return true;
	}

	/** One level deeper; false where the tree would become too deep, which ends the reading of this value. */
	enter(): boolean {
		this.depth += 1;
		if (this.depth <= maximumDepth) return true;
		this.problem("tooDeep", this.pos, this.pos);
		this.pos = this.limit;
		this.#abandoned = true;
		return false;
	}

	leave(): void {
		this.depth -= 1;
	}

	/** The next value begins: what was abandoned lies behind. */
	startValue(limit: number): void {
		this.limit = limit;
		this.#abandoned = false;
	}

	problem(code: ProblemCode, start: number, end: number, expected?: string): void {
		this.#add(code, this.at(start), this.at(end), expected);
	}

	/** A problem at a place that is known from a node. */
	problemAt(code: ProblemCode, place: number, expected: string): void {
		this.#add(code, place, place, expected);
	}

	#add(code: ProblemCode, place: number, end: number, expected: string | undefined): void {
		if (this.#abandoned || this.#problems.length >= mostProblems) return;
		const last = this.#problems.at(-1);
		// The first sentence about a place is the useful one; the rest are its consequences. A slip has none.
		if (last?.start === place && !isHarmless(last)) return;
		if (last !== undefined && last.start > place) this.#sorted = false;
		const problem = { code, start: place, end };
		this.#problems.push(expected === undefined ? problem : { ...problem, expected });
	}

	/** Something must stand at `pos`. */
	missing(code: ProblemCode, expected?: string): Missing {
		this.problem(code, this.pos, this.pos, expected);
		const place = this.at(this.pos);
		return { kind: "missing", start: place, end: place };
	}

	/** Takes the character or says that it must stand here. */
	expect(code: number): boolean {
		if (this.take(code)) return true;
		this.problem("expectedToken", this.pos, this.pos, String.fromCharCode(code));
		return false;
	}

	/** A name of one part. */
	identifier(): Identifier | Missing {
		const start = this.pos;
		const end = this.nameEnd(start);
		return end === start ? this.missing("expectedName") : this.identifierTo(end);
	}

	/** A name that may have dots. */
	qualifiedIdentifier(): Identifier | Missing {
		const start = this.pos;
		const end = this.qualifiedNameEnd(start);
		return end === start ? this.missing("expectedName") : this.identifierTo(end);
	}

	identifierTo(end: number): Identifier {
		const start = this.pos;
		this.pos = end;
		return { kind: "identifier", start: this.at(start), end: this.at(end), name: this.text.slice(start, end) };
	}

	/** The value must have been read to its end. */
	expectEnd(): void {
		if (this.ended) return;
		this.problem("unexpectedText", this.pos, this.limit);
		this.pos = this.limit;
	}

	/** All problems, in the order of their places. */
	finish(): readonly Problem[] {
		return this.#sorted ? this.#problems : this.#problems.sort((left, right) => left.start - right.start);
	}
}
