import { GapList } from "./gaps.ts";
import type { LineScanner } from "./lineScanner.ts";
import { type Link, readLink } from "./link.ts";
import { isLayout, isNoteRepetition, isSolutionLine, isTermsNote } from "./olderForms.ts";
import type { BaseReference } from "./page.ts";
import type { ProblemList } from "./problem.ts";
import { readTitle, type Title } from "./title.ts";

const extendsWords = " table extends ";

/** Reads all that stands above the first section: front matter, title, description and the note of an extension page. */
export class PageHead {
	readonly frontMatter: string[] = [];
	readonly gaps = new GapList();
	readonly bases: BaseReference[] = [];
	hasFrontMatter = false;
	heading: string | undefined;
	description: string | undefined;
	hasNote = false;
	noteRepeats = false;
	readonly #problems: ProblemList;
	#inFrontMatter = false;
	#tableName: string | undefined;
	#metaTitleLine = "";

	constructor(problems: ProblemList) {
		this.#problems = problems;
	}

	/** The title in the first heading, else in the front matter. */
	get title(): Title | undefined {
		return readTitle(this.heading ?? "") ?? this.metaTitle;
	}

	get metaTitle(): Title | undefined {
		return readTitle(unquoted(this.#metaTitleLine.slice("title:".length).trim()));
	}

	/** What the fixed sentences should call the table. */
	get tableName(): string {
		return (this.#tableName ??= this.title?.name ?? "");
	}

	/** Takes a line above the first section; false where it is not understood. */
	line(scanner: LineScanner, gap: number): boolean {
		if (this.#inFrontMatter || scanner.kind === "fence") return this.#frontMatterLine(scanner);
		switch (scanner.kind) {
			case "heading":
				return this.#headingLine(scanner, gap);
			case "quote":
				return this.#noteLine(scanner, gap);
			case "text":
				return this.#textLine(scanner, gap);
			default:
				return false;
		}
	}

	#frontMatterLine(scanner: LineScanner): boolean {
		if (scanner.kind !== "fence") {
			const { line } = scanner;
			this.frontMatter.push(line);
			if (this.#metaTitleLine === "" && line.startsWith("title:")) this.#metaTitleLine = line;
			return true;
		}
		if (this.hasFrontMatter ? !this.#inFrontMatter : scanner.number !== 1) return false;
		this.#inFrontMatter = !this.hasFrontMatter;
		this.hasFrontMatter = true;
		return true;
	}

	get inFrontMatter(): boolean {
		return this.#inFrontMatter;
	}

	#headingLine(scanner: LineScanner, gap: number): boolean {
		const { line } = scanner;
		if (!line.startsWith("# ") || this.heading !== undefined) return false;
		this.heading = line.slice(2).trimEnd();
		this.gaps.note("title", gap, this.hasFrontMatter ? 1 : 0);
		return true;
	}

	#textLine(scanner: LineScanner, gap: number): boolean {
		if (isLayout(scanner.line) || isSolutionLine(scanner.line)) return false;
		if (this.heading === undefined || this.description !== undefined || this.bases.length > 0) return false;
		this.description = scanner.line;
		this.gaps.note("description", gap, 1);
		return true;
	}

	/** "> The Product Name table extends the [Base product Name table](link)." or "[..](..) and [..](..)". */
	#noteLine(scanner: LineScanner, gap: number): boolean {
		const text = scanner.line.slice(1).trim();
		if (text === "[!NOTE]") {
			if (this.hasNote) return false;
			this.gaps.note("note", gap, this.description === undefined ? 2 : 1);
			this.hasNote = true;
			return true;
		}
		if (!this.hasNote) return false;
		const at = text.indexOf(extendsWords);
		if (at < 0) return isTermsNote(text) || this.#repetition(text);
		const start = at + extendsWords.length;
		return this.#baseLinks(text, text.startsWith("the ", start) ? start + "the ".length : start, scanner.number);
	}

	#repetition(text: string): boolean {
		if (this.bases.length === 0 || !isNoteRepetition(text)) return false;
		this.noteRepeats = true;
		return true;
	}

	/** One link, or several joined by "and". */
	#baseLinks(text: string, start: number, line: number): boolean {
		let link = readLink(text, start);
		let base = link && readBase(link, this.tableName);
		if (base === undefined) return false;
		let tail = "";
		while (link !== undefined && base !== undefined) {
			this.bases.push(base);
			tail = text.slice(link.end);
			const joint = tail.startsWith(" and the ") ? " and the " : " and ";
			link = tail.startsWith(joint) ? readLink(text, link.end + joint.length) : undefined;
			base = link && readBase(link, this.tableName);
		}
		if (tail !== ".") this.#problems.add("unknownCell", line, tail);
		return true;
	}
}

function unquoted(text: string): string {
	const quote = text.charAt(0);
	return text.length > 1 && (quote === '"' || quote === "'") && text.endsWith(quote) ? text.slice(1, -1) : text;
}

/**
 * "Microsoft Dataverse Account table" or "Account table (Microsoft Dataverse)": the product is what stands around the
 * table's own name.
 */
function readBase({ text, target }: Link, tableName: string): BaseReference | undefined {
	const ending = ` ${tableName} table`;
	if (text.toLowerCase().endsWith(ending.toLowerCase()) && text.length > ending.length) {
		const name = text.slice(-ending.length + 1, -" table".length);
		return { product: text.slice(0, -ending.length), name, link: target };
	}
	const at = text.indexOf(" table (");
	if (at < 0 || !text.endsWith(")")) return undefined;
	const product = text.slice(at + " table (".length, -1);
	return { product, name: text.slice(0, at), link: target, productBehind: true };
}
